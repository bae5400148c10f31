/** The world that the use cases need. `node/node-environment.ts` is the real one; tests pass small fakes. */
import type { Printer, Templates } from "@zipingbiao/renderer";
import type { OpenFolder } from "./batch/store.ts";
import type { SourceReader } from "./input/source-reader.ts";
import type { PublicationFolder } from "./publication/publication-folder.ts";
import type { RunReport } from "./run-report.ts";
import type { QueueState } from "./queue/queue-state.ts";
import type { Trouble } from "./trouble.ts";

/** One input file. `name` is what findings and origins show: relative to the folder that was given, never absolute. */
export interface InputFile {
  readonly path: string;
  readonly name: string;
}

/** What happens while a use case runs; the terminal shows it, `--json` prints it. */
export type ProgressEvent =
  | { readonly kind: "step"; readonly step: ProgressStep; readonly done: number; readonly total: number }
  | { readonly kind: "note" | "warning"; readonly code: string; readonly message: string }
  | { readonly kind: "trouble"; readonly trouble: Trouble }
  /** Forms and seconds that are left, where they are known. */
  | ({ readonly kind: "queue"; readonly left?: number; readonly secondsLeft?: number } & QueueState);

/** read 读取 · check 核算与检查 · print 打印 · volume 汇编 · report 汇总 · data 开放数据 · verify 核对. */
export type ProgressStep = "read" | "check" | "print" | "volume" | "report" | "data" | "verify";

/** Everything in a folder and below, relative to it, with `/`. */
export interface FolderListing {
  readonly files: readonly string[];
  /** Links, and what else is neither file nor folder; not followed. */
  readonly strange: readonly string[];
}

/** Which layouts are printed. */
export interface TemplateChoice {
  /** A folder with all templates; trusted, because the operator named it. */
  readonly templates?: string | undefined;
  /** The name of a file of `report/styles/`. */
  readonly style?: string | undefined;
}

export interface Environment {
  /** Version of the tool, for the manifest. */
  readonly toolVersion: string;
  /** sha256 over the program's own code: what a version number does not tell. */
  programHash(): string;
  /** The files behind paths: a folder gives every file in it, hidden ones aside. Paths that are not there are troubles. */
  listInputs(
    paths: readonly string[],
  ): Promise<{ readonly files: readonly InputFile[]; readonly troubles: readonly Trouble[] }>;
  /** All that lies in a folder; `undefined` for a path that is no folder. */
  listFolder(path: string): Promise<FolderListing | undefined>;
  /** The bytes of a file; of one over `limit` bytes (a source's limit if not given) that many and one more. */
  readInput(file: InputFile, limit?: number): Promise<Uint8Array>;
  /** The bytes of a file piece by piece; it is never whole in memory. */
  readPieces(file: InputFile): AsyncIterable<Uint8Array>;
  /** What reads the files that somebody handed in, to be closed when reading is over. `choice`: by which layouts documents were printed. */
  openReader(choice?: TemplateChoice): SourceReader;
  openOutput(folder: string): Promise<OpenFolder>;
  /** The same for a publication, which is put in its place as a whole. */
  openPublication(folder: string): Promise<PublicationFolder>;
  /** What was said of a publication, by its folder and the hash of its manifest; `undefined` where nobody kept it. */
  recallReport(folder: string, manifest: string): Promise<RunReport | undefined>;
  /** Keeps what was said, in a place that is not published. */
  keepReport(folder: string, manifest: string, report: RunReport): Promise<void>;
  /** `choice`: other templates than the installed ones, another style of the report than the official one. */
  loadTemplates(choice?: TemplateChoice): Templates;
  /** `fonts`: a folder of the user's own fonts. */
  openPrinter(fonts?: string): Promise<Printer>;
  report(event: ProgressEvent): void;
  /** The day by the machine's calendar, `YYYY-MM-DD`; for what a person dates, such as a correction, when no date is given. */
  today(): string;
  /** Milliseconds of a clock that only goes forward; for the figures of a run, never for anything published. */
  elapsed(): number;
  /** Gives back what is no longer used; asked for between the steps of a run over many forms. */
  spareMemory(): void;
  /** The most memory that the program and its browser held so far, in bytes; `undefined` where the system does not say. */
  peakMemory(): number | undefined;
}
