/** What `zpb verify` finds. */
import type { DocumentProblem } from "../twin/check-document.ts";

export type MismatchCode =
  | DocumentProblem["code"]
  /** A document that cannot be read any more. */
  | "document/unreadable"
  /** Its data is not that of the `form.json` beside it, or not that of `data/forms.json`. */
  | "document/other-data"
  /** Listed by the manifest and not there, there and not listed, other bytes. */
  | "file/missing"
  | "file/extra"
  | "file/changed"
  /** A link, or something else that is no file. */
  | "file/strange"
  | "data/unreadable"
  /** A form of `data/forms.json` without a folder, or the reverse. */
  | "data/forms"
  /** What the catalogue of the open data says of a file is not so. */
  | "data/catalog"
  | "manifest/unreadable"
  /** A path that leads out of the folder, or stands there twice. */
  | "manifest/path"
  /** What it says of a form is not what the form says. */
  | "manifest/form"
  | "manifest/count";

/** One thing that does not agree. Chinese, without full stops. */
export interface Mismatch {
  readonly code: MismatchCode;
  /** Relative to the folder that was given, or the document as it was given. */
  readonly file: string;
  /** Where in the file: a cell, a page, a member. */
  readonly place?: string;
  readonly what: string;
  /** What is there, and what should be. */
  readonly shown?: string;
  readonly data?: string;
}

/** What was held against what, and what did not agree. */
export interface Verification {
  /** Files held against a manifest by size and hash. */
  readonly files: number;
  /** Documents held cell by cell against their own data. */
  readonly documents: number;
  readonly mismatches: readonly Mismatch[];
  /** What was not verified, and why; Chinese sentences. */
  readonly notes: readonly string[];
}

export const NOTHING_VERIFIED: Verification = { files: 0, documents: 0, mismatches: [], notes: [] };
