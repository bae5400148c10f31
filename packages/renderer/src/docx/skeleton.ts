/**
 * Everything of a Word document but its text: styles, settings, footer, properties. The `docx` library makes it once
 * per template; the text is our own compiler's, which is about forty times faster (docs: performance).
 */
import { unzipSync } from "fflate";
import type { StyleSheet } from "../page/style-sheet.ts";
import type { FontNames } from "./font-names.ts";
import { type StyledElement, styledBody } from "./styled-element.ts";
import { withTwinNamed } from "../ooxml/twin-parts.ts";
import { wordStyles } from "./word-styles.ts";
import { type ZipStart, packPart, startZip } from "../ooxml/zip-package.ts";

export interface Skeleton {
  /** `[Content_Types].xml` and the parts that every document of the template shares. */
  readonly start: ZipStart;
  /** Their texts by name, for documents that name further parts in them. */
  readonly shared: readonly (readonly [name: string, text: string])[];
  /** The same of a document that carries its twin. */
  readonly twinnedStart: ZipStart;
  /** The document part up to and behind its text. */
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  /** The look of the page's body. */
  readonly look: StyledElement;
}

/** Parts that are written for each document. */
export const DOCUMENT_PART = "word/document.xml";
export const PROPERTIES_PART = "docProps/core.xml";

export async function makeSkeleton(style: StyleSheet, fonts: FontNames): Promise<Skeleton> {
  const styles = wordStyles(style);
  const { MARK, packLibraryDocument } = await import("./library-document.ts");
  const library = unzipSync(await packLibraryDocument(style, styles, fonts));
  const texts = new Map(Object.entries(library).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  const [head, tail] = cutAtMark(texts.get(DOCUMENT_PART) ?? "", MARK);
  const shared = [...texts]
    .filter(([name]) => name !== DOCUMENT_PART && name !== PROPERTIES_PART)
    .toSorted(byPackageOrder)
    .map(([name, text]) => [name, name === "word/styles.xml" ? evenSpacing(text) : text] as const);
  return {
    shared,
    start: startZip(shared.map(([name, text]) => packPart(name, [text], 9))),
    twinnedStart: startZip(shared.map(([name, text]) => packPart(name, [withTwinNamed(name, text)], 9))),
    head: Buffer.from(head),
    tail: Buffer.from(tail),
    look: styledBody(style, styles, fonts),
  };
}

/** Readers that look at the first bytes of a file expect the list of parts to come first. */
function byPackageOrder([a]: readonly [string, string], [b]: readonly [string, string]): number {
  const rank = (name: string) => ["[Content_Types].xml", "_rels/.rels"].indexOf(name) + 1 || 3;
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** The library declares 30 name spaces; they are the one part of a document that packs badly, and we use two. */
const DOCUMENT_ELEMENT =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

function cutAtMark(document: string, mark: string): [head: string, tail: string] {
  const pattern = new RegExp(`<w:p>(?:(?!</w:p>).)*${mark}(?:(?!</w:p>).)*</w:p>`);
  const [head, tail, ...more] = document.split(pattern);
  if (head === undefined || tail === undefined || more.length > 0)
    throw new Error("the library's document has changed");
  return [head.replace(/<w:document [^>]*>/, DOCUMENT_ELEMENT), tail];
}

/** Word would add a quarter of a character between Chinese and digits; the browser adds none, so lines would differ. */
function evenSpacing(styles: string): string {
  const begin = "<w:pPrDefault><w:pPr>";
  if (!styles.includes(begin)) throw new Error("the library's styles have changed");
  return styles.replace(begin, `${begin}<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>`);
}
