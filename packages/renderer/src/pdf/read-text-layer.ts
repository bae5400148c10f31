import { contentOf, type RawPdf, referenceIn, referencesIn } from "./raw-pdf.ts";
import { readToUnicode } from "./to-unicode.ts";

/** What a reader of the PDF gets as its text. */
export interface TextLayer {
  /** Text of each page in the order it was painted, page numbers and repeated headings included. */
  readonly pages: readonly string[];
  /** The text in the order of the tags: a cell that goes on over a page is whole again. */
  readonly logical: string;
}

type Fonts = Map<number, Map<number, string>>;

/** What the content operators that matter look like in Skia's hand; everything it shows is hexadecimal. */
const operators =
  /\/([\w]+) [-\d.]+ Tf|<([0-9A-Fa-f]*)> Tj|\/\w+ <<\/MCID (\d+) ?>>\s*BDC|\b(?:BDC|BMC)\b|\b(EMC)\b|\/(\w+) Do\b|\b(TJ)\b/g;

/** Reads the text of a PDF that Skia or our typesetter wrote. */
export function readTextLayer(pdf: RawPdf): TextLayer {
  const catalog = dictOf(pdf, pdf.root);
  const fonts: Fonts = new Map();
  const marked = new Map<string, string>();
  const pages = pageNumbers(pdf).map((page) => readPage(pdf, page, fonts, marked));
  return { pages, logical: readTags(pdf, referenceIn(catalog, "StructTreeRoot"), marked) };
}

/** The text of an object, for a stream its dictionary. */
export function dictOf(pdf: RawPdf, number: number): string {
  const object = pdf.objects.get(number);
  if (object === undefined) throw new Error(`缺少对象 ${number}`);
  return object.dict;
}

/** Object numbers of the pages, in order; from `node` of the tree of pages on, which is its root when not given. */
export function pageNumbers(pdf: RawPdf, node = referenceIn(dictOf(pdf, pdf.root), "Pages") ?? 0): number[] {
  const dict = dictOf(pdf, node);
  if (/\/Type \/Page(?!s)/.test(dict)) return [node];
  return referencesIn(dict, "Kids").flatMap((kid) => pageNumbers(pdf, kid));
}

function readPage(pdf: RawPdf, page: number, fonts: Fonts, marked: Map<string, string>): string {
  const dict = dictOf(pdf, page);
  return referencesIn(dict, "Contents")
    .map((content) =>
      readContent(pdf, content, dict, fonts, (mark, text) => {
        const key = `${page} ${mark}`;
        marked.set(key, (marked.get(key) ?? "") + text);
      }),
    )
    .join("");
}

function readContent(
  pdf: RawPdf,
  content: number,
  resources: string,
  fonts: Fonts,
  mark: (id: number, text: string) => void,
  inside?: number,
): string {
  const object = pdf.objects.get(content);
  if (object === undefined) throw new Error(`缺少内容流 ${content}`);
  let all = "";
  let font: Map<number, string> | undefined;
  const marks: (number | undefined)[] = [inside];
  for (const [operator, name, glyphs, mcid, end, drawn, array] of contentOf(object).matchAll(operators)) {
    if (glyphs !== undefined) {
      const text = decode(glyphs, font);
      const id = marks.at(-1);
      all += text;
      if (id !== undefined) mark(id, text);
    } else if (name !== undefined) {
      font = fontNamed(pdf, name, resources, fonts);
    } else if (mcid !== undefined) marks.push(Number.parseInt(mcid, 10));
    else if (operator === "BDC" || operator === "BMC") marks.push(marks.at(-1));
    else if (end !== undefined) marks.pop();
    else if (drawn !== undefined) all += readDrawn(pdf, drawn, resources, fonts, mark, marks.at(-1));
    else if (array !== undefined) throw new Error("内容流里有不认识的文字指令 TJ");
  }
  return all;
}

/** Text inside a group, such as one with opacity. */
function readDrawn(
  pdf: RawPdf,
  name: string,
  resources: string,
  fonts: Fonts,
  mark: (id: number, text: string) => void,
  inside: number | undefined,
): string {
  const number = referenceIn(resources, name);
  const object = number === undefined ? undefined : pdf.objects.get(number);
  if (number === undefined || object === undefined || !object.dict.includes("/Subtype /Form")) return "";
  return readContent(pdf, number, object.dict, fonts, mark, inside);
}

function fontNamed(pdf: RawPdf, name: string, resources: string, fonts: Fonts): Map<number, string> {
  const number = referenceIn(resources, name);
  if (number === undefined) throw new Error(`缺少字体 ${name}`);
  const known = fonts.get(number);
  if (known !== undefined) return known;
  const map = pdf.objects.get(referenceIn(dictOf(pdf, number), "ToUnicode") ?? 0);
  const meanings = map === undefined ? new Map<number, string>() : readToUnicode(contentOf(map));
  fonts.set(number, meanings);
  return meanings;
}

function decode(glyphs: string, font: Map<number, string> | undefined): string {
  let text = "";
  for (let at = 0; at + 4 <= glyphs.length; at += 4) {
    text += font?.get(Number.parseInt(glyphs.slice(at, at + 4), 16)) ?? "\ufffd";
  }
  return text;
}

const kids = /\/K (?:\[((?:[^[\]<]|<<[^>]*>>)*)\]|(<<[^>]*>>)|(\d+ 0 R|\d+))/;
const kid = /<<[^>]*>>|(\d+) 0 R|(\d+)/g;

/** What stands directly in a structure element: another element, or marked content with its page. */
export interface StructureKid {
  readonly element?: number;
  /** Object number of the page. */
  readonly page?: number | undefined;
  readonly mark?: number;
}

/** The kids of a structure element, from its dictionary. */
export function kidsOf(dict: string): StructureKid[] {
  const page = referenceIn(dict, "Pg");
  const found = kids.exec(dict);
  return [...(found?.[1] ?? found?.[2] ?? found?.[3] ?? "").matchAll(kid)].map(([whole, reference, mark]) => {
    if (reference !== undefined) return { element: Number.parseInt(reference, 10) };
    if (mark !== undefined) return { page, mark: Number.parseInt(mark, 10) };
    const ofContent = /\/MCID (\d+)/.exec(whole)?.[1] ?? "";
    return { page: referenceIn(whole, "Pg") ?? page, mark: Number.parseInt(ofContent, 10) };
  });
}

function readTags(pdf: RawPdf, root: number | undefined, marked: ReadonlyMap<string, string>): string {
  if (root === undefined) return "";
  const parts: string[] = [];
  const visit = (number: number, depth: number) => {
    if (depth > 500) throw new Error("标签嵌套过深");
    for (const { element, page, mark } of kidsOf(dictOf(pdf, number))) {
      if (element !== undefined) visit(element, depth + 1);
      else parts.push(marked.get(`${page} ${mark}`) ?? "");
    }
  };
  visit(root, 0);
  return parts.join("");
}
