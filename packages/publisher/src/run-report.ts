/** What is said of a publication at its end: plain data, so that a run in which nothing changed can say it again. */
import type { FindingCounts, Severity } from "@zipingbiao/core";
import type { WrittenFile } from "./batch/store.ts";
import type { Objection } from "./gate/objection.ts";
import type { Signature } from "./gate/waiver-file.ts";
import type { Trouble } from "./trouble.ts";

/** Names of a form, with where it was read. */
export interface NamedForm {
  readonly file: string;
  readonly index: number;
  readonly fiscalYear: number;
  readonly implementingUnit: string;
  readonly projectName: string;
}

export interface RunReport {
  /** Forms that were published. */
  readonly forms: number;
  readonly counts: FindingCounts;
  /** Findings about the published forms together, of none alone; for the bureau, not published. */
  readonly aboutAll: readonly { readonly severity: Severity; readonly message: string }[];
  /** Waivers that did nothing; Chinese sentences. */
  readonly notes: readonly string[];
  /** Forms that are the same to the letter as one that is published. */
  readonly duplicates: readonly NamedForm[];
  readonly troubles: readonly Trouble[];
  /** Files that an earlier run had written here and this one did not; they were removed. */
  readonly removed: number;
  /** Forms that were let through or masked, and how many places. */
  readonly waived: Counted;
  readonly masked: Counted;
  readonly withheld: readonly (NamedForm & Signature & { readonly objections: number })[];
  readonly blocked: readonly (NamedForm & { readonly objections: readonly Objection[] })[];
  readonly manifest: WrittenFile;
  readonly figures: RunFigures;
}

export interface Counted {
  readonly forms: number;
  readonly places: number;
}

/** What a run took. `pages` are printed PDF pages, those of the volume and the report included. */
export interface RunFigures {
  readonly forms: number;
  /** Forms whose documents were there already. */
  readonly recalled: number;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly peakMemory: number | undefined;
}
