/** Where the places of a page came to stand in its print. */
import { type RawObject, type RawPdf, contentOf, referenceIn, referencesIn } from "./raw-pdf.ts";

/** A place in the print. */
export interface Destination {
  /** Counted from one. */
  readonly page: number;
  /** Number of the page's object. */
  readonly object: number;
  /** Points from the lower edge of the paper to the upper edge of the place. */
  readonly top: number;
}

export type Destinations = ReadonlyMap<string, Destination>;

/** As Chromium writes them into `/Dests`, one for each place that a link leads to. */
const ENTRY = /\/([\w-]+) \[(\d+) 0 R \/XYZ [-\d.]+ ([-\d.]+) 0\]/g;

/**
 * Every place that a link of the page leads to, shown or not. Chromium measures from the upper edge of the text area
 * and writes it down as if it were that of the paper, so the page's margin is taken off.
 */
export function readDestinations(pdf: RawPdf, pages: readonly number[]): Destinations {
  const object = destsOf(pdf);
  if (object === undefined) return new Map();
  const numbers = new Map(pages.map((page, at) => [page, at + 1]));
  const margins = new Map<number, number>();
  const found = new Map<string, Destination>();
  for (const [, name = "", reference = "", height = ""] of object.dict.matchAll(ENTRY)) {
    const target = Number.parseInt(reference, 10);
    const page = numbers.get(target);
    if (page === undefined) throw new Error(`目标 ${name} 所在的页不在文件里`);
    const margin = margins.get(target) ?? marginOf(pdf, target);
    margins.set(target, margin);
    found.set(name, { page, object: target, top: Number.parseFloat(height) - margin });
  }
  return found;
}

/** The document with its named places where they really are. */
export function withDestinations(pdf: RawPdf, destinations: Destinations): RawPdf {
  const number = destsNumber(pdf);
  if (number === undefined) return pdf;
  const entries = [...destinations].map(([name, place]) => `/${name} ${destinationArray(place)}`);
  return { ...pdf, objects: new Map([...pdf.objects, [number, { dict: `<<${entries.join("\n")}>>` }]]) };
}

/** The place at the top of the window; what is left and right, and how large it is shown, stays as it is. */
export function destinationArray({ object, top }: Destination): string {
  return `[${object} 0 R /XYZ null ${Math.round(top * 100) / 100} null]`;
}

function destsNumber(pdf: RawPdf): number | undefined {
  return referenceIn(pdf.objects.get(pdf.root)?.dict ?? "", "Dests");
}

function destsOf(pdf: RawPdf): RawObject | undefined {
  const number = destsNumber(pdf);
  return number === undefined ? undefined : pdf.objects.get(number);
}

/** A page's content begins with its scale, and what is in the text area is clipped to it. */
const TEXT_AREA = /^(\S+) 0 0 -\1 0 \S+ cm[\s\S]*?\n[\d.]+ ([\d.]+) [\d.]+ [\d.]+ re\nW\* n\n/;

function marginOf(pdf: RawPdf, page: number): number {
  const [content] = referencesIn(pdf.objects.get(page)?.dict ?? "", "Contents");
  const stream = content === undefined ? undefined : pdf.objects.get(content);
  if (stream === undefined) return 0;
  const [, scale, top] = TEXT_AREA.exec(contentOf(stream)) ?? [];
  return scale === undefined || top === undefined ? 0 : Number.parseFloat(scale) * Number.parseFloat(top);
}
