/** view → page → HTML, DOCX, PDF of one form. The same page for all three, so that they cannot disagree. */
import { type Edition, type SelfEvaluationForm } from "@zipingbiao/core";
import { formTwin } from "./batch/document-twin.ts";
import { type Page, type Printer, type Templates, renderDocx, renderPage, viewForm } from "@zipingbiao/renderer";

export const DOCUMENT_FORMATS = ["pdf", "docx", "html"] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** Parts that last for a whole run. `printer` is asked for only when a PDF is wanted. */
export interface RenderParts {
  readonly templates: Templates;
  readonly printer: () => Promise<Printer>;
}

export interface RenderedDocument {
  readonly format: DocumentFormat;
  readonly bytes: Uint8Array;
  /** Of a PDF. */
  readonly pages?: number;
}

/** The documents of one form, in the order of `formats`. */
export async function renderForm(
  form: SelfEvaluationForm,
  edition: Edition,
  formats: readonly DocumentFormat[],
  parts: RenderParts,
): Promise<readonly RenderedDocument[]> {
  return await renderDocuments(renderPage(parts.templates, viewForm(form, edition), formTwin(form)), formats, parts);
}

/** A page in several formats. */
export async function renderDocuments(
  page: Page,
  formats: readonly DocumentFormat[],
  parts: RenderParts,
): Promise<readonly RenderedDocument[]> {
  return await Promise.all(formats.map((format) => renderDocument(page, format, parts)));
}

async function renderDocument(page: Page, format: DocumentFormat, parts: RenderParts): Promise<RenderedDocument> {
  switch (format) {
    case "html":
      return { format, bytes: new TextEncoder().encode(page.html) };
    case "docx":
      return { format, bytes: await renderDocx(page) };
    case "pdf": {
      const printer = await parts.printer();
      return { format, ...(await printer.print(page)) };
    }
  }
}
