/** Inline content → `w:p`. */
import type { PageElement, PageNode } from "../page/page-tree.ts";
import {
  type NumberedPlace,
  PLAIN_LINK,
  type PlacedLink,
  bookmarkEnd,
  bookmarkStart,
  linkEnd,
  linkStart,
} from "./links.ts";
import type { ParagraphPlace, StyledElement } from "./styled-element.ts";
import type { XmlWriter } from "../ooxml/xml-writer.ts";

/** A run of one look, or a line break. */
interface Piece {
  readonly look: StyledElement;
  text: string;
  readonly lineBreak: boolean;
  readonly link: PlacedLink;
}

const TEXT_END = Buffer.from("</w:t></w:r>");
const PARAGRAPH_END = Buffer.from("</w:p>");
const TEXT_PARAGRAPH_END = Buffer.from("</w:t></w:r></w:p>");

/** One paragraph. White space is joined and trimmed as HTML does it. */
export function compileParagraph(
  out: XmlWriter,
  content: readonly PageNode[],
  look: StyledElement,
  place: ParagraphPlace,
  bookmark?: NumberedPlace,
): void {
  const only = onlyText(content);
  if (only !== undefined && only !== "" && bookmark === undefined) {
    out.piece(look.encodedTextOpening(place));
    out.text(only);
    out.piece(TEXT_PARAGRAPH_END);
    return;
  }
  out.piece(look.encodedOpening(place));
  if (bookmark !== undefined) out.markup(bookmarkStart(bookmark));
  if (only === undefined) compileRuns(out, content, look);
  else if (only !== "") compileText(out, look, only);
  if (bookmark !== undefined) out.markup(bookmarkEnd(bookmark));
  out.piece(PARAGRAPH_END);
}

/** Of content that is one text: that text; of other content `undefined`. */
export function onlyText(content: readonly PageNode[]): string | undefined {
  const [only] = content;
  return content.length === 1 && typeof only === "string" ? joinSpaces(only).trim() : undefined;
}

function compileRuns(out: XmlWriter, content: readonly PageNode[], look: StyledElement): void {
  const pieces: Piece[] = [];
  gather(content, look, PLAIN_LINK, pieces);
  let afterSpace = true;
  let link = PLAIN_LINK;
  for (const [at, piece] of pieces.entries()) {
    if (piece.link !== link) {
      out.markup(linkEnd(link) + linkStart(piece.link));
      link = piece.link;
    }
    if (piece.lineBreak) {
      out.markup(`${piece.look.runOpening}<w:br/></w:r>`);
      afterSpace = true;
      continue;
    }
    let text = joinSpaces(piece.text);
    if (afterSpace && text.startsWith(" ")) text = text.slice(1);
    const next = pieces[at + 1];
    if ((next === undefined || next.lineBreak) && text.endsWith(" ")) text = text.slice(0, -1);
    if (text === "") continue;
    compileText(out, piece.look, text);
    afterSpace = text.endsWith(" ");
  }
  if (link !== PLAIN_LINK) out.markup(linkEnd(link));
}

/** Text that belongs together goes into one run: `wbr` marks a place, it does not part the text. */
function gather(content: readonly PageNode[], look: StyledElement, link: PlacedLink, pieces: Piece[]): void {
  for (const node of content) {
    if (typeof node === "string") {
      const last = pieces.at(-1);
      const goesOn = last !== undefined && isSameRun(last, look, link);
      if (goesOn) last.text += node;
      else pieces.push({ look, text: node, lineBreak: false, link });
    } else if (node.tag === "br") pieces.push({ look, text: "", lineBreak: true, link });
    else if (node.tag === "span") gather(node.children, look.inside(node), link, pieces);
    else if (node.tag === "a") gather(node.children, look.inside(node), placedLink(node, look.inside(node)), pieces);
  }
}

function isSameRun(piece: Piece, look: StyledElement, link: PlacedLink): boolean {
  return !piece.lineBreak && piece.link === link && piece.look.runOpening === look.runOpening;
}

function placedLink({ target, showsPage }: PageElement, look: StyledElement): PlacedLink {
  return { target, showsPage, runOpening: look.runOpening };
}

function joinSpaces(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Few texts have more than single spaces, and a pattern takes longer to find that out.
    if (code < 0x20 || (code === 0x20 && text.charCodeAt(at + 1) === 0x20)) return text.replaceAll(SPACES, " ");
  }
  return text;
}

const SPACES = /[\t\n\r\f ]+/g;

function compileText(out: XmlWriter, look: StyledElement, text: string): void {
  if (text.startsWith(" ") || text.endsWith(" ")) out.markup(`${look.runOpening}<w:t xml:space="preserve">`);
  else out.piece(look.encodedRunOpening);
  out.text(text);
  out.piece(TEXT_END);
}
