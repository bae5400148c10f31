/** Port: what makes the documents of forms. `local-engine.ts` does it in this process. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import type { FontUsed } from "@zipingbiao/renderer";

/** What the bytes of a document depend on besides its form. Two makers of the same values make the same bytes. */
export interface Maker {
  /** Version of the tool. */
  readonly tool: string;
  /** sha256 over the program's own code. */
  readonly program: string;
  /** sha256 over the templates. */
  readonly templates: string;
  /** For example `HeadlessChrome/153.0.8010.0`. */
  readonly browser: string;
  /** sha256 over every face that could be printed with. */
  readonly fonts: string;
}

/** One form whose documents are wanted. */
export interface FormTask {
  /** sha256 of the form's canonical JSON: what its documents depend on besides the maker. */
  readonly hash: string;
  /** The form, opened anew at every call; nobody keeps it. */
  open(): SelfEvaluationForm;
}

export interface MadeDocument {
  /** In the form's folder: `form.pdf`, `更正说明.docx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a PDF. */
  readonly pages?: number;
}

/** Everything that is published of a form besides its data. */
export interface MadeForm {
  readonly documents: readonly MadeDocument[];
  /** Font files that the PDFs were printed with. */
  readonly fonts: readonly FontUsed[];
}

/** Why a form has no documents: plain data, for it may come from another machine. 什么 / 为何 / 怎么办 as in `Trouble`. */
export interface MakingFailure {
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly next: string;
  /** Characters that no font has. */
  readonly characters: readonly string[];
}

export type TaskOutcome =
  | { readonly kind: "made"; readonly made: MadeForm }
  | { readonly kind: "failed"; readonly failure: MakingFailure };

export interface FormEngine {
  maker(): Promise<Maker>;
  /**
   * Calls `take` once for every task, in any order, several at a time, and asks for the next task only when there is room
   * for it. Rejects when no form can be made any more or `take` rejects, after the calls that are under way have ended.
   */
  run<Task extends FormTask>(
    tasks: Iterable<Task>,
    take: (task: Task, outcome: TaskOutcome) => Promise<void>,
  ): Promise<void>;
  /** Never throws. */
  close(): Promise<void>;
}
