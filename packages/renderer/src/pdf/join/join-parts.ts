/** Printed parts → one PDF, written as they come. */
import { attachTwin } from "../attach-twin.ts";
import { type Destination, type Destinations, destinationArray } from "../destinations.ts";
import { withOutline } from "../outline.ts";
import { informationOf, pinIds } from "../pin.ts";
import type { SetPart } from "../set-part.ts";
import { type RawObject, type RawPdf, referenceIn, references } from "../raw-pdf.ts";
import { dictOf, pageNumbers } from "../read-text-layer.ts";
import { PdfWriter } from "../write-pdf.ts";
import type { BookJob, PrintedBook } from "./book-job.ts";
import { feetOf } from "./page-feet.ts";
import { type HeldPage, NO_NODE, nodesFor, pageTree } from "./page-tree.ts";
import { type PartStructure, structureOf } from "./part-structure.ts";
import { renumber } from "./renumber.ts";

/** What the whole must know of a part that is written. */
interface WrittenPart {
  readonly pages: readonly HeldPage[];
  /** Elements right below the document's own. */
  readonly kids: readonly number[];
  /** Pages counted from 1 in the part. */
  readonly places: Destinations;
}

/** `add` the parts behind the front in their order, then `finish` with the front. */
export class PartsJoin {
  readonly #writer = new PdfWriter();
  /** The one element that holds all others. */
  readonly #document = this.#writer.reserve(1);
  readonly #parts: WrittenPart[] = [];
  /** In the order in which the parts were written, and so of what stands in them. */
  readonly #parentLeaves: number[] = [];
  readonly #idLeaves: number[] = [];
  #nextKey = 0;
  #nextId = 1;

  /** Where the places stand of the parts so far, when `before` pages stand before them. */
  pageOf(before: number): ReadonlyMap<string, number> {
    return new Map([...placesOf(this.#parts, before)].map(([name, { page }]) => [name, page]));
  }

  /** Pages of the parts so far. */
  get pages(): number {
    return this.#parts.reduce((sum, { pages }) => sum + pages.length, 0);
  }

  /** A part, right behind the ones before it. */
  *add(part: SetPart): Generator<Uint8Array> {
    this.#parts.push(yield* this.#write(part));
  }

  /** The front, which stands before all others, and everything that the whole has one of. `feet` is a print of the feet of all pages. */
  *finish(front: SetPart, feet: RawPdf, job: BookJob): Generator<Uint8Array, PrintedBook> {
    const parts = [yield* this.#write(front), ...this.#parts];
    const destinations = placesOf(parts, 0);
    const whole = this.#whole(parts, destinations, { front: front.pdf, feet, job });
    const outlined = withOutline(whole, job.bookmarks, destinations);
    const finished = job.twin === undefined ? outlined : attachTwin(outlined, job.twin);
    yield* this.#writer.add(finished.objects);
    yield* this.#writer.end(finished.root, finished.info);
    return {
      pages: parts.reduce((sum, { pages }) => sum + pages.length, 0),
      pageOf: new Map([...destinations].map(([name, { page }]) => [name, page])),
    };
  }

  *#write({ pdf: printed, destinations }: SetPart): Generator<Uint8Array, WrittenPart> {
    const { pdf, ids } = pinIds(printed, this.#nextId);
    const structure = structureOf(pdf);
    const pages = pageNumbers(pdf);
    const numbers = this.#numbersFor(pdf, structure);
    const numberOf = (number: number) => numbers.get(number) ?? unknown(number);
    const held = new Map(pages.map((page) => [page, numberOf(page)]));
    const texts = new Map<number, string>();
    const firstKey = this.#nextKey;
    yield* this.#writer.add(
      written(pdf, (number, dict) => {
        if (structure.roots.has(number) || number === structure.document) return undefined;
        const text = number === structure.parentTree ? this.#parentLeaf(structure) : dict;
        const own = renumber(text, numberOf, firstKey);
        if (!held.has(number)) return [numberOf(number), own];
        texts.set(number, own);
        return undefined;
      }),
    );
    this.#parentLeaves.push(numberOf(structure.parentTree));
    this.#idLeaves.push(...structure.idLeaves.map(numberOf));
    this.#nextKey += structure.keys;
    this.#nextId += ids;
    return {
      pages: pages.map((page) => ({ number: numberOf(page), dict: texts.get(page) ?? unknown(page) })),
      kids: structure.kids.map(numberOf),
      places: new Map(
        [...destinations].map(([name, place]) => [name, { ...place, object: numberOf(place.object) }] as const),
      ),
    };
  }

  /** What a part has and the whole has one of is called by the number of the whole's. */
  #numbersFor({ objects }: RawPdf, { roots, document }: PartStructure): ReadonlyMap<number, number> {
    const kept = [...objects.keys()].filter((number) => !roots.has(number) && number !== document);
    const first = this.#writer.reserve(kept.length);
    return new Map([
      ...[...roots].map((number) => [number, NO_NODE] as const),
      [document, this.#document],
      ...kept.map((number, at) => [number, first + at] as const),
    ]);
  }

  /** The keys of a part as a leaf of the whole tree. */
  #parentLeaf({ parents, keys }: PartStructure): string {
    const first = this.#nextKey;
    const pairs = [...parents.matchAll(/(\d+) (\d+) 0 R/g)].map(
      ([, key = "", reference]) => `${Number.parseInt(key, 10) + first} ${reference} 0 R`,
    );
    return `<</Limits [${first} ${first + Math.max(0, keys - 1)}]\n/Nums [${pairs.join(" ")}]>>`;
  }

  /** Catalog, trees and pages: a document that lacks what the parts have written already. */
  #whole(parts: readonly WrittenPart[], destinations: Destinations, { front, feet, job }: Tail): RawPdf {
    const held = parts.flatMap(({ pages }) => pages);
    const footing = feetOf(feet, this.#writer.reserve(0));
    this.#writer.reserve(footing.count);
    if (footing.pages !== held.length) throw new Error(`应有 ${held.length} 页页脚，打印出 ${footing.pages} 页`);
    const first = this.#writer.reserve(6);
    const [root, info, tags, parents, ids, dests] = [first, first + 1, first + 2, first + 3, first + 4, first + 5];
    const tree = this.#writer.reserve(1 + nodesFor(held.length));
    const { document } = structureOf(front);
    const kids = parts.flatMap((part) => part.kids);
    const texts: [number, string][] = [
      [root, catalogText(front, { Pages: tree, Dests: dests, StructTreeRoot: tags })],
      [this.#document, documentText(dictOf(front, document), tags, kids)],
      [
        tags,
        `<</Type /StructTreeRoot\n/K ${this.#document} 0 R\n/ParentTreeNextKey ${this.#nextKey}\n` +
          `/ParentTree ${parents} 0 R\n/IDTree ${ids} 0 R>>`,
      ],
      [parents, `<</Type /ParentTree\n/Kids [${references(this.#parentLeaves)}]>>`],
      [ids, `<</Kids [${references(this.#idLeaves)}]>>`],
      [dests, `<<${[...destinations].map(([name, place]) => `/${name} ${destinationArray(place)}`).join("\n")}>>`],
      ...pageTree(held.map(footing.under), tree),
    ];
    return {
      objects: new Map([
        ...footing.objects,
        ...texts.map(([number, dict]) => [number, { dict }] as const),
        [info, informationOf(job, front)],
      ]),
      root,
      info,
    };
  }
}

interface Tail {
  readonly front: RawPdf;
  readonly feet: RawPdf;
  readonly job: BookJob;
}

/** The objects with new numbers and texts; those for which there are none are left out. */
function* written(
  pdf: RawPdf,
  rewrite: (number: number, dict: string) => readonly [number: number, dict: string] | undefined,
): Generator<[number, RawObject]> {
  for (const [number, object] of pdf.objects) {
    const own = rewrite(number, object.dict);
    if (own !== undefined) yield [own[0], { ...object, dict: own[1] }];
  }
}

/** Places of parts that follow one another; pages are counted from 1, `before` of them standing before the first part. */
function placesOf(parts: readonly WrittenPart[], before: number): Map<string, Destination> {
  const places = new Map<string, Destination>();
  let pages = before;
  for (const part of parts) {
    for (const [name, place] of part.places) places.set(name, { ...place, page: place.page + pages });
    pages += part.pages.length;
  }
  return places;
}

/** The catalog of a part with other numbers for what it refers to. */
function catalogText(pdf: RawPdf, numbers: Readonly<Record<string, number>>): string {
  let text = dictOf(pdf, pdf.root);
  for (const [entry, number] of Object.entries(numbers)) {
    if (referenceIn(text, entry) === undefined) throw new Error(`目录里没有 /${entry}`);
    text = text.replace(new RegExp(`/${entry} \\d+ 0 R`), `/${entry} ${number} 0 R`);
  }
  return text;
}

/** The element that holds all others, above the kids of all parts. */
function documentText(dict: string, tags: number, kids: readonly number[]): string {
  return dict
    .replace(/\/P \d+ 0 R/, `/P ${tags} 0 R`)
    .replace(/\/K (?:\[[^\]]*\]|\d+ 0 R)/, `/K [${references(kids)}]`);
}

function unknown(number: number): never {
  throw new Error(`缺少对象 ${number}`);
}
