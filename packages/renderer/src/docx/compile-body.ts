/** The page's blocks → the inside of `w:body`. */
import type { PageElement } from "../page/page-tree.ts";
import type { XmlWriter } from "../ooxml/xml-writer.ts";
import { compileParagraph } from "./compile-paragraph.ts";
import { type TallestKept, compileTable } from "./compile-table.ts";
import { type PlacedPictures, pictureRun } from "./pictures.ts";
import type { StyledElement } from "./styled-element.ts";
import { twips } from "./twips.ts";

/** Where the writing stands between two blocks. */
interface Place {
  readonly out: XmlWriter;
  readonly tallest: TallestKept;
  readonly pictures: PlacedPictures;
  /** The next paragraph begins a page. */
  pageBreak: boolean;
  /** Nothing is written yet: a break before the first block would leave an empty page. */
  isStart: boolean;
  afterTable: boolean;
  /** How many places that links lead to have been written. */
  bookmarks: number;
}

/** Word joins two tables that touch, and wants a paragraph behind the last one; this one takes no room. */
const HAIRLINE =
  '<w:pPr><w:keepNext/>BREAK<w:spacing w:before="0" w:after="0" w:line="14" w:lineRule="exact"/>' +
  '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr>';

/**
 * Writes block after block, and stops behind each, so that what is written can be taken. `look` is the look of the page's
 * body, `tallest` says up to which height something is kept on one page, `pictures` are those that figures name.
 */
export function* compileBody(
  out: XmlWriter,
  blocks: Iterable<PageElement>,
  look: StyledElement,
  tallest: TallestKept,
  pictures: PlacedPictures,
): Generator<void> {
  const place: Place = { out, tallest, pictures, pageBreak: false, isStart: true, afterTable: false, bookmarks: 0 };
  for (const block of blocks) {
    compileBlock(block, look, place);
    yield;
  }
  if (place.afterTable) out.markup(hairline(place));
}

function compileBlock(block: PageElement, outer: StyledElement, place: Place): void {
  const { out } = place;
  const look = outer.inside(block);
  if (look.computed.box.breakBefore && !place.isStart) place.pageBreak = true;
  if (block.tag === "section") {
    for (const child of block.children) if (typeof child !== "string") compileBlock(child, look, place);
    out.markup(gapBelow(look, place));
    return;
  }
  if (block.tag === "table") {
    if (place.afterTable || place.pageBreak) out.markup(hairline(place));
    place.isStart = false;
    place.afterTable = true;
    compileTable(out, block, look, place.tallest);
    return;
  }
  const bookmark = block.id === "" ? undefined : { name: block.id, number: ++place.bookmarks };
  const where = place.pageBreak ? "page-start" : "anywhere";
  if (block.tag === "figure")
    out.markup(`${look.paragraphOpening(where)}${compilePicture(block.picture, place)}</w:p>`);
  else compileParagraph(out, block.children, look, where, bookmark);
  place.pageBreak = false;
  place.isStart = false;
  place.afterTable = false;
}

/** A section has no margins of its own in Word; behind a table, which has none either, a paragraph keeps the distance. */
function gapBelow({ computed }: StyledElement, place: Place): string {
  if (!place.afterTable || computed.box.marginBottom <= 0) return "";
  return hairline(place).replace('w:after="0"', `w:after="${twips(computed.box.marginBottom)}"`);
}

function compilePicture(name: string, { pictures }: Place): string {
  const picture = pictures.get(name);
  if (picture === undefined) throw new Error(`no picture ${name}`);
  return pictureRun(picture);
}

function hairline(place: Place): string {
  const paragraph = HAIRLINE.replace("BREAK", place.pageBreak ? "<w:pageBreakBefore/>" : "");
  place.pageBreak = false;
  place.afterTable = false;
  return `<w:p>${paragraph}</w:p>`;
}
