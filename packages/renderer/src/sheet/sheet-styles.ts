/** The styles of a streamed workbook: written once, and known by number before any cell is. */
import type { SheetColumn } from "./workbook.ts";

/** A spreadsheet keeps so many digits, and so no more places, of a number. */
export const MAX_PLACES = 15;

const ALIGNMENTS = ["left", "center", "right"] as const;
const HEADER = 1;
const FIRST = 2;
/** Of every alignment: text, text that stays one when it is edited, and figures of 0, 1, 2 … places. */
const KINDS = MAX_PLACES + 3;

type Alignment = NonNullable<SheetColumn["align"]>;

export const HEADER_STYLE = HEADER;

/** A text; `guarded`: one that a program would take for a formula once somebody has edited it. */
export function textStyle(align: Alignment, guarded: boolean): number {
  return FIRST + ALIGNMENTS.indexOf(align) * KINDS + (guarded ? 1 : 0);
}

/** A figure shown with so many places and thousands parted. */
export function figureStyle(align: Alignment, places: number): number {
  return FIRST + ALIGNMENTS.indexOf(align) * KINDS + 2 + places;
}

const FONT = '<sz val="10"/><name val="宋体"/><family val="3"/><charset val="134"/>';
const EDGE = '<color rgb="FFB0B7C0"/>';
const CUSTOM_FORMATS = 164;

/** The part `xl/styles.xml`. */
export function stylesPart(): string {
  const places = Array.from({ length: MAX_PLACES + 1 }, (_, at) => at);
  const formats = places.map((at) => `<numFmt numFmtId="${CUSTOM_FORMATS + at}" formatCode="${formatOf(at)}"/>`);
  const xfs = ALIGNMENTS.flatMap((align) => [
    bodyStyle(align, 0, ""),
    bodyStyle(align, 0, ' quotePrefix="1"'),
    ...places.map((at) => bodyStyle(align, CUSTOM_FORMATS + at, ' applyNumberFormat="1"')),
  ]);
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="${formats.length}">${formats.join("")}</numFmts>` +
    `<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>` +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE4EAF2"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>' +
    ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin">${EDGE}</${side}>`).join("") +
    "<diagonal/></border></borders>" +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${FIRST + xfs.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
    '<alignment horizontal="center" vertical="center" wrapText="1"/></xf>' +
    `${xfs.join("")}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function bodyStyle(align: Alignment, format: number, more: string): string {
  return (
    `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"${more}>` +
    `<alignment horizontal="${align}" vertical="top" wrapText="1"/></xf>`
  );
}

function formatOf(places: number): string {
  return places === 0 ? "#,##0" : `#,##0.${"0".repeat(places)}`;
}
