/** One source → its forms: the data of a document of ours when it agrees with the text, else what ingest reads. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import { readForms } from "@zipingbiao/ingest";
import type { Templates } from "@zipingbiao/renderer";
import { checkDocument } from "../twin/check-document.ts";
import { alteredBeyondReading, disagreement } from "../twin/document-words.ts";
import { openDocument } from "../twin/open-document.ts";
import type { Trouble } from "../trouble.ts";

export interface ReadSource {
  readonly forms: readonly SelfEvaluationForm[];
  readonly problems: readonly Trouble[];
  /** Of a document of ours: the hash of its data. */
  readonly twin?: string;
}

/** Reads a source by its bytes. `templates` are asked for only when a document is to be compared. Never throws for what it contains. */
export function readSource(name: string, bytes: Uint8Array, templates: () => Templates): ReadSource {
  const opened = openDocument(bytes);
  if (opened?.kind === "unopened" && opened.isOurs)
    return { forms: [], problems: [alteredBeyondReading(name, opened)] };
  if (opened?.kind !== "opened" || opened.twins.length === 0) {
    const { forms, problems } = readForms({ name, bytes });
    const isPdf = opened?.kind === "unopened" && opened.format === "pdf";
    return {
      forms,
      problems: isPdf ? problems.map((each) => ({ ...each, why: `${each.why}${opened.why}。` })) : problems,
    };
  }
  const { twin, forms, problems } = checkDocument(opened, templates());
  if (problems.length > 0 || twin === undefined) return { forms: [], problems: [disagreement(name, problems)] };
  return { forms, problems: [], twin: twin.sha256 };
}
