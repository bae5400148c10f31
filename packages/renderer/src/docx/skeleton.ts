/**
 * Everything of a Word document but its text: styles, settings, footer, properties. The `docx` library makes it once
 * per template; the text is our own compiler's, which is about forty times faster (docs: performance).
 */
import { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { unzipSync } from "fflate";
import { type ComputedStyle, bodyStyle, lineHeightOf } from "../page/computed-style.ts";
import type { FooterPart, PageFooter, PageSetup } from "../page/page-setup.ts";
import type { KnownOpenings } from "../page/page-tree.ts";
import type { TextProperties } from "../page/style-properties.ts";
import type { StyleSheet } from "../page/style-sheet.ts";
import { type FontNames, fontName } from "./font-names.ts";
import { type StyledElement, styledBody } from "./styled-element.ts";
import { withTwinNamed } from "../ooxml/twin-parts.ts";
import { ALIGNMENTS } from "./word-properties.ts";
import { type WordStyle, wordStyles } from "./word-styles.ts";
import { twips } from "./twips.ts";
import { type PackedPart, packPart } from "../ooxml/zip-package.ts";

export interface Skeleton {
  /** `[Content_Types].xml` and the parts that every document of the template shares. */
  readonly parts: readonly PackedPart[];
  /** Their texts by name, for documents that name further parts in them. */
  readonly shared: readonly (readonly [name: string, text: string])[];
  /** The same of a document that carries its twin. */
  readonly twinnedParts: readonly PackedPart[];
  /** The document part up to and behind its text. */
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  /** The look of the page's body. */
  readonly look: StyledElement;
  /** Start tags seen in pages of the template. */
  readonly openings: KnownOpenings;
}

/** Parts that are written for each document. */
export const DOCUMENT_PART = "word/document.xml";
export const PROPERTIES_PART = "docProps/core.xml";

/** Digits and Latin letters break by English rules: by Chinese ones LibreOffice tears 2020 into 20 and 20. */
const LANGUAGES = { value: "en-US", eastAsia: "zh-CN" } as const;

const MARK = "zpb-body";

export async function makeSkeleton(style: StyleSheet, fonts: FontNames): Promise<Skeleton> {
  const styles = wordStyles(style);
  const library = unzipSync(await Packer.toBuffer(libraryDocument(style, styles, fonts)));
  const texts = new Map(Object.entries(library).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  const [head, tail] = cutAtMark(texts.get(DOCUMENT_PART) ?? "");
  const shared = [...texts]
    .filter(([name]) => name !== DOCUMENT_PART && name !== PROPERTIES_PART)
    .toSorted(byPackageOrder)
    .map(([name, text]) => [name, name === "word/styles.xml" ? evenSpacing(text) : text] as const);
  return {
    shared,
    parts: shared.map(([name, text]) => packPart(name, [text], 9)),
    twinnedParts: shared.map(([name, text]) => packPart(name, [withTwinNamed(name, text)], 9)),
    head: Buffer.from(head),
    tail: Buffer.from(tail),
    look: styledBody(style, styles, fonts),
    openings: new Map(),
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

function cutAtMark(document: string): [head: string, tail: string] {
  const pattern = new RegExp(`<w:p>(?:(?!</w:p>).)*${MARK}(?:(?!</w:p>).)*</w:p>`);
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

function libraryDocument(style: StyleSheet, styles: ReadonlyMap<string, WordStyle>, fonts: FontNames): Document {
  const body = bodyStyle(style);
  const { page } = style;
  return new Document({
    ...(page.evenFooter === null ? {} : { evenAndOddHeaderAndFooters: true }),
    styles: {
      default: {
        document: {
          run: { ...runOptions(body.text, fonts), language: LANGUAGES },
          paragraph: paragraphOptions(body),
        },
      },
      paragraphStyles: [...styles.values()].map(({ id, name, computed }) => ({
        id,
        name,
        basedOn: "Normal",
        quickFormat: true,
        run: runOptions(computed.text, fonts),
        paragraph: paragraphOptions(computed),
      })),
    },
    sections: [
      {
        properties: { page: pageOptions(page) },
        ...(page.footer === null ? {} : { footers: footers(page.footer, page.evenFooter, fonts) }),
        children: [new Paragraph(MARK)],
      },
    ],
  });
}

function runOptions(text: TextProperties, fonts: FontNames) {
  const font = fontName(text.families, fonts);
  return {
    font: { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: "eastAsia" },
    size: Math.round(text.size * 2),
    bold: text.bold,
    color: text.color,
    ...(text.letterSpacing === 0 ? {} : { characterSpacing: twips(text.letterSpacing) }),
  };
}

function paragraphOptions({ text, box }: ComputedStyle) {
  const { indent } = text;
  return {
    alignment: ALIGNMENTS[text.align],
    ...(box.keepWithNext ? { keepNext: true } : {}),
    spacing: {
      before: twips(Math.max(0, box.marginTop)),
      after: twips(Math.max(0, box.marginBottom)),
      line: twips(lineHeightOf(text)),
      lineRule: LineRuleType.EXACT,
    },
    indent:
      "points" in indent
        ? { firstLine: twips(indent.points) }
        : { firstLineChars: Math.round(indent.ems * 100), firstLine: twips(indent.ems * text.size) },
  };
}

function pageOptions({ width, height, margin, footer }: PageSetup) {
  return {
    size: { width: twips(width), height: twips(height) },
    margin: {
      top: twips(margin.top),
      right: twips(margin.right),
      bottom: twips(margin.bottom),
      left: twips(margin.left),
      header: twips(margin.top / 2),
      footer: twips(footer === null ? margin.bottom / 2 : belowFooter(footer, margin.bottom)),
    },
  };
}

/** From the line to the edge of the paper; the browser sets it in the middle of the margin unless told. */
function belowFooter({ size, drop }: PageFooter, margin: number): number {
  return drop === null ? (margin - size) / 2 : margin - drop - size * FOOTER_LINE;
}

const FOOTER_LINE = 1.3;

function footers(odd: PageFooter, even: PageFooter | null, fonts: FontNames) {
  return { default: footer(odd, fonts), ...(even === null ? {} : { even: footer(even, fonts) }) };
}

function footer({ align, families, size, content }: PageFooter, fonts: FontNames): Footer {
  const font = fontName(families, fonts);
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType[align === "left" ? "LEFT" : align === "right" ? "RIGHT" : "CENTER"],
        spacing: { line: twips(size * FOOTER_LINE), lineRule: LineRuleType.EXACT },
        children: [
          new TextRun({
            font: { ascii: font, hAnsi: font, eastAsia: font, cs: font },
            size: Math.round(size * 2),
            children: content.map(footerText),
          }),
        ],
      }),
    ],
  });
}

function footerText(part: FooterPart) {
  if ("text" in part) return part.text;
  return part.count === "page" ? PageNumber.CURRENT : PageNumber.TOTAL_PAGES;
}
