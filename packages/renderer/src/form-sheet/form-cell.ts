/** A cell of the official form in a sheet. */
import type { FormPath } from "@zipingbiao/core";

/** What a cell is to the eye; `form-looks.ts` says how each looks. */
export type FormRole =
  | "title"
  | "year"
  | "caption"
  | "column"
  | "part"
  | "text"
  | "amount"
  | "score"
  | "goal"
  | "label"
  | "name"
  | "value"
  | "note"
  | "notes";

/** A cell of the form; rows and columns are counted from 0. */
export interface FormCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly role: FormRole;
  readonly text: string;
  /** The field that stands here; `undefined` for wording of the form itself. */
  readonly at?: FormPath;
}
