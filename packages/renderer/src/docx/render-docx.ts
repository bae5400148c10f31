/** Page → DOCX. */
import { type LaidVolume, piecesOf } from "../page/lay-out-volume.ts";
import type { Page } from "../page/page.ts";
import { type PageOf, withPageNumbers } from "../page/page-numbers.ts";
import type { PageElement } from "../page/page-tree.ts";
import type { StyleSheet } from "../page/style-sheet.ts";
import { TemplateError } from "../template/template-error.ts";
import { compileBody } from "./compile-body.ts";
import { OFFICE_FONTS } from "./font-names.ts";
import { type PlacedPictures, pictureParts, placedPictures, withPicturesNamed } from "./pictures.ts";
import { DOCUMENT_PART, PROPERTIES_PART, type Skeleton, makeSkeleton } from "./skeleton.ts";
import { TableError } from "./table-columns.ts";
import { twinParts, withTwinNamed } from "../ooxml/twin-parts.ts";
import { assertXmlText, escapeXml } from "../ooxml/xml-text.ts";
import { XmlWriter } from "../ooxml/xml-writer.ts";
import {
  PIECE,
  type PackedPart,
  PartPacker,
  type ZipStart,
  packPart,
  startZip,
  storePart,
  writeZip,
} from "../ooxml/zip-package.ts";

/** What a Word document is made of: a page, or a volume in pieces. */
type DocxSource = Pick<
  Page,
  "template" | "style" | "title" | "subject" | "author" | "keywords" | "lang" | "pictures" | "twin"
>;

/**
 * The page as a Word document: a form, a report, whatever stands in the vocabulary. Same page, same bytes, whatever
 * the clock, the time zone or the documents before.
 * `pageOf` tells the pages of the places that the page shows the numbers of, as they were printed.
 */
export async function renderDocx(page: Page, pageOf?: PageOf): Promise<Uint8Array> {
  return await compileDocx(page, filled(page.blocks, pageOf));
}

/** A volume as a Word document, compiled and packed piece by piece: what is held is the packed text. */
export async function renderVolumeDocx(volume: LaidVolume, pageOf?: PageOf): Promise<Uint8Array> {
  return await compileDocx({ ...volume, pictures: new Map() }, blocksOf(volume, pageOf));
}

function* blocksOf(volume: LaidVolume, pageOf: PageOf | undefined): Generator<PageElement> {
  for (const { laid } of piecesOf(volume)) yield* filled(laid.blocks, pageOf);
}

function filled(blocks: readonly PageElement[], pageOf: PageOf | undefined): readonly PageElement[] {
  return pageOf === undefined ? blocks : withPageNumbers(blocks, pageOf);
}

async function compileDocx(source: DocxSource, blocks: Iterable<PageElement>): Promise<Uint8Array> {
  const skeleton = await skeletonOf(source.style);
  const pictures = placedPictures(source.pictures);
  assertXmlText([source.title, source.subject, source.author, ...source.keywords].join(""));
  try {
    const parts = [packDocument(source, blocks, pictures, skeleton), storePart(PROPERTIES_PART, propertiesXml(source))];
    const twin = source.twin === undefined ? [] : twinParts(source.twin);
    return writeZip([...parts, ...pictureParts(pictures), ...twin], startOf(source, pictures, skeleton));
  } catch (cause) {
    if (cause instanceof TableError) throw new TemplateError(source.template, 0, cause.message, cause);
    throw cause;
  }
}

/** The skeleton's parts; packed anew for a document with pictures, which are named in two of them. */
function startOf(page: DocxSource, pictures: PlacedPictures, skeleton: Skeleton): ZipStart {
  if (pictures.size === 0) return page.twin === undefined ? skeleton.start : skeleton.twinnedStart;
  const parts = skeleton.shared.map(([name, text]) =>
    packPart(name, [withPicturesNamed(name, page.twin === undefined ? text : withTwinNamed(name, text), pictures)]),
  );
  return startZip(parts);
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

/** A document is compiled in one go, so that one buffer serves them all. */
const out = new XmlWriter();

function packDocument(
  page: DocxSource,
  blocks: Iterable<PageElement>,
  pictures: PlacedPictures,
  skeleton: Skeleton,
): PackedPart {
  const { height, margin } = page.style.page;
  const room = height - margin.top - margin.bottom;
  const tallest = { row: room * TALLEST.row, block: room * TALLEST.block };
  const packer = new PartPacker(DOCUMENT_PART);
  // Of a document that failed.
  out.take();
  out.piece(skeleton.head);
  for (const _ of compileBody(out, blocks, skeleton.look, tallest, pictures)) {
    if (out.length >= PIECE) packer.add(out.take());
  }
  out.piece(skeleton.tail);
  return packer.end(out.take());
}

/** The library stamps the clock into its own; a document of ours says only what the page says. */
function propertiesXml(page: DocxSource): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeXml(page.title)}</dc:title><dc:subject>${escapeXml(page.subject)}</dc:subject>` +
    `<dc:creator>${escapeXml(page.author)}</dc:creator><cp:keywords>${escapeXml(page.keywords.join(", "))}</cp:keywords>` +
    `<dc:language>${page.lang}</dc:language></cp:coreProperties>`
  );
}
