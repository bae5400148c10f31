/** Port: what reads the files that somebody handed in. The real one does so apart from the program (`node/reader`). */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import type { Medium } from "@zipingbiao/ingest";
import type { ExaminedDocument } from "../twin/examine-document.ts";
import { Failure, type Trouble } from "../trouble.ts";

export interface ReadSource {
  readonly forms: readonly SelfEvaluationForm[];
  readonly problems: readonly Trouble[];
  /** What was read all the same, but should be known. */
  readonly warnings?: readonly Trouble[];
  /** What was read; not of a document of ours, nor of a file whose reading was ended. */
  readonly medium?: Medium;
  /** Of a document of ours: the hash of its data. */
  readonly twin?: string;
}

/** Never rejects for what a file contains or does; only, with {@link Interrupted}, when the run is to end. */
export interface SourceReader {
  /** How many files are read at once. */
  readonly lanes: number;
  /** The forms of a source of any kind. */
  read(name: string, bytes: Uint8Array): Promise<ReadSource>;
  /** The forms of `form.json` and the like; whatever is no JSON is a problem. */
  readData(name: string, bytes: Uint8Array): Promise<ReadSource>;
  /** A document held against the data that it carries. */
  examine(name: string, bytes: Uint8Array): Promise<ExaminedDocument>;
  /** Ends what still runs, and lets the program end. */
  close(): Promise<void>;
}

/** The operator ended the run. */
export class Interrupted extends Failure {
  constructor() {
    super({ code: "read/interrupted", what: "读取已中断", why: "收到了中断的信号", next: "需要时请重新运行" });
  }
}

/** Opens a reader for `work` and closes it afterwards. */
export async function withReader<T>(
  environment: { openReader(): SourceReader },
  work: (reader: SourceReader) => Promise<T>,
): Promise<T> {
  const reader = environment.openReader();
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}
