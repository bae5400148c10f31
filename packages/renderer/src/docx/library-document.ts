/** The one file that knows the `docx` library; loaded for Word documents alone, for it takes as long as a print. */
import { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { type ComputedStyle, bodyStyle, lineHeightOf } from "../page/computed-style.ts";
import type { FooterPart, PageFooter, PageSetup } from "../page/page-setup.ts";
import type { TextProperties } from "../page/style-properties.ts";
import type { StyleSheet } from "../page/style-sheet.ts";
import { type FontNames, fontName } from "./font-names.ts";
import { ALIGNMENTS } from "./word-properties.ts";
import type { WordStyle } from "./word-styles.ts";
import { twips } from "./twips.ts";

/** Digits and Latin letters break by English rules: by Chinese ones LibreOffice tears 2020 into 20 and 20. */
const LANGUAGES = { value: "en-US", eastAsia: "zh-CN" } as const;

/** Text of the only paragraph, in whose place the page is to stand. */
export const MARK = "zpb-body";

/** A Word document with the styles of a template and one paragraph, as the library packs it. */
export async function packLibraryDocument(
  style: StyleSheet,
  styles: ReadonlyMap<string, WordStyle>,
  fonts: FontNames,
): Promise<Uint8Array> {
  return await Packer.toBuffer(libraryDocument(style, styles, fonts));
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
