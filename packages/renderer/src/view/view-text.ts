/** A view as plain text: goldens, the terminal, and the check of what a document shows. */
import { correctionCells } from "./correction-cells.ts";
import type { CorrectionView } from "./correction-view.ts";
import { formCells } from "./form-cells.ts";
import type { FormView } from "./form-view.ts";
import type { CellRow, LabelledCell } from "./labelled-cell.ts";
import { reportCells } from "./report/report-cells.ts";
import type { ReportView } from "./report/report-view.ts";
import { volumeCells } from "./volume-cells.ts";
import type { VolumeView } from "./volume-view.ts";

/** Every kind of page that is laid out by a template. */
export type PrintedView = FormView | VolumeView | CorrectionView | ReportView;

/** Every text that is printed, one entry a cell, in the order of the page; blank cells are left out. */
export function viewText(view: PrintedView): string[] {
  return textsOf(cellRows(view));
}

/** Of rows of cells; blank cells are left out. */
export function textsOf(rows: readonly CellRow[]): string[] {
  return rows.flatMap((row) => row.flatMap(({ text }) => (text === "" ? [] : [text])));
}

/** The same with the name of each text's place. */
export function viewCells(view: PrintedView): LabelledCell[] {
  return cellRows(view).flatMap((row) => row.filter(({ text }) => text !== ""));
}

/** The rows of the printed table with their blank cells; a merged cell's text stands in its first row. */
export function viewRows(view: PrintedView): string[][] {
  return cellRows(view).map((row) => row.map(({ text }) => text));
}

function cellRows(view: PrintedView): readonly CellRow[] {
  switch (view.kind) {
    case "form":
      return formCells(view);
    case "volume":
      return volumeCells(view);
    case "correction":
      return correctionCells(view);
    case "report":
      return reportCells(view);
  }
}
