/** A cell of a list: what stands in it, and how wide its column is. */
import type { CellLook, LaidValue } from "../../sheet/laid-sheet.ts";

export interface ListFilling {
  readonly value: LaidValue;
  readonly look: Partial<CellLook>;
  /** In characters of the default font. */
  readonly width: number;
}
