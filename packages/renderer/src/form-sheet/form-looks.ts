/** How the cells of the form look in a sheet: as in print, as far as a sheet can. */
import type { CellLook } from "../sheet/laid-sheet.ts";
import type { FormRole } from "./form-cell.ts";

const CELL = { size: 10, framed: true, vertical: "center" } as const;
const CENTERED = { ...CELL, align: "center" } as const;
const LEFT = { ...CELL, align: "left" } as const;

const LOOKS: Readonly<Record<FormRole, CellLook>> = {
  title: { size: 18, bold: true, align: "center", vertical: "center", framed: false },
  year: { size: 12, align: "center", vertical: "center", framed: false },
  caption: CENTERED,
  column: CENTERED,
  part: LEFT,
  text: LEFT,
  amount: { ...CELL, align: "right" },
  score: CENTERED,
  goal: { ...LEFT, vertical: "top" },
  label: CENTERED,
  name: LEFT,
  value: CENTERED,
  note: LEFT,
  notes: { size: 9, align: "left", vertical: "top", framed: false },
};

export function lookOf(role: FormRole): CellLook {
  return LOOKS[role];
}

/** Points of the font. */
export function sizeOfRole(role: FormRole): number {
  return LOOKS[role].size;
}
