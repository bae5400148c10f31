/** view → page → HTML, DOCX, PDF of one form; the same page for all three, so that they cannot disagree. The sheet comes from the same view. */
import { type Edition, type SelfEvaluationForm } from "@zipingbiao/core";
import {
  type FontUsed,
  type Page,
  type PrintedDocument,
  type Printer,
  type Templates,
  renderDocx,
  renderFormSheet,
  renderPage,
  viewForm,
} from "@zipingbiao/renderer";
import { formTwin } from "./batch/document-twin.ts";

export const DOCUMENT_FORMATS = ["pdf", "docx", "html"] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** What one form can be: a document, or a sheet. A volume and a report have pages, and so no sheet. */
export const FORM_FORMATS = [...DOCUMENT_FORMATS, "xlsx"] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

export function isDocumentFormat(format: FormFormat): format is DocumentFormat {
  return format !== "xlsx";
}

/** Parts that last for a whole run. `printer` is asked for only when a PDF is wanted. */
export interface RenderParts {
  readonly templates: Templates;
  readonly printer: () => Promise<Printer>;
}

export interface RenderedDocument<Format extends FormFormat = DocumentFormat> {
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** Of a PDF, with the font files that it was printed with. */
  readonly pages?: number;
  readonly fonts?: readonly FontUsed[];
}

/** The documents of one form, in the order of `formats`. */
export async function renderForm(
  form: SelfEvaluationForm,
  edition: Edition,
  formats: readonly FormFormat[],
  parts: RenderParts,
): Promise<readonly RenderedDocument<FormFormat>[]> {
  const view = viewForm(form, edition);
  const twin = formTwin(form);
  const paged = formats.filter(isDocumentFormat);
  const documents: RenderedDocument<FormFormat>[] = [
    ...(paged.length === 0 ? [] : await renderDocuments(renderPage(parts.templates, view, twin), paged, parts)),
    ...(formats.includes("xlsx") ? [{ format: "xlsx" as const, bytes: await renderFormSheet(view, twin) }] : []),
  ];
  return formats.flatMap((format) => documents.filter((document) => document.format === format));
}

/** A page in several formats. One that shows numbers of its own pages is printed for Word, too: only a print knows them. */
export async function renderDocuments(
  page: Page,
  formats: readonly DocumentFormat[],
  parts: RenderParts,
): Promise<readonly RenderedDocument[]> {
  const asksForPrint = (format: DocumentFormat) => format === "pdf" || (format === "docx" && page.showsPageNumbers);
  const printing = formats.some(asksForPrint) ? printOnce(page, parts) : undefined;
  return await Promise.all(formats.map((format) => renderDocument(page, format, printing)));
}

async function printOnce(page: Page, parts: RenderParts): Promise<PrintedDocument> {
  const printer = await parts.printer();
  return await printer.print(page);
}

async function renderDocument(
  page: Page,
  format: DocumentFormat,
  printing: Promise<PrintedDocument> | undefined,
): Promise<RenderedDocument> {
  switch (format) {
    case "html":
      return { format, bytes: new TextEncoder().encode(page.html) };
    case "docx":
      return { format, bytes: await renderDocx(page, page.showsPageNumbers ? (await printing)?.pageOf : undefined) };
    case "pdf": {
      const printed = await printing;
      if (printed === undefined) throw new Error("a PDF that was not printed");
      return { format, bytes: printed.bytes, pages: printed.pages, fonts: printed.fonts };
    }
  }
}
