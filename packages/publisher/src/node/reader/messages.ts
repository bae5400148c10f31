/** What the program and a reading process say to each other; forms travel in their wire shape. */
import type { WireForm } from "@zipingbiao/core";
import type { SourceUnit } from "@zipingbiao/ingest";
import type { ExaminedDocument } from "../../twin/examine-document.ts";
import type { ReadSource } from "../../input/source-reader.ts";

export type ReadTask = "read" | "readData" | "examine";

/** The program asks; the bytes of the file follow on the standard input. */
export interface ReadJob {
  readonly task: ReadTask;
  readonly name: string;
  readonly bytes: number;
  /** Where the fonts of charts lie unpacked; only when they are needed. */
  readonly plainFonts?: string;
}

/** How far reading has come: before a page, form or sheet, or before the comparison. `held`: resident bytes. */
export interface ReadProgress {
  readonly kind: "progress";
  readonly at?: number;
  readonly of?: number;
  readonly unit: SourceUnit | "compare";
  readonly held: number;
}

/** The next few forms of the answer; they come in their order, before its end. */
export interface ReadForms {
  readonly kind: "forms";
  readonly forms: readonly WireForm[];
}

/** The end of the answer: everything but the forms. */
export interface ReadDone {
  readonly kind: "done";
  readonly source?: Omit<ReadSource, "forms">;
  readonly examined?: ExaminedDocument;
  /** What the process holds now, in bytes. */
  readonly held: number;
}

/** A bug: the reader threw. */
export interface ReadFailed {
  readonly kind: "failed";
  readonly error: string;
  /** No bug: the job is to be given again with {@link ReadJob.plainFonts}. */
  readonly needsPlainFonts?: boolean;
  readonly held: number;
}

/** `ready`: the process is there, or has loaded what a kind of file needs. */
export type ReaderMessage = { readonly kind: "ready" } | ReadProgress | ReadForms | ReadDone | ReadFailed;
