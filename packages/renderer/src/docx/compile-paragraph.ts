/** Inline content → `w:p`. */
import type { PageElement, PageNode } from "../page/page-tree.ts";
import { PLAIN_LINK, type PlacedLink, bookmarkXml, linkEnd, linkStart } from "./links.ts";
import type { ParagraphPlace, StyledElement } from "./styled-element.ts";
import { escapeXml } from "../ooxml/xml-text.ts";

/** A run of one look, or a line break. */
interface Piece {
  readonly opening: string;
  text: string;
  readonly lineBreak: boolean;
  readonly link: PlacedLink;
}

/** A place that links lead to, and its number among those of the document. */
export interface NumberedPlace {
  readonly name: string;
  readonly number: number;
}

/** One paragraph. White space is joined and trimmed as HTML does it. */
export function compileParagraph(
  content: readonly PageNode[],
  look: StyledElement,
  place: ParagraphPlace,
  bookmark?: NumberedPlace,
): string {
  const opening = look.paragraphOpening(place);
  if (bookmark === undefined) return `${opening}${compileRuns(content, look)}</w:p>`;
  return `${opening}${bookmarkXml(bookmark.name, bookmark.number, compileRuns(content, look))}</w:p>`;
}

function compileRuns(content: readonly PageNode[], look: StyledElement): string {
  const [only] = content;
  // Most cells hold one text, and most of a document is cells.
  if (content.length === 1 && typeof only === "string") {
    const text = joinSpaces(only).trim();
    return text === "" ? "" : look.runOpening + textXml(text);
  }
  const pieces: Piece[] = [];
  gather(content, look, PLAIN_LINK, pieces);
  let xml = "";
  let afterSpace = true;
  let link = PLAIN_LINK;
  for (const [at, piece] of pieces.entries()) {
    if (piece.link !== link) {
      xml += linkEnd(link) + linkStart(piece.link);
      link = piece.link;
    }
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
  return xml + linkEnd(link);
}

/** Text that belongs together goes into one run: `wbr` marks a place, it does not part the text. */
function gather(content: readonly PageNode[], look: StyledElement, link: PlacedLink, pieces: Piece[]): void {
  for (const node of content) {
    if (typeof node === "string") {
      const last = pieces.at(-1);
      const goesOn = last !== undefined && !last.lineBreak && last.opening === look.runOpening && last.link === link;
      if (goesOn) last.text += node;
      else pieces.push({ opening: look.runOpening, text: node, lineBreak: false, link });
    } else if (node.tag === "br") pieces.push({ opening: look.runOpening, text: "", lineBreak: true, link });
    else if (node.tag === "span") gather(node.children, look.inside(node), link, pieces);
    else if (node.tag === "a") gather(node.children, look.inside(node), placedLink(node, look.inside(node)), pieces);
  }
}

function placedLink({ target, showsPage }: PageElement, look: StyledElement): PlacedLink {
  return { target, showsPage, runOpening: look.runOpening };
}

function joinSpaces(text: string): string {
  return /[\t\n\r\f]| {2}/.test(text) ? text.replaceAll(/[\t\n\r\f ]+/g, " ") : text;
}

function textXml(text: string): string {
  const keep = text.startsWith(" ") || text.endsWith(" ") ? ' xml:space="preserve"' : "";
  return `<w:t${keep}>${escapeXml(text)}</w:t></w:r>`;
}
