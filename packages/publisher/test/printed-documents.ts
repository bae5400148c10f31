/** Real documents of disclosed forms, one by one, as a volume and as a report, with the browser. */
import { fileURLToPath } from "node:url";
import { type Edition, type SelfEvaluationForm, findEdition, publishedForm } from "@zipingbiao/core";
import { type Printer, type ReportOptions, loadTemplates, openPrinter } from "@zipingbiao/renderer";
import { type SourcedForm, planBatch } from "../src/batch/plan-batch.ts";
import { openForm, shelveForm } from "../src/batch/shelved-form.ts";
import { openCheck } from "../src/check-forms.ts";
import { readInputs } from "../src/input/read-inputs.ts";
import { nodeEnvironment } from "../src/node/node-environment.ts";
import { groupedBy } from "../src/report/grouped-by.ts";
import { reportDocuments, reportPage } from "../src/report/report-documents.ts";
import type { Pieces } from "../src/batch/store.ts";
import type { ReportGrouping } from "../src/batch/report-files.ts";
import { summariseForms } from "../src/report/summarise-forms.ts";
import { DOCUMENT_FORMATS, type DocumentFormat, renderForm } from "../src/render-form.ts";
import type { VolumeArrangement } from "../src/volume/arrange-volume.ts";
import { renderVolumes } from "../src/volume/render-volume.ts";

const DISCLOSED = fileURLToPath(new URL("../../../fixtures/disclosed", import.meta.url));

export const templates = loadTemplates();

/** The documents of one page by format. */
export type Documents = Readonly<Record<DocumentFormat, Uint8Array>>;

/** All disclosed forms, in the order of their files. */
export async function disclosedForms(): Promise<readonly SelfEvaluationForm[]> {
  return (await disclosedSources()).map(({ form }) => publishedForm(form));
}

/** The same as they were read, each with its file. */
export async function disclosedSources(): Promise<readonly SourcedForm[]> {
  return (await readInputs([DISCLOSED], nodeEnvironment({ report: () => undefined }))).forms;
}

/** Runs work with a printer that is closed afterwards. */
export async function withPrinter<T>(work: (printer: Printer) => Promise<T>): Promise<T> {
  const printer = await openPrinter();
  try {
    return await work(printer);
  } finally {
    await printer.close();
  }
}

/** The documents of a form by format. */
export async function documentsOf(form: SelfEvaluationForm, printer: Printer): Promise<Documents> {
  return byFormat(await renderForm(form, editionOf(form), DOCUMENT_FORMATS, partsWith(printer)));
}

/** The report over forms as they were read. */
export async function reportOf(
  sources: readonly SourcedForm[],
  printer: Printer,
  { by, ...options }: ReportOptions & { readonly by?: ReportGrouping } = {},
): Promise<Documents> {
  const check = openCheck();
  const planned = planBatch(sources.map(({ form, source }) => ({ ...shelveForm(form), source }))).forms;
  for (const each of planned) check.add({ form: openForm(each), source: each.source });
  const { findings, batch } = check.finish();
  const forms = planned.map((each, at) => ({ planned: each, findings: findings[at] ?? [] }));
  const summary = groupedBy(summariseForms(forms, batch), by);
  const opened = forms.map((each) => {
    const form = openForm(each.planned);
    return { hash: each.planned.hash, findings: each.findings, open: () => form };
  });
  const reported = { summary, by, forms: opened, aboutAll: batch };
  const parts = partsWith(printer);
  const documents = await reportDocuments(reportPage(reported, options, parts.templates), DOCUMENT_FORMATS, parts);
  const read = documents.map(async ({ file, pieces }) => ({
    format: file.slice(file.lastIndexOf(".") + 1),
    bytes: await bytesOf(pieces),
  }));
  return byFormat(await Promise.all(read));
}

/** The volume of forms. */
export async function volumeOf(
  forms: readonly SelfEvaluationForm[],
  arrangement: VolumeArrangement,
  printer: Printer,
): Promise<Documents> {
  const held = forms.map((form) => ({ form, edition: editionOf(form), open: () => form }));
  const documents: { readonly format: DocumentFormat; readonly bytes: Uint8Array }[] = [];
  const volumes = renderVolumes({ forms: held, unpublished: [] }, arrangement, DOCUMENT_FORMATS, partsWith(printer));
  for await (const { file, pieces } of volumes) {
    const format = DOCUMENT_FORMATS.find((each) => file.endsWith(`.${each}`));
    if (format !== undefined) documents.push({ format, bytes: await bytesOf(pieces) });
  }
  return byFormat(documents);
}

/** A file that comes in pieces. */
async function bytesOf(pieces: Pieces): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  return new Uint8Array(Buffer.concat(parts));
}

function editionOf(form: SelfEvaluationForm): Edition {
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error("no edition");
  return edition;
}

function partsWith(printer: Printer) {
  return { templates, printer: () => Promise.resolve(printer) };
}

function byFormat(documents: readonly { readonly format: string; readonly bytes: Uint8Array }[]): Documents {
  const [pdf, docx, html] = DOCUMENT_FORMATS.map((format) => documents.find((each) => each.format === format)?.bytes);
  if (pdf === undefined || docx === undefined || html === undefined) throw new Error("not printed");
  return { pdf, docx, html };
}
