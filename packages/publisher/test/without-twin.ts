/** Documents of ours without the data that they carry, as a program leaves them that keeps only what it knows. */
import { TWIN_SCRIPT_ID } from "@zipingbiao/core";
import type { FormFormat } from "../src/render-form.ts";
import { alterHtml, alterPdf, partsOf, zipOf } from "./altered-documents.ts";

/** The same document, its visible part untouched. Throws where there is no twin to take out. */
export const withoutTwin: Readonly<Record<FormFormat, (bytes: Uint8Array) => Uint8Array>> = {
  html: (bytes) =>
    alterHtml(bytes, (text) => cut(text, new RegExp(`<script[^>]*id="${TWIN_SCRIPT_ID}"[^]*?</script>`, "u"))),
  docx: withoutCustomXml,
  xlsx: withoutCustomXml,
  pdf: withoutAttachment,
};

function cut(text: string, part: RegExp): string {
  const rest = text.replace(part, "");
  if (rest === text) throw new Error(`no ${part.source}`);
  return rest;
}

function withoutCustomXml(bytes: Uint8Array): Uint8Array {
  const parts = partsOf(bytes);
  const kept = new Map<string, Uint8Array | string>();
  for (const [name, content] of parts) {
    if (name.startsWith("customXml/")) continue;
    const isListed = name.endsWith(".rels") || name === "[Content_Types].xml";
    const text = isListed ? new TextDecoder().decode(content) : "";
    kept.set(name, isListed ? text.replaceAll(/<(?:Relationship|Override) [^>]*customXml\/[^>]*\/>/gu, "") : content);
  }
  if (kept.size === parts.size) throw new Error("no custom XML");
  return zipOf(kept);
}

// Blanks of the same length: the places of the objects behind stay as they are listed.
function withoutAttachment(bytes: Uint8Array): Uint8Array {
  let found = 0;
  const blanked = (text: string, part: RegExp): string =>
    text.replace(part, (all) => {
      found += 1;
      return " ".repeat(all.length);
    });
  const altered = alterPdf(bytes, ({ dict, content }) => {
    if (!dict.includes("/ObjStm")) return undefined;
    const named = blanked(content, /\/AF \[\d+ 0 R\]/u);
    const listed = blanked(named, /\/EmbeddedFiles <<\/Names \[[^]*?\]>>/u);
    return blanked(listed, /<<\/Type \/Filespec[^]*?>>>>/u).replace(/^\s*$/u, "");
  });
  if (found !== 3) throw new Error(`${found} places of the attachment, and not 3`);
  return altered;
}
