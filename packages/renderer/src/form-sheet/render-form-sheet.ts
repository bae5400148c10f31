/** FormView → XLSX: the official form as a sheet that shows every printed text as it is printed, without formulas. */
import { type Twin, parseFormPath } from "@zipingbiao/core";
import type { LaidCell, LaidSheet, LaidValue } from "../sheet/laid-sheet.ts";
import { writeLaidWorkbook } from "../sheet/write-laid-workbook.ts";
import type { FormView } from "../view/form-view.ts";
import { figureValue } from "./figure-value.ts";
import type { FormCell } from "./form-cell.ts";
import { type FormLayout, layOutForm } from "./form-layout.ts";
import { lookOf } from "./form-looks.ts";
import { withTwin } from "./with-twin.ts";

const SHEET_NAME = "自评表";

/** The same view and twin give the same bytes. The twin stands in a part of its own, as in a Word document. */
export async function renderFormSheet(view: FormView, twin?: Twin): Promise<Uint8Array> {
  const layout = layOutForm(view);
  const bytes = await writeLaidWorkbook({ title: view.about.title, sheets: [sheetOf(layout)], marks: {} });
  return twin === undefined ? bytes : withTwin(bytes, twin);
}

/** What the sheet shows, by the name of the cell; cells without text are left out. */
export function formSheetTexts(view: FormView): readonly FormCell[] {
  return layOutForm(view).cells.filter(({ text }) => text !== "");
}

function sheetOf(layout: FormLayout): LaidSheet {
  const { cells, widths, heights, captionRow } = layout;
  return {
    name: SHEET_NAME,
    widths,
    heights: new Map(heights.entries()),
    cells: cells.map(laidCell),
    inputs: [],
    highlights: [],
    protected: false,
    page: {
      paper: "a4",
      orientation: "portrait",
      columns: widths.length,
      rows: heights.length,
      repeatedRow: captionRow,
    },
  };
}

function laidCell(cell: FormCell): LaidCell {
  const { row, column, rows, columns, role, text } = cell;
  return { row, column, rows, columns, value: isFigure(cell) ? figureValue(text) : asText(text), look: lookOf(role) };
}

function asText(text: string): LaidValue {
  return { kind: "text", text };
}

/** Amounts, rates and points; a target such as 90 stays the text that it is. */
function isFigure({ at }: FormCell): boolean {
  const path = at === undefined ? undefined : parseFormPath(at);
  if (path === undefined) return false;
  if (path.kind === "fund") return true;
  if (path.kind === "indicator") return path.field === "weight" || path.field === "score";
  return at === "totalWeight" || at === "totalScore";
}
