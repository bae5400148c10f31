/** Title, year, project and departments: the rows above 项目资金. */
import { foldCaption } from "../lines/normalise.ts";
import type { Grid, PlacedCell, PlacedRow } from "../media/placed-text.ts";
import { unrecognised } from "../refusal.ts";
import { type Draft, leaveOver, putText } from "./draft.ts";
import { placeOf, textOfRow } from "./row.ts";

/** The header as the wire has it. */
export interface Header {
  title: string;
  fiscalYear: number;
  projectName: string;
  projectCode?: string;
  competentDepartment: string;
  implementingUnit: string;
}

const LABELS: Readonly<Record<string, keyof Header>> = {
  项目名称: "projectName",
  项目编码: "projectCode",
  项目代码: "projectCode",
  主管部门: "competentDepartment",
  实施单位: "implementingUnit",
};
/** Labels of other fields that units add to the header; their text is kept as a leftover, never taken for a name. */
const FOREIGN_LABEL =
  /^(?:项目(?:类型|类别|属性|负责人|单位|级次)|联系(?:人|电话)|填报(?:人|日期|单位)|资金来源|自评日期|预算单位)$/u;

/**
 *     财政项目支出绩效自评表
 *     （2024年度）
 *     项目名称 │ 某某平台运维
 *     主管部门 │ 某区数据局 │ 实施单位 │ 某区大数据中心
 */
export function readHeader(grid: Grid, project: number, funds: number, draft: Draft): Header {
  const above = grid.slice(0, project);
  const title = readTitle(
    above.filter((row) => !isLabelled(row)),
    draft,
  );
  const year = title.fiscalYear;
  if (year === undefined) {
    throw unrecognised(
      placeOf(grid[project]),
      grid
        .slice(0, project + 1)
        .map(textOfRow)
        .join(" / "),
      "标题下的年度（如「（2024年度）」）",
    );
  }
  const header: Header = {
    title: title.title,
    fiscalYear: year,
    projectName: "",
    competentDepartment: "",
    implementingUnit: "",
  };
  for (const row of [...above.filter(isLabelled), ...grid.slice(project, funds)]) readLabels(row, header, draft);
  for (const [label, field] of [
    ["项目名称", "projectName"],
    ["主管部门", "competentDepartment"],
    ["实施单位", "implementingUnit"],
  ] as const) {
    if (draft.origin[field] === undefined)
      throw unrecognised(
        placeOf(grid[project]),
        textOfRow(grid[project] ?? { cells: [], afterGap: false }),
        `「${label}」`,
      );
  }
  return header;
}

const HAN_FIGURES = "〇一二三四五六七八九";
const YEAR_BEHIND = /\s*[（(]\s*[\d〇○零一二三四五六七八九]{4}\s*年度?\s*[)）]$/gu;

/** 二〇二四年 → 2024年. */
function inFigures(folded: string): string {
  return folded.replace(/[〇○零一二三四五六七八九]{4}(?=年)/u, (year) =>
    year.replaceAll(/[^]/gu, (figure) => String(Math.max(HAN_FIGURES.indexOf(figure), 0))),
  );
}

function readTitle(rows: Grid, draft: Draft): { title: string; fiscalYear: number | undefined } {
  let title = "";
  let fiscalYear: number | undefined;
  for (const row of rows) {
    for (const cell of distinctCells(row)) {
      const folded = inFigures(foldCaption(cell.text.slice(0, 200)));
      const printedYear = /^\(?(\d{4}(?=年)|20\d{2}(?=\)?$))(?:年度?)?\)?$|(\d{4})年度/u.exec(folded);
      const year = printedYear?.[1] ?? printedYear?.[2];
      if (year !== undefined && fiscalYear === undefined) {
        fiscalYear = Number.parseInt(year, 10);
        draft.origin["fiscalYear"] = cell.origin;
        if (!folded.includes("表")) continue;
      }
      if (title === "" && /表(?:\(\d{4}年度?\))?$/u.test(folded)) {
        title = putText(draft, "title", cell).replaceAll(YEAR_BEHIND, "");
      } else leaveOver(draft, cell);
    }
  }
  return { title, fiscalYear };
}

// Platforms put 项目编码 above the project's name.
function isLabelled(row: PlacedRow): boolean {
  const first = row.cells.find(({ text }) => text.trim() !== "");
  const caption = first === undefined || first.text.length >= 20 ? "" : foldCaption(first.text);
  return LABELS[caption] !== undefined || FOREIGN_LABEL.test(caption);
}

/** The filled cells of a row; a merged cell may repeat its text. */
function distinctCells(row: PlacedRow): PlacedCell[] {
  return row.cells.filter(({ text }, at) => text.trim() !== "" && text !== row.cells[at - 1]?.text);
}

function readLabels(row: PlacedRow, header: Header, draft: Draft): void {
  let field: keyof Header | "foreign" | undefined;
  let before: PlacedCell | undefined;
  for (const cell of row.cells) {
    if (cell.text.trim() === "") continue;
    const caption = cell.text.length < 20 ? foldCaption(cell.text) : "";
    const label = LABELS[caption];
    if (label !== undefined && draft.origin[label] === undefined) {
      field = label;
      draft.origin[label] = cell.origin;
    } else if (FOREIGN_LABEL.test(caption)) {
      field = "foreign";
      leaveOver(draft, cell);
    } else if (before === undefined || before.text !== cell.text) {
      // A merged cell repeats its text; another text in the same field is not part of it.
      if (field !== undefined && field !== "foreign" && field !== "fiscalYear" && (header[field] ?? "") === "") {
        header[field] = putText(draft, field, cell);
      } else leaveOver(draft, cell);
    }
    before = cell;
  }
}
