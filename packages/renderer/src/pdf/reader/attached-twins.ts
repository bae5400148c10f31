/** The twins that a PDF has attached. */
import { type Twin, readTwinLabel } from "@zipingbiao/core";
import type { PackedPdf } from "./packed-pdf.ts";
import { PdfReference, type PdfValue, pdfText, isPdfList } from "./pdf-value.ts";
import { UnreadablePdf } from "./unreadable-pdf.ts";

/** Larger than the data of any PDF that is read. */
const MAX_TWIN = 64 * 1024 * 1024;
const MAX_FILES = 64;

/** Every attachment that calls itself a twin, by its claims; the hash is not checked here. */
export function attachedTwins(pdf: PackedPdf): Twin[] {
  const files = new Set<number>();
  for (const each of [...listOf(pdf.catalog.get("AF")), ...namedFiles(pdf)])
    if (each instanceof PdfReference) files.add(each.number);
  if (files.size > MAX_FILES) throw new UnreadablePdf("附件过多");
  const twins: Twin[] = [];
  for (const number of files) {
    const file = pdf.dictionary(new PdfReference(number));
    const label = readTwinLabel(pdfText(file.get("Desc")));
    if (label === undefined) continue;
    const bytes = pdf.content(pdf.dictionary(file.get("EF")).get("F"), MAX_TWIN);
    twins.push({ ...label, fileName: pdfText(file.get("UF")), text: utf8(bytes) });
  }
  return twins;
}

function namedFiles(pdf: PackedPdf): readonly PdfValue[] {
  const names = pdf.catalog.get("Names");
  const files = names === undefined ? undefined : pdf.dictionary(names).get("EmbeddedFiles");
  return files === undefined ? [] : listOf(pdf.dictionary(files).get("Names"));
}

function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  return isPdfList(value) ? value : [];
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadablePdf("附件的文字编码有误");
  }
}
