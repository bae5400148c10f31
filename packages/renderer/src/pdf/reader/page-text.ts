/** The content of pages → the text that each mark holds, and the text that none does. */
import { bare } from "../../view/bare-text.ts";
import { readToUnicode } from "../to-unicode.ts";
import { type PackedPdf, nameIn } from "./packed-pdf.ts";
import { type PdfDictionary, PdfReference, type PdfValue, readPdfDictionary, isPdfList } from "./pdf-value.ts";
import { UnreadablePdf } from "./unreadable-pdf.ts";

/** What one page shows. */
export interface PageText {
  /** Text by the number of its mark. */
  readonly marked: ReadonlyMap<number, string>;
  /** Text outside of all marks: page numbers. */
  readonly loose: string;
  /** Marks that shapes are painted under: anything but rectangles. */
  readonly shaped: ReadonlySet<number>;
  /** What shows something that is no text: pictures, shapes outside of all marks, notes on the page. */
  readonly others: readonly string[];
}

const MAX_CONTENT = 64 * 1024 * 1024;
const MAX_MAP = 1024 * 1024;
const MAX_NESTING = 8;
/** Marks that are open at once. */
const MAX_MARKS = 64;

/** Tokens as Skia writes them. No two branches begin alike and repetitions are bounded: the text may come from anybody. */
const TOKEN =
  /[\s\0]*(?:([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?=[\s\0\]])|\/([\w.-]+)|<([\dA-Fa-f]*)>|(<<(?:[^<>]|<[\dA-Fa-f]{0,4096}>){0,4096}>>)|([A-Za-z]+\*?)(?![\w*])|([[\]]))/y;

/** Operators that change how something is painted, or paint a rectangle. */
const HARMLESS = new Set(
  "q Q cm re W W* n f f* F S s h RG rg G g K k w J j M d i ri gs BT ET Td TD Tm T* Tc Tw Tz TL cs CS sc scn SC SCN EMC BDC BMC".split(
    " ",
  ),
);
/** The name of a shape among what is no text. */
export const SHAPE = "图形";
const SHAPES = new Set(["m", "l", "c", "v", "y", "sh"]);

/** Reads the pages of one file; fonts are read once. */
export class PageReader {
  readonly #pdf: PackedPdf;
  readonly #fonts = new Map<number, ReadonlyMap<number, string>>();

  constructor(pdf: PackedPdf) {
    this.#pdf = pdf;
  }

  read(page: PdfDictionary): PageText {
    const shown: Shown = { marked: new Map(), shaped: new Set(), loose: "", others: new Set() };
    const contents = page.get("Contents");
    for (const content of isPdfList(contents) ? contents : [contents]) this.#readContent(content, page, shown, 0);
    for (const note of this.#list(page.get("Annots"))) {
      if (nameIn(this.#pdf.dictionary(note), "Subtype") !== "Link") shown.others.add("批注");
    }
    return { ...shown, others: [...shown.others] };
  }

  #list(value: PdfValue | undefined): readonly PdfValue[] {
    if (value === undefined) return [];
    if (!isPdfList(value)) throw new UnreadablePdf("页面的批注不合本工具的写法");
    return value;
  }

  #readContent(
    value: PdfValue | undefined,
    owner: PdfDictionary,
    shown: Shown,
    nesting: number,
    inside?: number,
  ): void {
    if (nesting > MAX_NESTING) throw new UnreadablePdf("页面内容嵌套过深");
    const text = this.#pdf.content(value, MAX_CONTENT).toString("latin1");
    const resources = this.#pdf.dictionary(owner.get("Resources") ?? new Map());
    const marks: (number | undefined)[] = [inside];
    const replacements: (Replacement | undefined)[] = [];
    const fonts: (ReadonlyMap<number, string> | undefined)[] = [undefined];
    let [name, glyphs, dictionary, number] = ["", "", "", ""];
    TOKEN.lastIndex = 0;
    let end = 0;
    for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
      end = TOKEN.lastIndex;
      const operator = token[5];
      if (operator === undefined) {
        number = token[1] ?? number;
        name = token[2] ?? name;
        glyphs = token[3] ?? glyphs;
        dictionary = token[4] ?? dictionary;
        continue;
      }
      if (operator === "Tj") {
        const painted = decode(glyphs, fonts.at(-1));
        paint(painted, marks.at(-1), shown);
        for (const replacement of replacements) if (replacement !== undefined) replacement.painted += painted;
      } else if (operator === "Tf") fonts[fonts.length - 1] = this.#font(name, resources);
      else if (operator === "BDC") {
        const properties = dictionary === "" ? undefined : readPdfDictionary(dictionary);
        marks.push(markIn(properties) ?? marks.at(-1));
        replacements.push(replacementIn(properties));
      } else if (operator === "BMC") {
        marks.push(marks.at(-1));
        replacements.push(undefined);
      } else if (operator === "EMC") {
        popInner(marks);
        if (saysOtherwise(replacements.pop())) shown.others.add("替换文字");
      } else if (operator === "q") fonts.push(fonts.at(-1));
      else if (operator === "Q") popInner(fonts);
      else if (operator === "Do") {
        const end = TOKEN.lastIndex;
        this.#readDrawn(name, resources, shown, nesting, marks.at(-1));
        TOKEN.lastIndex = end;
      } else if (SHAPES.has(operator) || isPattern(operator, name)) draw(marks.at(-1), shown);
      else if (operator === "Tr" ? number !== "0" : !HARMLESS.has(operator))
        throw new UnreadablePdf(`页面内容里有本工具不用的指令 ${operator}`);
      dictionary = "";
      if (marks.length > MAX_MARKS) throw new UnreadablePdf("页面内容的标记嵌套过深");
    }
    if (text.slice(end).trim() !== "") throw new UnreadablePdf("页面内容不合本工具的写法");
  }

  #readDrawn(name: string, resources: PdfDictionary, shown: Shown, nesting: number, inside?: number): void {
    const drawn = this.#pdf.dictionary(resources.get("XObject") ?? new Map()).get(name);
    const dictionary = this.#pdf.dictionary(drawn);
    if (nameIn(dictionary, "Subtype") === "Form") this.#readContent(drawn, dictionary, shown, nesting + 1, inside);
    else shown.others.add("图片");
  }

  #font(name: string, resources: PdfDictionary): ReadonlyMap<number, string> {
    const font = this.#pdf.dictionary(resources.get("Font") ?? new Map()).get(name);
    if (!(font instanceof PdfReference)) throw new UnreadablePdf(`缺少字体 ${name}`);
    const known = this.#fonts.get(font.number);
    if (known !== undefined) return known;
    const map = this.#pdf.dictionary(font).get("ToUnicode");
    const meanings = map === undefined ? new Map() : readMeanings(this.#pdf.content(map, MAX_MAP).toString("latin1"));
    this.#fonts.set(font.number, meanings);
    return meanings;
  }
}

interface Shown {
  readonly marked: Map<number, string>;
  readonly shaped: Set<number>;
  loose: string;
  readonly others: Set<string>;
}

/** Takes back the innermost; the outermost belongs to the content as a whole. */
function popInner(stack: unknown[]): void {
  if (stack.length < 2) throw new UnreadablePdf("页面内容的指令不成对");
  stack.pop();
}

function paint(text: string, mark: number | undefined, shown: Shown): void {
  if (mark === undefined) shown.loose += text;
  else shown.marked.set(mark, (shown.marked.get(mark) ?? "") + text);
}

/** What a pattern paints is not looked into. */
function isPattern(operator: string, name: string): boolean {
  return (operator === "cs" || operator === "CS") && name === "Pattern";
}

function draw(mark: number | undefined, shown: Shown): void {
  if (mark === undefined) shown.others.add(SHAPE);
  else shown.shaped.add(mark);
}

/** The mark of `<</MCID 3 >>`; other properties, such as those of a page's border matter, have none. */
function markIn(properties: PdfDictionary | undefined): number | undefined {
  const mark = properties?.get("MCID");
  return typeof mark === "number" ? mark : undefined;
}

/** What the browser notes to be read in the place of glyphs, and what the glyphs themselves mean. */
interface Replacement {
  /** `undefined` for what is no text. */
  readonly text: string | undefined;
  painted: string;
}

function replacementIn(properties: PdfDictionary | undefined): Replacement | undefined {
  const actual = properties?.get("ActualText");
  if (actual === undefined) return undefined;
  const isText = typeof actual === "string" && actual.startsWith("\u00fe\u00ff") && actual.length % 2 === 0;
  const text = isText ? Buffer.from(actual.slice(2), "latin1").swap16().toString("utf16le") : undefined;
  return { text, painted: "" };
}

/** Blanks beside a glyph that draws nothing, an accent in one piece with its letter: other words would be read instead of what is seen. */
function saysOtherwise(replacement: Replacement | undefined): boolean {
  if (replacement === undefined) return false;
  return replacement.text === undefined || bare(replacement.text) !== bare(replacement.painted);
}

/** A glyph without a meaning is shown as the sign for that, so that it is found. */
function decode(glyphs: string, font: ReadonlyMap<number, string> | undefined): string {
  let text = "";
  for (let at = 0; at < glyphs.length; at += 4) {
    text += font?.get(Number.parseInt(glyphs.slice(at, at + 4), 16)) ?? "\ufffd";
  }
  return text;
}

/** Every block must be closed: the reader of maps looks for the end of each. */
function readMeanings(map: string): ReadonlyMap<number, string> {
  for (let at = map.indexOf("beginbf"); at !== -1; at = map.indexOf("beginbf", at + 1)) {
    at = map.indexOf("endbf", at);
    if (at === -1) throw new UnreadablePdf("字体的对照表残缺");
  }
  return readToUnicode(map);
}
