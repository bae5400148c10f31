/** FormView → XLSX: the official form as a sheet that shows every printed text as it is printed, without formulas. */
import { TEMPLATE_SHEETS, type Twin, parseFormPath } from "@zipingbiao/core";
import { twinParts, withTwinNamed } from "../ooxml/twin-parts.ts";
import { packPart, writeZip } from "../ooxml/zip-package.ts";
import { cellName } from "../sheet/cell-name.ts";
import type { LaidCell, LaidSheet, LaidValue } from "../sheet/laid-sheet.ts";
import { laidWorkbookParts } from "../sheet/write-laid-workbook.ts";
import type { FormView } from "../view/form-view.ts";
import { figureValue } from "./figure-value.ts";
import type { FormCell } from "./form-cell.ts";
import { type FormLayout, layOutForm } from "./form-layout.ts";
import { lookOf } from "./form-looks.ts";

/** The same view and twin give the same bytes. The twin stands in a part of its own, as in a Word document. */
export async function renderFormSheet(view: FormView, twin?: Twin): Promise<Uint8Array> {
  const layout = layOutForm(view);
  const parts = await laidWorkbookParts({ title: view.about.title, sheets: [sheetOf(layout)], marks: {} });
  const named = (name: string, text: string) => (twin === undefined ? text : withTwinNamed(name, text));
  return writeZip([
    ...parts.map(({ name, text }) => packPart(name, [named(name, text)])),
    ...(twin === undefined ? [] : twinParts(twin)),
  ]);
}

/** A text of the sheet, the name of its cell, and the field that it is; none for wording of the form itself. */
export interface FormSheetText extends Pick<FormCell, "text" | "at"> {
  readonly cell: string;
}

/** What the sheet shows; cells without text are left out. */
export function formSheetTexts(view: FormView): readonly FormSheetText[] {
  return layOutForm(view).cells.flatMap(({ row, column, text, at }) =>
    text === "" ? [] : [{ cell: cellName(row, column), text, ...(at === undefined ? {} : { at }) }],
  );
}

function sheetOf(layout: FormLayout): LaidSheet {
  const { cells, widths, heights, captionRow } = layout;
  return {
    name: TEMPLATE_SHEETS.form,
    widths,
    heights: new Map(heights.entries()),
    growing: new Set(),
    cells: cells.map(laidCell),
    inputs: [],
    highlights: [],
    protected: false,
    page: {
      paper: "a4",
      orientation: "portrait",
      columns: widths.length,
      rows: heights.length,
      repeatedRows: [captionRow, captionRow],
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
