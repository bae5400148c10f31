/** Edition → the fill-in workbook of one form. */
import { type Edition, type FormPath, TEMPLATE_NAME, TEMPLATE_SHEETS, templateMark } from "@zipingbiao/core";
import { cellName } from "../../sheet/cell-name.ts";
import type { LaidCell, LaidSheet } from "../../sheet/laid-sheet.ts";
import { writeLaidWorkbook } from "../../sheet/write-laid-workbook.ts";
import { viewForm } from "../../view/view-form.ts";
import type { FormCell } from "../form-cell.ts";
import { type FormLayout, layOutForm } from "../form-layout.ts";
import { blankForm } from "./blank-form.ts";
import { formChecks, formHighlights } from "./form-checks.ts";
import { fillFormCell } from "./form-fields.ts";
import { formInputs } from "./form-inputs.ts";
import { guidanceSheet } from "./guidance-sheet.ts";
import { formSteps } from "./guidance-words.ts";

/** The most rows in a published form so far are 20. */
const TEMPLATE_ROWS = 30;
/** The gap to the checks, and the checks. */
const BESIDE = [2, 30] as const;
/** Points of a row that is filled in; goals need more. */
const INPUT_HEIGHT = 22;
const GOAL_HEIGHT = 96;

/** The form as a sheet to fill in, with a sheet that explains. The same edition gives the same bytes. */
export async function renderFormTemplate(edition: Edition): Promise<Uint8Array> {
  return await writeLaidWorkbook({
    title: `${edition.captions.title}（填报用）`,
    sheets: [formSheet(edition), guidanceSheet(edition, formSteps(edition))],
    marks: { [TEMPLATE_NAME]: templateMark("form", edition) },
  });
}

/** A blank cell in large type beside a row: a row that finds its own height is not lower than its largest type. */
const SPACER = {
  value: { kind: "blank", format: "General" },
  look: { size: 17, align: "left", vertical: "center", framed: false },
} as const;

function isIndicator({ role }: FormCell): boolean {
  return role === "name";
}

/** Cells of the form's fields, by path. */
export type FieldCells = ReadonlyMap<FormPath, string>;

function formSheet(edition: Edition): LaidSheet {
  const layout = layOutForm(viewForm(blankForm(edition, TEMPLATE_ROWS), edition));
  const fields = fieldCells(layout);
  const { widths, cells, captionRow } = layout;
  return {
    name: TEMPLATE_SHEETS.form,
    widths: [...widths, ...BESIDE],
    heights: heightsOf(layout),
    growing: new Set(cells.filter(isIndicator).map(({ row }) => row)),
    cells: [
      ...cells.map((cell): LaidCell => fillFormCell(cell, fields, edition, TEMPLATE_ROWS)),
      ...cells.filter(isIndicator).map(({ row }): LaidCell => ({ row, column: widths.length, ...SPACER })),
      ...formChecks(fields, edition, widths.length + 1, TEMPLATE_ROWS),
    ],
    inputs: formInputs(fields, edition, TEMPLATE_ROWS),
    highlights: formHighlights(fields, edition, TEMPLATE_ROWS),
    protected: true,
    page: {
      paper: "a4",
      orientation: "portrait",
      columns: widths.length,
      rows: layout.heights.length,
      repeatedRows: [captionRow, captionRow],
    },
  };
}

function fieldCells({ cells }: FormLayout): FieldCells {
  return new Map(
    cells.flatMap(({ at, row, column }) => (at === undefined ? [] : [[at, cellName(row, column)] as const])),
  );
}

function heightsOf({ cells, heights }: FormLayout): LaidSheet["heights"] {
  const goals = new Set(cells.filter(({ role }) => role === "goal").map(({ row }) => row));
  return new Map(
    heights.map((height, row) => [row, goals.has(row) ? GOAL_HEIGHT : Math.max(height, INPUT_HEIGHT)] as const),
  );
}
