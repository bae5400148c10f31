/** Placed pages → the objects of a tagged PDF, in the manner of `../raw-pdf.ts`. */
import { type Destination, type Destinations, destinationArray } from "../destinations.ts";
import { packedStream } from "../packed-stream.ts";
import { type RawObject, type RawPdf, references } from "../raw-pdf.ts";
import { type EmbeddedFace, cidsOf, embedFace } from "./faces/embed-face.ts";
import type { Face } from "./faces/face.ts";
import type { Paper, PlacedPage } from "./placed.ts";
import type { PlacedDocument } from "./place-blocks.ts";
import { type FontInUse, paintPage } from "./paint-page.ts";
import { LANGUAGE, writeTags } from "./write-tags.ts";

export interface ComposedPdf {
  readonly pdf: RawPdf;
  readonly destinations: Destinations;
}

const CATALOG = 1;
const INFO = 2;
const PAGES = 3;
const DESTS = 4;
/** The objects of the pages follow. */
const FIRST_PAGE = 5;
const OBJECTS_OF_FACE = 5;

export async function composePdf(placed: PlacedDocument, paper: Paper): Promise<ComposedPdf> {
  const { pages, document } = placed;
  const objects = new Map<number, RawObject>();
  const contents = FIRST_PAGE + pages.length;
  let next = contents + pages.length;
  const fonts = new Map<Face, FontInUse>();
  // Glyphs are packed aside while the pages are painted.
  const embedding: Promise<EmbeddedFace>[] = [];
  for (const [face, codes] of charactersOf(pages)) {
    embedding.push(embedFace(face, codes, subsetTag(fonts.size), next));
    fonts.set(face, { name: `F${fonts.size + 1}`, cids: cidsOf(codes), font: next });
    next += OBJECTS_OF_FACE;
  }
  const destinations = destinationsOf(pages, paper);
  const painted = pages.map((page, at) => paintPage(page, { paper, fonts, page: at }));
  for (const [at, content] of painted.entries()) objects.set(contents + at, packedStream(content));
  const tags = writeTags(document, pages, { firstPage: FIRST_PAGE, first: next, paper });
  for (const [number, object] of tags.objects) objects.set(number, object);
  const resources = [...fonts.values()].map(({ name, font }) => `/${name} ${font} 0 R`).join(" ");
  for (const at of pages.keys()) {
    const notes = tags.notes[at] ?? [];
    const annotations = notes.length === 0 ? "" : `\n/Annots [${references(notes)}]`;
    objects.set(FIRST_PAGE + at, {
      dict:
        `<</Type /Page\n/Resources <</ProcSet [/PDF /Text]\n/Font <<${resources}>>>>\n` +
        `/MediaBox [0 0 ${paper.width} ${paper.height}]${annotations}\n/Contents ${contents + at} 0 R\n` +
        `/StructParents ${at}\n/Tabs /S\n/Parent ${PAGES} 0 R>>`,
    });
  }
  const places = [...destinations].map(([name, place]) => `/${name} ${destinationArray(place)}`);
  objects.set(DESTS, { dict: `<<${places.join("\n")}>>` });
  objects.set(PAGES, {
    dict: `<</Type /Pages\n/Count ${pages.length}\n/Kids [${references(pages.map((_, at) => FIRST_PAGE + at))}]>>`,
  });
  objects.set(INFO, { dict: "<</Creator (Zipingbiao)>>" });
  objects.set(CATALOG, {
    dict:
      `<</Type /Catalog\n/Pages ${PAGES} 0 R\n/Dests ${DESTS} 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n` +
      `/StructTreeRoot ${tags.root} 0 R\n/ViewerPreferences <</Type /ViewerPreferences\n/DisplayDocTitle true>>\n` +
      `/Lang (${LANGUAGE})>>`,
  });
  for (const face of await Promise.all(embedding)) {
    for (const [number, object] of face.objects) objects.set(number, object);
  }
  return {
    pdf: { objects: new Map([...objects].toSorted(([a], [b]) => a - b)), root: CATALOG, info: INFO },
    destinations,
  };
}

/** By face, in the order of the document, the characters that it draws. */
function charactersOf(pages: readonly PlacedPage[]): ReadonlyMap<Face, ReadonlySet<number>> {
  const found = new Map<Face, Set<number>>();
  for (const { texts } of pages) {
    for (const { letters } of texts) {
      for (const { face, code } of letters) {
        const codes = found.get(face);
        if (codes === undefined) found.set(face, new Set([code]));
        else codes.add(code);
      }
    }
  }
  return found;
}

/** AAAAAA, BAAAAA …: told apart within a document, and the same whatever was composed before. */
function subsetTag(at: number): string {
  return String.fromCharCode(65 + (at % 26)) + "A".repeat(4) + String.fromCharCode(65 + Math.floor(at / 26));
}

function destinationsOf(pages: readonly PlacedPage[], { height }: Paper): Destinations {
  const found = new Map<string, Destination>();
  for (const [at, { names }] of pages.entries()) {
    for (const { name, y } of names) found.set(name, { page: at + 1, object: FIRST_PAGE + at, top: height - y });
  }
  return found;
}
