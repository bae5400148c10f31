/**
 * Computed styles → WordprocessingML properties. Each function writes what differs from a base, in the order
 * that the schema demands; an empty string says that the base has it all.
 */
import { lineHeightOf, type ComputedStyle } from "../page/computed-style.ts";
import type { BoxProperties, TextProperties } from "../page/style-properties.ts";
import type { Border } from "../page/style-values.ts";
import { type FontNames, fontName } from "./font-names.ts";
import { escapeXml } from "../ooxml/xml-text.ts";
import { twips } from "./twips.ts";

/** Inside of `w:rPr`. */
export function runProperties(text: TextProperties, base: TextProperties, fonts: FontNames): string {
  let xml = "";
  const font = fontName(text.families, fonts);
  if (font !== fontName(base.families, fonts)) {
    const name = escapeXml(font);
    xml += `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
  }
  if (text.bold !== base.bold) xml += text.bold ? "<w:b/><w:bCs/>" : '<w:b w:val="0"/><w:bCs w:val="0"/>';
  if (text.color !== base.color) xml += `<w:color w:val="${text.color}"/>`;
  if (text.letterSpacing !== base.letterSpacing) xml += `<w:spacing w:val="${twips(text.letterSpacing)}"/>`;
  if (text.size !== base.size) {
    const halfPoints = Math.round(text.size * 2);
    xml += `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
  }
  return xml;
}

/** What a paragraph is besides its look. */
export interface ParagraphFacts {
  readonly styleId: string;
  readonly pageBreakBefore: boolean;
  readonly keepWithNext: boolean;
  /** 1 for `h1`; 0 for a paragraph that is no heading. */
  readonly headingLevel: number;
  /** Holds a picture: its line is as high as that. */
  readonly holdsPicture?: true;
}

/** Inside of `w:pPr`. */
export function paragraphProperties(style: ComputedStyle, base: ComputedStyle, facts: ParagraphFacts): string {
  const { text, box } = style;
  let xml = facts.styleId === "" ? "" : `<w:pStyle w:val="${facts.styleId}"/>`;
  if ((box.keepWithNext || facts.keepWithNext) && !base.box.keepWithNext) xml += "<w:keepNext/>";
  if (facts.pageBreakBefore) xml += "<w:pageBreakBefore/>";
  const spacing = facts.holdsPicture === true ? pictureSpacing(style) : spacingOf(style);
  if (spacing !== spacingOf(base)) xml += `<w:spacing ${spacing}/>`;
  const indent = indentOf(text);
  if (indent !== indentOf(base.text)) xml += `<w:ind ${indent}/>`;
  if (text.align !== base.text.align) xml += `<w:jc w:val="${ALIGNMENTS[text.align]}"/>`;
  if (facts.headingLevel > 0) xml += `<w:outlineLvl w:val="${facts.headingLevel - 1}"/>`;
  return xml;
}

export const ALIGNMENTS = { left: "left", center: "center", right: "right", justify: "both" } as const;

/** Lines are set exactly as high as CSS sets them: "auto" would follow each font's own idea of a line. */
function spacingOf({ text, box }: ComputedStyle): string {
  const before = twips(Math.max(0, box.marginTop));
  const after = twips(Math.max(0, box.marginBottom));
  return `w:before="${before}" w:after="${after}" w:line="${twips(lineHeightOf(text))}" w:lineRule="exact"`;
}

/** In a line of fixed height Word would cut a picture off. */
function pictureSpacing({ box }: ComputedStyle): string {
  const before = twips(Math.max(0, box.marginTop));
  return `w:before="${before}" w:after="${twips(Math.max(0, box.marginBottom))}" w:line="240" w:lineRule="auto"`;
}

function indentOf({ indent, size }: TextProperties): string {
  if ("points" in indent) return `w:firstLineChars="0" w:firstLine="${twips(indent.points)}"`;
  return `w:firstLineChars="${Math.round(indent.ems * 100)}" w:firstLine="${twips(indent.ems * size)}"`;
}

type Side = "top" | "left" | "bottom" | "right";

const SIDES = [
  ["top", "borderTop", "paddingTop"],
  ["left", "borderLeft", "paddingLeft"],
  ["bottom", "borderBottom", "paddingBottom"],
  ["right", "borderRight", "paddingRight"],
] as const satisfies readonly (readonly [Side, keyof BoxProperties, keyof BoxProperties])[];

/** What stands behind width and merging in `w:tcPr`. */
export function cellProperties(box: BoxProperties, base: BoxProperties): string {
  const borders = SIDES.filter(([, border]) => !sameBorder(box[border], base[border]))
    .map(([side, border]) => borderXml(side, box[border]))
    .join("");
  const paddings = SIDES.filter(([, , padding]) => box[padding] !== base[padding])
    .map(([side, , padding]) => paddingXml(side, box[padding]))
    .join("");
  return (
    (borders === "" ? "" : `<w:tcBorders>${borders}</w:tcBorders>`) +
    (box.background === "" ? "" : `<w:shd w:val="clear" w:color="auto" w:fill="${box.background}"/>`) +
    (paddings === "" ? "" : `<w:tcMar>${paddings}</w:tcMar>`) +
    (box.verticalAlign === "top" ? "" : `<w:vAlign w:val="${VERTICAL[box.verticalAlign]}"/>`)
  );
}

const VERTICAL = { middle: "center", bottom: "bottom" } as const;

/** `w:tblPr` of a table whose cells look like `cell` unless they say otherwise. */
export function tableProperties(cell: BoxProperties, width: number): string {
  const borders = SIDES.map(([side, border]) => borderXml(side, cell[border])).join("");
  const inside = borderXml("insideH", cell.borderBottom) + borderXml("insideV", cell.borderRight);
  const paddings = SIDES.map(([side, , padding]) => paddingXml(side, cell[padding])).join("");
  return (
    `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/>` +
    `<w:tblBorders>${borders}${inside}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar>${paddings}</w:tblCellMar></w:tblPr>`
  );
}

/** Word counts lines in eighths of a point. */
function borderXml(name: string, { width, color }: Border): string {
  if (width === 0) return `<w:${name} w:val="nil"/>`;
  return `<w:${name} w:val="single" w:sz="${Math.max(2, Math.round(width * 8))}" w:space="0" w:color="${color}"/>`;
}

function paddingXml(side: Side, points: number): string {
  return `<w:${side} w:w="${twips(Math.max(0, points))}" w:type="dxa"/>`;
}

function sameBorder(a: Border, b: Border): boolean {
  return a.width === b.width && a.color === b.color;
}
