/** `zpb correct`: a form and what it should say → the next revision, its documents, and the 更正说明. */
import { basename, resolve } from "node:path";
import {
  type AboutCorrection,
  type AskedChange,
  type Corrected,
  type Correction,
  type CorrectionRefusal,
  type Edition,
  correctForm,
  encodeForm,
} from "@zipingbiao/core";
import type { Page, Templates } from "@zipingbiao/renderer";
import type { SourcedForm } from "../batch/plan-batch.ts";
import { jsonText, sha256 } from "../batch/published-form.ts";
import { FORM_DOCUMENTS, FORM_JSON } from "../batch/form-files.ts";
import type { OpenFolder, WrittenFile } from "../batch/store.ts";
import { type CheckedForm, checkForm } from "../check-forms.ts";
import type { Environment } from "../environment.ts";
import { formPages } from "../form-pages.ts";
import { formTrouble } from "../form-trouble.ts";
import { knownEdition } from "../known-edition.ts";
import { DOCUMENT_FORMATS, renderDocuments } from "../render-form.ts";
import { Failure } from "../trouble.ts";
import { changesIn, readCorrectedCopy } from "./asked-changes.ts";
import { type FormChoice, chooseForm } from "./choose-form.ts";

export interface CorrectionRequest extends FormChoice {
  readonly path: string;
  readonly set: readonly AskedChange[];
  /** A corrected copy of the form; the form before the last correction takes that correction back. */
  readonly from?: string;
  readonly reason: string;
  /** `YYYY-MM-DD`; the environment's day when missing. */
  readonly date?: string;
  readonly folder: string;
}

export type CorrectionOutcome =
  | {
      readonly kind: "corrected";
      readonly correction: Corrected;
      /** The corrected form with what the rules say of it. */
      readonly checked: CheckedForm;
      readonly files: readonly WrittenFile[];
    }
  | { readonly kind: "refused"; readonly sourced: SourcedForm; readonly refusals: readonly CorrectionRefusal[] };

/** read → choose → correct → check → documents → write. Nothing is written when the correction is refused. */
export async function correctSource(request: CorrectionRequest, environment: Environment): Promise<CorrectionOutcome> {
  const sourced = await chooseForm(request.path, request, environment);
  const edition = knownEdition(sourced.form.edition);
  const correction = await makeCorrection(sourced, request, edition, environment);
  if (correction.kind === "refused") return { ...correction, sourced };
  const checked = checkForm({ form: correction.form, source: sourced.source });
  const files = await writeCorrection(correction, edition, request, environment);
  return { kind: "corrected", correction, checked, files };
}

async function makeCorrection(
  { form }: SourcedForm,
  { set, from, reason, date }: CorrectionRequest,
  edition: Edition,
  environment: Environment,
): Promise<Correction> {
  const about: AboutCorrection = { reason, date: date ?? environment.today(), sha256 };
  if (from === undefined) return correctForm(form, set, about, edition);
  const copy = await readCorrectedCopy(from, form, environment);
  return correctForm(form, [...changesIn(copy, form, from), ...set], about, edition);
}

/** form.pdf, .docx, .html, 更正说明 in the same formats, and form.json last: where it stands, the others do. */
async function writeCorrection(
  { form }: Corrected,
  edition: Edition,
  { path, folder }: CorrectionRequest,
  environment: Environment,
): Promise<readonly WrittenFile[]> {
  // 仍有疑处的，疑处随表留下；没有的，就是公开的 form.json。
  const json = jsonText(encodeForm({ ...form, origin: {} }));
  const output = await openUnused(folder, path, json, environment);
  const templates = environment.loadTemplates();
  const pages = formPages(form, edition, templates);
  // 全部印好才写：印到一半停下的，不留半套文件。
  const documents = await printAll(pages, templates, environment).catch((error: unknown) => {
    throw new Failure(formTrouble(error, basename(path), form), error);
  });
  const files: WrittenFile[] = [];
  for (const { name, bytes } of documents) files.push(await output.write(name, bytes));
  return [...files, await output.write(FORM_JSON, json)];
}

async function printAll(
  pages: readonly (readonly [stem: string, page: Page])[],
  templates: Templates,
  environment: Environment,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const printer = await environment.openPrinter();
  try {
    const parts = { templates, printer: () => Promise.resolve(printer) };
    const documents: { name: string; bytes: Uint8Array }[] = [];
    for (const [stem, page] of pages) {
      for (const { format, bytes } of await renderDocuments(page, DOCUMENT_FORMATS, parts))
        documents.push({ name: `${stem}.${format}`, bytes });
    }
    return documents;
  } finally {
    await printer.close();
  }
}

/** The folder, unless something in it would be lost: the input itself, or another revision, which is part of the trail. */
async function openUnused(folder: string, input: string, json: string, environment: Environment): Promise<OpenFolder> {
  const output = await environment.openOutput(folder);
  // 同一次更正再做一遍，写的是同样的内容。
  const isSame = (await output.read(FORM_JSON)) === json;
  for (const name of [FORM_JSON, ...FORM_DOCUMENTS]) {
    if (resolve(folder, name) !== resolve(input) && (isSame || (await output.read(name)) === undefined)) continue;
    throw new Failure({
      code: "output/in-use",
      file: folder,
      what: `输出文件夹里已有 ${name}`,
      why: "更正不改动原来的文件；更正前的各版都要留存，才能逐版查对",
      next: "请用 -o 另指定一个空文件夹",
    });
  }
  return output;
}
