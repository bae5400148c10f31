/** Pieces of a form as a Word document, written by hand as Word, WPS and other programs leave it behind. */
import type { FormTable, Piece, TableCell } from "./form-table.ts";
import { type Dice, diceOf } from "./random-form.ts";
import { type RawPart, part, zip } from "./raw-xlsx.ts";

export const WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

export interface WordStyle {
  /** Text in whole runs, torn into runs, in content controls, or rewritten with changes tracked. */
  readonly runs: "whole" | "torn" | "controls" | "tracked";
  /** Widths in the grid as they are drawn, all the same, or none. */
  readonly grid: "drawn" | "even" | "none";
  readonly prefix: "w" | "ns0";
  readonly hidden: boolean;
}

export function randomWordStyle(seed: number): WordStyle {
  const dice = diceOf(seed ^ 0x7f4a7c15);
  return {
    runs: dice.pick(["whole", "torn", "controls", "tracked"]),
    grid: dice.pick(["drawn", "drawn", "even", "none"]),
    prefix: dice.pick(["w", "w", "ns0"]),
    hidden: dice.chance(0.3),
  };
}

/** The bytes of a document with this inside its body. `more` are further parts with their relationships. */
export function wordFileOf(body: string, more: readonly MorePart[] = [], type = TYPE): Uint8Array {
  return zip(wordParts(body, more, type));
}

export interface MorePart {
  readonly type: string;
  readonly name: string;
  readonly xml: string;
}

export function wordParts(body: string, more: readonly MorePart[] = [], type = TYPE): RawPart[] {
  const rels = more
    .map(({ type: kind, name }, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${name}"/>`)
    .join("");
  return [
    part(
      "[Content_Types].xml",
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    part(
      "_rels/.rels",
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    part(
      "word/document.xml",
      `<w:document xmlns:w="${WORD_NAMESPACE}" xmlns:r="${OFFICE}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    part(
      "word/_rels/document.xml.rels",
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels}</Relationships>`,
    ),
    ...more.map(({ name, xml }) => part(`word/${name}`, xml)),
  ];
}

/** All forms in one document. */
export function wordBodyOf(forms: readonly (readonly Piece[])[], style: WordStyle, seed = 1): string {
  const dice = diceOf(seed ^ 0x5851f42d);
  const body = forms
    .map((pieces) =>
      pieces
        .map((piece) => (typeof piece === "string" ? paragraph(piece, style, dice) : tableOf(piece, style, dice)))
        // Word puts an empty paragraph between two tables; without it they would be one.
        .join("<w:p/>"),
    )
    .join(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`);
  return style.prefix === "w" ? body : `<w:p/>${body}`;
}

/** The document in bytes; a program may have given the name space any prefix. */
export function wordDocumentOf(forms: readonly (readonly Piece[])[], style: WordStyle, seed = 1): Uint8Array {
  const parts = wordParts(wordBodyOf(forms, style, seed));
  if (style.prefix === "w") return zip(parts);
  const renamed = (bytes: Uint8Array): Uint8Array => {
    const xml = new TextDecoder().decode(bytes);
    return new TextEncoder().encode(
      xml.replaceAll(/(<\/?|[ ])w:/gu, `$1${style.prefix}:`).replace("xmlns:w=", `xmlns:${style.prefix}=`),
    );
  };
  return zip(parts.map((each) => (each.name === "word/document.xml" ? { ...each, bytes: renamed(each.bytes) } : each)));
}

function paragraph(text: string, style: WordStyle, dice: Dice): string {
  const lines = text.split("\n").map((line) => runsOf(line, style, dice));
  const hidden = style.hidden && dice.chance(0.1) ? `<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的字</w:t></w:r>` : "";
  return `<w:p>${lines.join("<w:r><w:br/></w:r>")}${hidden}</w:p>`;
}

export function run(text: string): string {
  return text === "" ? "" : `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
}

function runsOf(text: string, { runs }: WordStyle, dice: Dice): string {
  if (text === "" || runs === "whole") return run(text);
  const chars = Array.from(text);
  const at = dice.upTo(chars.length);
  const [first, second] = [chars.slice(0, at).join(""), chars.slice(at).join("")];
  if (runs === "torn") return `${run(first)}<w:proofErr w:type="spellEnd"/>${run(second)}`;
  if (runs === "controls") {
    const inside = `<w:sdtPr><w:alias w:val="填写"/><w:text/></w:sdtPr><w:sdtContent>${run(second)}</w:sdtContent>`;
    return `${run(first)}<w:sdt>${inside}</w:sdt>`;
  }
  const mark = `w:id="7" w:author="审核" w:date="2025-01-01T00:00:00Z"`;
  const struck = `<w:del ${mark}><w:r><w:delText>原来的文字12.34</w:delText></w:r></w:del><w:moveFrom ${mark}>${run("移走的文字")}</w:moveFrom>`;
  return `${run(first)}${struck}<w:ins ${mark}>${run(second)}</w:ins>`;
}

function tableOf({ rows, columns }: FormTable, style: WordStyle, dice: Dice): string {
  const width = 9000 / columns;
  const grid =
    style.grid === "none"
      ? ""
      : `<w:gridCol w:w="${style.grid === "even" ? 100 : Math.round(width)}"/>`.repeat(columns);
  /** Cells on their way down, by column. */
  const down = new Map<number, { across: number; left: number }>();
  const lines = rows.map((row) => {
    const cells = new Map<number, string>();
    for (const [column, reach] of down) {
      cells.set(
        column,
        cellOf({ column, across: reach.across, down: 1, paragraphs: [""] }, "<w:vMerge/>", style, dice, width),
      );
      reach.left -= 1;
      if (reach.left === 0) down.delete(column);
    }
    for (const each of row) {
      cells.set(each.column, cellOf(each, each.down > 1 ? `<w:vMerge w:val="restart"/>` : "", style, dice, width));
      if (each.down > 1) down.set(each.column, { across: each.across, left: each.down - 1 });
    }
    const inOrder = [...cells].toSorted(([a], [b]) => a - b).map(([, xml]) => xml);
    const deleted =
      style.runs === "tracked" && dice.chance(0.1)
        ? `<w:tr><w:trPr><w:del w:id="9" w:author="审核"/></w:trPr>${inOrder.join("")}</w:tr>`
        : "";
    return `${deleted}<w:tr><w:trPr><w:cantSplit/></w:trPr>${inOrder.join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join("")}</w:tbl>`;
}

function cellOf(cell: TableCell, merge: string, style: WordStyle, dice: Dice, width: number): string {
  const span = cell.across > 1 ? `<w:gridSpan w:val="${cell.across}"/>` : "";
  const properties = `<w:tcPr><w:tcW w:w="${Math.round(width * cell.across)}" w:type="dxa"/>${span}${merge}</w:tcPr>`;
  return `<w:tc>${properties}${cell.paragraphs.map((text) => paragraph(text, style, dice)).join("")}</w:tc>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
