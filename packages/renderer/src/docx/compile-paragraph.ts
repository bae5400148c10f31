/** Inline content → `w:p`. */
import type { PageNode } from "../page/page-tree.ts";
import type { ParagraphPlace, StyledElement } from "./styled-element.ts";
import { escapeXml } from "./xml-text.ts";

/** A run of one look, or a line break. */
interface Piece {
  readonly opening: string;
  text: string;
  readonly lineBreak: boolean;
}

/** One paragraph. White space is joined and trimmed as HTML does it. */
export function compileParagraph(content: readonly PageNode[], look: StyledElement, place: ParagraphPlace): string {
  const [only] = content;
  // Most cells hold one text, and most of a document is cells.
  if (content.length === 1 && typeof only === "string") {
    const text = joinSpaces(only).trim();
    return look.paragraphOpening(place) + (text === "" ? "" : look.runOpening + textXml(text)) + "</w:p>";
  }
  const pieces: Piece[] = [];
  gather(content, look, pieces);
  let xml = look.paragraphOpening(place);
  let afterSpace = true;
  for (const [at, piece] of pieces.entries()) {
    if (piece.lineBreak) {
      xml += `${piece.opening}<w:br/></w:r>`;
      afterSpace = true;
      continue;
    }
    let text = joinSpaces(piece.text);
    if (afterSpace && text.startsWith(" ")) text = text.slice(1);
    const next = pieces[at + 1];
    if ((next === undefined || next.lineBreak) && text.endsWith(" ")) text = text.slice(0, -1);
    if (text === "") continue;
    xml += piece.opening + textXml(text);
    afterSpace = text.endsWith(" ");
  }
  return `${xml}</w:p>`;
}

/** Text that belongs together goes into one run: `wbr` marks a place, it does not part the text. */
function gather(content: readonly PageNode[], look: StyledElement, pieces: Piece[]): void {
  for (const node of content) {
    if (typeof node === "string") {
      const last = pieces.at(-1);
      if (last !== undefined && !last.lineBreak && last.opening === look.runOpening) last.text += node;
      else pieces.push({ opening: look.runOpening, text: node, lineBreak: false });
    } else if (node.tag === "br") pieces.push({ opening: look.runOpening, text: "", lineBreak: true });
    else if (node.tag === "span") gather(node.children, look.inside(node), pieces);
  }
}

function joinSpaces(text: string): string {
  return /[\t\n\r\f]| {2}/.test(text) ? text.replaceAll(/[\t\n\r\f ]+/g, " ") : text;
}

function textXml(text: string): string {
  const keep = text.startsWith(" ") || text.endsWith(" ") ? ' xml:space="preserve"' : "";
  return `<w:t${keep}>${escapeXml(text)}</w:t></w:r>`;
}
