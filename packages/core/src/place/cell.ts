/** What a cell says and what it means, kept apart. */

/** A cell whose printed text was understood. `text` is the text on the wire, `value` its meaning. */
export interface ReadCell<T> {
  readonly kind: "read";
  readonly text: string;
  readonly value: T;
}

/** A cell that is empty, or holds a dash. */
export interface BlankCell {
  readonly kind: "blank";
}

/** A cell that has text which cannot be read; `text` is what stands there. */
export interface UnreadableCell {
  readonly kind: "unreadable";
  readonly text: string;
}

export type Cell<T> = ReadCell<T> | BlankCell | UnreadableCell;

export const BLANK: BlankCell = { kind: "blank" };

/** The value of a cell that was read, else `undefined`. */
export function valueOf<T>(cell: Cell<T>): T | undefined {
  return cell.kind === "read" ? cell.value : undefined;
}

/** What a person sees in the cell: its text, `""` when blank. */
export function textOf(cell: Cell<unknown>): string {
  return cell.kind === "blank" ? "" : cell.text;
}
