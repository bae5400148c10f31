/** What stands at the foot of every page, set by itself for all pages of a document at once. */
import { packedStream } from "../packed-stream.ts";
import { type RawObject, type RawPdf, contentOf, referencesIn } from "../raw-pdf.ts";
import { dictOf, pageNumbers } from "../read-text-layer.ts";
import type { HeldPage } from "./page-tree.ts";
import { reachable, renumber } from "./renumber.ts";

const RESOURCES = /\/Resources <<([\s\S]*?>>)\s*>>/;
/** A kind of resources and its entries. */
const KIND = /\/(Font|ExtGState|XObject|Pattern|Shading|ColorSpace) <<([^<>]*)>>/g;
/** The name of a resource, in a list or where it is used. */
const NAME = /\/([A-Z]\d+)(?=[\s])/g;

/** Puts feet under pages. */
export interface Feet {
  readonly pages: number;
  /** How many objects there are. */
  readonly count: number;
  /** What the feet are made of, to be written beside the pages. */
  readonly objects: Iterable<[number, RawObject]>;
  /** The page with its foot, `at` counted from 0: the first content of the page, as in a print of the whole. */
  readonly under: (page: HeldPage, at: number) => HeldPage;
}

/** Of a document of empty pages; its objects take numbers from `first` on. */
export function feetOf(pdf: RawPdf, first: number): Feet {
  const pages = pageNumbers(pdf).map((page) => dictOf(pdf, page));
  const streams = pages.map((page) => footContent(pdf, page));
  const used = reachable(pdf, pages.map((page) => RESOURCES.exec(page)?.[0] ?? "").join("\n"));
  const numbers = new Map([...used.keys()].map((number, at) => [number, first + pages.length + at]));
  const own = (text: string) => renumber(text, (number) => numbers.get(number) ?? missing(number), 0);
  return {
    pages: pages.length,
    count: pages.length + used.size,
    objects: [
      ...streams.map((stream, at): [number, RawObject] => [first + at, stream]),
      ...[...used].map(([number, object]): [number, RawObject] => [
        numbers.get(number) ?? missing(number),
        { ...object, dict: own(object.dict) },
      ]),
    ],
    under({ number, dict }, at) {
      const resources = RESOURCES.exec(pages[at] ?? "")?.[1] ?? "";
      return { number, dict: withContent(withResources(dict, own(named(resources))), first + at) };
    },
  };
}

/** Names of a foot's resources are given a letter of their own, because the page has others of the same names. */
function named(text: string): string {
  return text.replaceAll(NAME, "/Foot$1");
}

function footContent(pdf: RawPdf, page: string): RawObject {
  const content = referencesIn(page, "Contents")
    .map((number) => contentOf(pdf.objects.get(number) ?? missing(number)))
    .join("\n");
  if (/\bBDC\b|(?<!\/Artifact )\bBMC\b/.test(content)) throw new Error("空白页里有内容");
  return packedStream(`q\n${named(content)}\nQ\n`);
}

function withResources(page: string, resources: string): string {
  let text = page;
  for (const [, kind = "", entries = ""] of resources.matchAll(KIND)) {
    const begin = `/${kind} <<`;
    text = text.includes(begin)
      ? text.replace(begin, () => `${begin}${entries}\n`)
      : text.replace("/Resources <<", () => `/Resources <<${begin}${entries}>>\n`);
  }
  return text;
}

function withContent(page: string, foot: number): string {
  const own = /\/Contents (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(page);
  if (own === null) throw new Error("有一页没有内容");
  return page.replace(own[0], () => `/Contents [${foot} 0 R ${own[1] ?? own[2] ?? ""}]`);
}

function missing(number: number): never {
  throw new Error(`缺少对象 ${number}`);
}
