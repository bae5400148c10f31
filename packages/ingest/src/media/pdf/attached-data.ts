/** The data of ours that a PDF has attached, as pdf.js gives it; also of a file that another program saved again. */
import { type Twin, readTwinLabel } from "@zipingbiao/core";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { UnusableTwin } from "../unusable-twin.ts";

/** Larger than the data of any PDF that is read. */
const MAX_TWIN = 64 * 1024 * 1024;
const MAX_FILES = 64;
/** What every label of ours begins with, whatever its version. */
const MARK = "zipingbiao/twin@";

/**
 * Every attachment that calls itself a twin, by its claims; the hash is not checked here. Throws {@link UnusableTwin} for
 * one that calls itself ours and cannot be taken out.
 */
export async function attachedData(document: PDFDocumentProxy): Promise<readonly Twin[]> {
  const attached = (await document.getAttachments()) ?? new Map<string, never>();
  const twins: Twin[] = [];
  for (const [key, { filename, description }] of [...attached].slice(0, MAX_FILES)) {
    if (!description.includes(MARK)) continue;
    const label = readTwinLabel(description);
    if (label === undefined) throw new UnusableTwin("附件的说明不合本工具的写法。");
    const text = textOf(await document.getAttachmentContent(key).catch(() => undefined));
    if (text === undefined) throw new UnusableTwin("附件里的数据已损坏，取不出来。");
    twins.push({ ...label, fileName: filename, text });
  }
  return twins;
}

function textOf(bytes: Uint8Array | null | undefined): string | undefined {
  if (!(bytes instanceof Uint8Array) || bytes.length > MAX_TWIN) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
