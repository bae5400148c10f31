/** Page → DOCX. */
import type { Page } from "../page/page.ts";
import { fillPageNumbers } from "../page/page-numbers.ts";
import { readBlocks } from "../page/page-tree.ts";
import type { StyleSheet } from "../page/style-sheet.ts";
import { TemplateError } from "../page/template-error.ts";
import { compileBody } from "./compile-body.ts";
import { OFFICE_FONTS } from "./font-names.ts";
import { type PlacedPictures, pictureParts, placedPictures, withPicturesNamed } from "./pictures.ts";
import { DOCUMENT_PART, PROPERTIES_PART, type Skeleton, makeSkeleton } from "./skeleton.ts";
import { TableError } from "./table-columns.ts";
import { twinParts, withTwinNamed } from "../ooxml/twin-parts.ts";
import { assertXmlText, escapeXml } from "../ooxml/xml-text.ts";
import { type PackedPart, packPart, storePart, writeZip } from "../ooxml/zip-package.ts";

/**
 * The page as a Word document: a form, a volume, whatever stands in the vocabulary. Same page, same bytes, whatever
 * the clock, the time zone or the documents before. A volume's body is compiled and packed block by block.
 * `pageOf` tells the pages of the places that the page shows the numbers of, as they were printed.
 */
export async function renderDocx(page: Page, pageOf: ReadonlyMap<string, number> = new Map()): Promise<Uint8Array> {
  const skeleton = await skeletonOf(page.style);
  const pictures = placedPictures(page.pictures);
  assertXmlText(page.body);
  assertXmlText([page.title, page.subject, page.author, ...page.keywords].join(""));
  try {
    const parts = [
      packPart(DOCUMENT_PART, documentPieces(page, pictures, pageOf, skeleton)),
      storePart(PROPERTIES_PART, propertiesXml(page)),
    ];
    const twin = page.twin === undefined ? [] : twinParts(page.twin);
    return writeZip([...sharedParts(page, pictures, skeleton), ...parts, ...pictureParts(pictures), ...twin]);
  } catch (cause) {
    if (cause instanceof TableError) throw new TemplateError(page.template, 0, cause.message, cause);
    throw cause;
  }
}

/** The skeleton's parts; packed anew for a document with pictures, which are named in two of them. */
function sharedParts(page: Page, pictures: PlacedPictures, skeleton: Skeleton): readonly PackedPart[] {
  if (pictures.size === 0) return page.twin === undefined ? skeleton.parts : skeleton.twinnedParts;
  return skeleton.shared.map(([name, text]) =>
    packPart(name, [withPicturesNamed(name, page.twin === undefined ? text : withTwinNamed(name, text), pictures)]),
  );
}

/** Made from the style sheet alone, so keeping them changes no result; they go when their templates go. */
const skeletons = new WeakMap<StyleSheet, Promise<Skeleton>>();

function skeletonOf(style: StyleSheet): Promise<Skeleton> {
  const known = skeletons.get(style);
  if (known !== undefined) return known;
  const made = makeSkeleton(style, OFFICE_FONTS);
  skeletons.set(style, made);
  return made;
}

/** Parts of a page: what is estimated to fill more of it may break. Estimates are on the high side. */
const TALLEST = { row: 0.7, block: 0.35 } as const;

function* documentPieces(
  page: Page,
  pictures: PlacedPictures,
  pageOf: ReadonlyMap<string, number>,
  skeleton: Skeleton,
): Generator<string> {
  const { height, margin } = page.style.page;
  const room = height - margin.top - margin.bottom;
  const tallest = { row: room * TALLEST.row, block: room * TALLEST.block };
  yield skeleton.head;
  const body = fillPageNumbers(page.body, pageOf);
  yield* compileBody(readBlocks(body, skeleton.openings), skeleton.look, tallest, pictures);
  yield skeleton.tail;
}

/** The library stamps the clock into its own; a document of ours says only what the page says. */
function propertiesXml(page: Page): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeXml(page.title)}</dc:title><dc:subject>${escapeXml(page.subject)}</dc:subject>` +
    `<dc:creator>${escapeXml(page.author)}</dc:creator><cp:keywords>${escapeXml(page.keywords.join(", "))}</cp:keywords>` +
    `<dc:language>${page.lang}</dc:language></cp:coreProperties>`
  );
}
