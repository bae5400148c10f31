/** A form in the making: a wire object that is filled field by field, with the place of every field. */
import type { FormPath, Leftover, Origin, UnreadablePlace } from "@zipingbiao/core";
import { isBlank, plainDecimal } from "../lines/normalise.ts";
import type { PlacedCell } from "../media/placed-text.ts";

/** What the readers of the parts write into. */
export interface Draft {
  readonly origin: Record<FormPath, Origin>;
  readonly unreadable: UnreadablePlace[];
  readonly leftovers: Leftover[];
  /** Fields in which a formula stands, in the order in which they were read. */
  readonly formulas: FormulaPlace[];
}

/** A field that a formula stands in; `text` is its saved result, which a doubt says is none or an error. */
export interface FormulaPlace {
  readonly at: FormPath;
  readonly text: string;
  readonly origin: Origin;
  readonly isDoubted: boolean;
}

const PIECE = 10_000;

export function newDraft(): Draft {
  return { origin: {}, unreadable: [], leftovers: [], formulas: [] };
}

/** The text of a cell as the wire has it; its place, and its doubt if it has one, are noted under `at`. */
export function putText(draft: Draft, at: FormPath, cell: PlacedCell): string {
  draft.origin[at] = cell.origin;
  const text = cell.text.trim();
  noteFormula(draft, at, cell);
  if (cell.doubt !== undefined) {
    const { reason, candidates } = cell.doubt;
    draft.unreadable.push({ at, text, origin: cell.origin, reason, candidates: [...candidates] });
  }
  return text;
}

/**
 * The figure of a cell in plain decimal notation, `null` when it is blank. A text that is no figure is `null` too,
 * and stands in `unreadable` as it is printed: it is never repaired.
 */
export function putNumber(draft: Draft, at: FormPath, cell: PlacedCell, percent = false): string | null {
  draft.origin[at] = cell.origin;
  const text = cell.text.trim();
  noteFormula(draft, at, cell);
  const value = isBlank(text) ? null : (plainDecimal(text, percent) ?? null);
  if (cell.doubt !== undefined) {
    const { reason, candidates } = cell.doubt;
    draft.unreadable.push({ at, text: value ?? "", origin: cell.origin, reason, candidates: [...candidates] });
  } else if (value === null && !isBlank(text)) {
    draft.unreadable.push({ at, text, origin: cell.origin, reason: `「${text.slice(0, 40)}」不是一个数，没有读取` });
  }
  return value;
}

function noteFormula(draft: Draft, at: FormPath, { text, origin, formula, doubt }: PlacedCell): void {
  if (formula === true) draft.formulas.push({ at, text: text.trim(), origin, isDoubted: doubt !== undefined });
}

/** Text that no field claims. The wire limits a text, so a longer one is kept in pieces. */
export function leaveOver(draft: Draft, cell: Pick<PlacedCell, "text" | "origin">): void {
  const text = cell.text.trim();
  for (let from = 0; from < text.length; from += PIECE) {
    draft.leftovers.push({ text: text.slice(from, from + PIECE), origin: cell.origin });
  }
}
