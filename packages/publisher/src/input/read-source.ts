/** One source → its forms: the data of a document of ours when it agrees with the text, else what ingest reads. */
import type { Twin, TwinKind } from "@zipingbiao/core";
import { type OnPage, type ReadResult, readForms } from "@zipingbiao/ingest";
import { documentFormat } from "../twin/document-format.ts";
import type { ExaminedDocument, TemplatesSource } from "../twin/examine-document.ts";
import { alteredBeyondReading, disagreement, savedAgain } from "../twin/document-words.ts";
import type { Trouble } from "../trouble.ts";
import type { ReadSource } from "./source-reader.ts";

/** Told how far reading has come. */
export interface OnRead {
  readonly page?: OnPage;
  /** What a kind of file needs is there: from here on the file itself takes the time. */
  readonly loaded?: () => void;
  /** The text of a document of ours is about to be held against its data. */
  readonly compare?: () => void;
}

/** Reads a source by its bytes. `templates` are asked for only when a document is to be compared. Never throws for what it contains. */
export async function readSource(
  name: string,
  bytes: Uint8Array,
  templates: TemplatesSource,
  on: OnRead = {},
): Promise<ReadSource> {
  const examined = await examine(bytes, templates, on);
  if (examined.kind === "ended") return { forms: [], problems: [examined.trouble] };
  if (examined.kind === "unopened" && examined.isOurs)
    return { forms: [], problems: [alteredBeyondReading(name, examined)] };
  if (examined.kind !== "checked") return await readPage(name, bytes, on);
  const { twin, forms, problems } = examined.checked;
  if (problems.length > 0 || twin === undefined) return { forms: [], problems: [disagreement(name, problems)] };
  const partly = PARTLY_SHOWN[twin.shows];
  if (partly !== undefined) return { forms: [], problems: [shownInPart(name, partly)] };
  return { forms, problems: [], twin: twin.sha256 };
}

/** What the page shows; where the file carries data all the same, it must say the same. */
async function readPage(name: string, bytes: Uint8Array, on: OnRead): Promise<ReadSource> {
  const { twins, ...read } = await readForms({ name, bytes }, on.page);
  return twins === undefined ? read : await heldAgainstData(name, read, twins);
}

async function heldAgainstData(
  name: string,
  { warnings = [], ...read }: ReadResult,
  twins: readonly Twin[],
): Promise<ReadSource> {
  const partly = twins.map(({ shows }) => PARTLY_SHOWN[shows]).find((kind) => kind !== undefined);
  if (partly !== undefined) return { forms: [], problems: [shownInPart(name, partly)] };
  const { holdAgainstData } = await import("../twin/hold-against-data.ts");
  const problems = holdAgainstData(twins, read.forms);
  if (problems.length > 0) return { forms: [], problems: [disagreement(name, problems), ...read.problems] };
  return { ...read, warnings: [savedAgain(name), ...warnings] };
}

/** {@link examineDocument}, loaded when it is needed: most sources are no documents of ours; what compares them takes longer to load than a text takes to read. */
export async function examine(bytes: Uint8Array, templates: TemplatesSource, on: OnRead): Promise<ExaminedDocument> {
  if (documentFormat(bytes) === undefined) return { kind: "plain" };
  const { examineDocument } = await import("../twin/examine-document.ts");
  on.loaded?.();
  return await examineDocument(bytes, templates, on.compare);
}

/** What prints only a part of its forms: the rest of the data could say anything. */
const PARTLY_SHOWN: Readonly<Partial<Record<TwinKind, string>>> = { report: "汇总报告", correction: "更正说明" };

function shownInPart(file: string, kind: string): Trouble {
  return {
    code: "twin/partly-shown",
    file,
    what: `这是${kind}，没有读取`,
    why: `${kind}没有印出自评表的全部内容，其余的数据无从核对`,
    next: "请改用自评表的文档、汇编，或者 form.json、data/forms.json",
  };
}
