/** What tells the cells of a fill-in workbook apart: to fill in, computed, fixed. */
import type { CellLook } from "../../sheet/laid-sheet.ts";

const INPUT = "FFF8DC";
const COMPUTED = "EDEDED";

/** A cell to fill in. */
export function asInput(look: CellLook): CellLook {
  return { ...look, fill: INPUT, open: true };
}

/** A cell that a formula fills; `open` where people may know better. */
export function asComputed(look: CellLook, open = false): CellLook {
  return { ...look, fill: COMPUTED, ...(open ? { open: true } : {}) };
}

/** What is to be checked, beside the form. */
export const CHECK_LOOK: CellLook = { size: 9, align: "left", vertical: "center", framed: false, color: "C00000" };

export const HEAD_LOOK: CellLook = {
  size: 10,
  bold: true,
  align: "center",
  vertical: "center",
  framed: true,
  fill: "E4EAF2",
};

/** Formats of what people type: every digit of it is shown, and at least two places. */
export const AMOUNT_FORMAT = "#,##0.00########";
export const POINTS_FORMAT = "0.00########";
export const TEXT_FORMAT = "@";
