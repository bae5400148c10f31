/** Real documents of disclosed forms, with the browser. */
import { fileURLToPath } from "node:url";
import { type SelfEvaluationForm, findEdition, publishedForm } from "@zipingbiao/core";
import { type Printer, loadTemplates, openPrinter } from "@zipingbiao/renderer";
import { readInputs } from "../src/input/read-inputs.ts";
import { nodeEnvironment } from "../src/node/node-environment.ts";
import { DOCUMENT_FORMATS, type DocumentFormat, renderForm } from "../src/render-form.ts";

const DISCLOSED = fileURLToPath(new URL("../../../fixtures/disclosed", import.meta.url));

export const templates = loadTemplates();

/** All disclosed forms, in the order of their files. */
export async function disclosedForms(): Promise<readonly SelfEvaluationForm[]> {
  const { forms } = await readInputs([DISCLOSED], nodeEnvironment({ report: () => undefined }));
  return forms.map(({ form }) => publishedForm(form));
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
export async function documentsOf(
  form: SelfEvaluationForm,
  printer: Printer,
): Promise<Readonly<Record<DocumentFormat, Uint8Array>>> {
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error("no edition");
  const parts = { templates, printer: () => Promise.resolve(printer) };
  const documents = await renderForm(form, edition, DOCUMENT_FORMATS, parts);
  const [pdf, docx, html] = DOCUMENT_FORMATS.map((format) => documents.find((each) => each.format === format)?.bytes);
  if (pdf === undefined || docx === undefined || html === undefined) throw new Error("not printed");
  return { pdf, docx, html };
}
