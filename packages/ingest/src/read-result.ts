/** What reading a source gives: the forms that were recognised, and by place what was not. */
import { type SelfEvaluationForm, type Twin, formatOrigin } from "@zipingbiao/core";

/** The kinds of source that are read today. Others that are known are refused by name (`unsupported-medium`). */
export type Medium = "text" | "tsv" | "json" | "xlsx" | "docx" | "html" | "pdf";

/** Why a source, or a part of it, gave no form. */
export type ReadProblemCode =
  /** No byte, or white space only. */
  | "empty"
  /** Over {@link MAX_SOURCE_BYTES}, or a line, a form or a nesting beyond what a form can have. */
  | "too-large"
  /** Neither UTF-8 nor GB18030, or control characters in it. */
  | "not-text"
  /** A picture, an encrypted PDF, an old, encrypted or macro Office file: known, but not read. */
  | "unsupported-medium"
  /** A workbook, document or page that is cut off, altered, or made to mislead. */
  | "damaged-file"
  /** Pages of a PDF that are pictures: nothing on them can be read. */
  | "scanned-page"
  /** A form in a sheet that is hidden; it is not read. */
  | "hidden-sheet"
  /** Text in which no form of any edition was found: 未识别的版式. */
  | "unrecognised-layout"
  /** A layout that is known by name and cannot be scored: 可识别，尚不能评分. */
  | "known-layout"
  /** A form whose end is missing. */
  | "truncated"
  /** JSON that cannot be parsed. */
  | "not-json"
  /** A form that the wire codec refuses. */
  | "not-a-form"
  /** A fill-in workbook of another version. */
  | "other-template"
  /** A form that stands in the same source twice, field by field; it is read once. */
  | "duplicate-form";

/** One refused source or part of a source, told to a clerk: what happened, why, what to do next (Chinese sentences). */
export interface ReadProblem {
  readonly code: ReadProblemCode;
  readonly file: string;
  /** 1-based line where the refused part begins. */
  readonly line?: number;
  /** In a PDF, the page (1-based) where it begins. */
  readonly page?: number;
  /** In a workbook, the sheet and the cell where it begins. */
  readonly sheet?: string;
  readonly cell?: string;
  /** In a document, the table and the row and column in it; all count from 1. */
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

/** The outcome of reading one source. Forms and problems are in the order of the source. */
export interface ReadResult {
  readonly forms: readonly SelfEvaluationForm[];
  readonly problems: readonly ReadProblem[];
  /** What was read all the same, but should be known; none without it. */
  readonly warnings?: readonly ReadProblem[];
  readonly medium: Medium;
  /** Data of ours that a PDF or an Office file carries beside what is read here, by its claims; none without it. */
  readonly twins?: readonly Twin[];
}

/** One source to read: its name as it is to be shown, and its bytes. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The largest source that is read: 32 MiB. */
export const MAX_SOURCE_BYTES = 32 * 1024 * 1024;

/** One line for a terminal: place, what, why, next. */
export function formatProblem(problem: ReadProblem): string {
  return `${formatOrigin(problem)} ${problem.what}${problem.why}${problem.next}`;
}
