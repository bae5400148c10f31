/** One source → its forms: the data of a document of ours when it agrees with the text, else what ingest reads. */
import type { SelfEvaluationForm, TwinKind } from "@zipingbiao/core";
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
export async function readSource(name: string, bytes: Uint8Array, templates: () => Templates): Promise<ReadSource> {
  const opened = openDocument(bytes);
  if (opened?.kind === "unopened" && opened.isOurs)
    return { forms: [], problems: [alteredBeyondReading(name, opened)] };
  if (opened?.kind !== "opened" || opened.twins.length === 0) {
    const { forms, problems } = await readForms({ name, bytes });
    const isPdf = opened?.kind === "unopened" && opened.format === "pdf";
    return {
      forms,
      problems: isPdf ? problems.map((each) => ({ ...each, why: `${each.why}${opened.why}。` })) : problems,
    };
  }
  const { twin, forms, problems } = checkDocument(opened, templates());
  if (problems.length > 0 || twin === undefined) return { forms: [], problems: [disagreement(name, problems)] };
  const partly = PARTLY_SHOWN[twin.shows];
  if (partly !== undefined) return { forms: [], problems: [shownInPart(name, partly)] };
  return { forms, problems: [], twin: twin.sha256 };
}

/** What prints only a part of its forms: the rest of the data could say anything. */
const PARTLY_SHOWN: Readonly<Partial<Record<TwinKind, string>>> = { report: "汇总报告", correction: "更正说明" };

function shownInPart(file: string, kind: string): Trouble {
  return {
    code: "twin/partly-shown",
    file,
    what: `这是${kind}，没有读取`,
    why: `${kind}的文字与所带的数据相符，但没有印出自评表的全部内容，其余的数据无从核对`,
    next: "请改用自评表的文档、汇编，或者 form.json、data/forms.json",
  };
}
