/** Edition → the fill-in workbook of many projects: one row a project, and one row an indicator in a second sheet. */
import {
  type Edition,
  type IndicatorColumn,
  LIST_HEAD_ROWS,
  type ProjectColumn,
  TEMPLATE_NAME,
  TEMPLATE_SHEETS,
  indicatorListColumns,
  projectColumns,
  templateMark,
} from "@zipingbiao/core";
import { cellName, rangeName } from "../../sheet/cell-name.ts";
import type { CellLook, Highlight, InputRule, LaidCell, LaidSheet } from "../../sheet/laid-sheet.ts";
import { writeLaidWorkbook } from "../../sheet/write-laid-workbook.ts";
import { guidanceSheet } from "./guidance-sheet.ts";
import { listSteps } from "./guidance-words.ts";
import { indicatorFilling, indicatorHighlights, indicatorInput } from "./list-indicators.ts";
import { projectFilling, projectHighlights, projectInput } from "./list-projects.ts";
import type { ListFilling } from "./list-row.ts";
import { CHECK_LOOK, HEAD_LOOK } from "./template-looks.ts";

const LIST_PROJECTS = 100;
const LIST_INDICATORS = 1000;
const HEAD_HEIGHT = 32;
const ROW_HEIGHT = 20;
const CELL: CellLook = { size: 10, align: "left", vertical: "center", framed: true };

/** The same edition gives the same bytes. */
export async function renderListTemplate(edition: Edition): Promise<Uint8Array> {
  return await writeLaidWorkbook({
    title: `${edition.captions.title}（多个项目填报用）`,
    sheets: [projectSheet(edition), indicatorSheet(edition), guidanceSheet(edition, listSteps(edition))],
    marks: { [TEMPLATE_NAME]: templateMark("rows", edition) },
  });
}

function projectSheet(edition: Edition): LaidSheet {
  const columns = projectColumns(edition);
  const at = (name: ProjectColumn["at"]) => columns.findIndex((column) => column.at === name);
  return listSheet(TEMPLATE_SHEETS.projects, columns, LIST_PROJECTS, {
    paper: "a3",
    frozenColumns: at("projectName") + 1,
    fill: (column, row) => projectFilling(column, (name) => cellName(row, at(name)), edition),
    input: (column) => projectInput(column, edition),
    highlights: (range) =>
      projectHighlights(
        (name) => cellName(LIST_HEAD_ROWS, at(name)),
        (name) => range(at(name)),
        edition,
      ),
  });
}

function indicatorSheet(edition: Edition): LaidSheet {
  const columns = indicatorListColumns(edition);
  const at = (name: IndicatorColumn["at"]) => columns.findIndex((column) => column.at === name);
  return listSheet(TEMPLATE_SHEETS.indicators, columns, LIST_INDICATORS, {
    paper: "a4",
    frozenColumns: at("project") + 1,
    fill: (column, row) => indicatorFilling(column, (name) => cellName(row, at(name)), edition),
    input: (column) => indicatorInput(column, edition),
    highlights: (range) =>
      indicatorHighlights(
        (name) => cellName(LIST_HEAD_ROWS, at(name)),
        (name) => range(at(name)),
      ),
  });
}

/** What makes a list of its columns. */
interface ListPlan<Column> {
  readonly paper: "a3" | "a4";
  readonly frozenColumns: number;
  readonly fill: (column: Column, row: number) => ListFilling;
  readonly input: (column: Column) => Omit<InputRule, "range"> | undefined;
  /** `range` gives the cells of a column. */
  readonly highlights: (range: (column: number) => string) => Highlight[];
}

function listSheet<Column extends ProjectColumn | IndicatorColumn>(
  name: string,
  columns: readonly Column[],
  count: number,
  { paper, frozenColumns, fill, input, highlights }: ListPlan<Column>,
): LaidSheet {
  const last = LIST_HEAD_ROWS + count - 1;
  const range = (column: number) => rangeName(LIST_HEAD_ROWS, column, last, column);
  const heads = Array.from({ length: LIST_HEAD_ROWS }, (_, row) => row);
  const rows = Array.from({ length: count }, (_, at) => LIST_HEAD_ROWS + at);
  return {
    name,
    widths: columns.map((column) => fill(column, LIST_HEAD_ROWS).width),
    heights: new Map([
      ...heads.map((row) => [row, HEAD_HEIGHT] as const),
      ...rows.map((row) => [row, ROW_HEIGHT] as const),
    ]),
    growing: new Set(rows),
    cells: [
      ...headCells(columns),
      ...rows.flatMap((row) =>
        columns.map((column, at): LaidCell => {
          const { value, look } = fill(column, row);
          return { row, column: at, value, look: column.at === "check" ? CHECK_LOOK : { ...CELL, ...look } };
        }),
      ),
    ],
    inputs: columns.flatMap((column, at) => {
      const rule = input(column);
      return rule === undefined ? [] : [{ ...rule, range: range(at) }];
    }),
    highlights: highlights(range),
    protected: true,
    // The checks are not printed.
    page: {
      paper,
      orientation: "landscape",
      columns: columns.length - 1,
      rows: last + 1,
      repeatedRows: [0, LIST_HEAD_ROWS - 1],
    },
    frozen: { rows: LIST_HEAD_ROWS, columns: frozenColumns },
  };
}

/** Groups over the captions that they hold; what stands by itself covers both rows. */
function headCells(columns: readonly (ProjectColumn | IndicatorColumn)[]): LaidCell[] {
  return columns.flatMap(({ group, caption }, column): LaidCell[] => {
    const text = (words: string) => ({ kind: "text", text: words }) as const;
    if (group === "") return [{ row: 0, column, rows: LIST_HEAD_ROWS, value: text(caption), look: HEAD_LOOK }];
    const own: LaidCell = { row: 1, column, value: text(caption), look: HEAD_LOOK };
    if (columns[column - 1]?.group === group) return [own];
    const behind = columns.findIndex((other, at) => at > column && other.group !== group);
    const end = behind === -1 ? columns.length : behind;
    return [{ row: 0, column, columns: end - column, value: text(group), look: HEAD_LOOK }, own];
  });
}
