/** Bytes of a PDF → its pages, one after the other, by pdf.js without a browser, fonts of the system or scripts. */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Twin } from "@zipingbiao/core";
import type * as PdfJsModule from "pdfjs-dist/legacy/build/pdf.mjs";
import { Refusal } from "../../refusal.ts";
import { attachedData } from "./attached-data.ts";
import { fileEnd } from "./file-end.ts";
import type { Matrix } from "./matrix.ts";
import type { PageMarks } from "./page-marks.ts";
import { type PageFacts, paintPage } from "./paint-page.ts";
import type { FontFacts } from "./paint-state.ts";
import { refuseBombs } from "./refuse-bombs.ts";
import { seePage } from "./see-page.ts";
import { turnUpright } from "./turn-upright.ts";

type PdfJs = typeof PdfJsModule;
type PdfDocument = Awaited<ReturnType<PdfJs["getDocument"]>["promise"]>;
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/** Pages of one file; more than the volume of any year. */
const MAX_PAGES = 3000;
/** Operators of one page, and marks of all pages together. */
const MAX_OPERATORS = 600_000;
const MAX_TOTAL_GLYPHS = 12_000_000;
const NEXT = "请用原来的程序重新导出 PDF，或交 Excel、Word 文件。";

/** Characters that a form is written in. */
const EXPECTED = /^[\x20-\x7E\p{Script=Han}\u2010-\u203F\u2190-\u22FF\u2460-\u24FF\u3000-\u303F\uFF00-\uFFEF±×÷°·]*$/u;

/** Where pdf.js would hand fonts to a browser: nothing is painted with them. */
class NoFontFace {
  readonly loaded: Promise<void> = Promise.resolve();
}
const NO_FONTS = { fonts: { add: (): void => undefined, delete: (): void => undefined } };

/** What is read of a file. */
export interface PdfPages {
  readonly pages: readonly PageMarks[];
  /** Pages that cannot be read, as they are told. */
  readonly refused: readonly Refusal[];
  /** Data of ours that is attached, by its claims. */
  readonly twins: readonly Twin[];
  /** The table of the objects is damaged; they were searched for. */
  readonly isMended: boolean;
}

/** Reads all pages; `onPage` is called before each. Throws a refusal when the file as a whole cannot be read. */
export async function readPages(bytes: Uint8Array, onPage: (page: number, pages: number) => void): Promise<PdfPages> {
  refuseBombs(bytes);
  const end = fileEnd(bytes);
  if (end === "cut") throw damaged("文件没有结尾，后面的内容已经丢失。");
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  if (!("FontFace" in globalThis)) Object.defineProperty(globalThis, "FontFace", { value: NoFontFace });
  const task = pdfjs.getDocument(optionsOf(bytes));
  try {
    const document = await task.promise.catch((cause: unknown) => {
      throw openFailure(cause);
    });
    const twins = await attachedData(document);
    return { ...(await readEach(document, pdfjs.OPS, onPage)), twins, isMended: end === "mended" };
  } finally {
    await task.destroy();
  }
}

function optionsOf(bytes: Uint8Array): Parameters<PdfJs["getDocument"]>[0] {
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return {
    // pdf.js takes the buffer away from its owner, and takes no Buffer.
    data: new Uint8Array(bytes),
    verbosity: 0,
    // Else pdf.js makes an outline of every glyph, which nothing here paints.
    disableFontFace: false,
    ownerDocument: NO_FONTS,
    useSystemFonts: false,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    // No image is decoded.
    maxImageSize: 0,
    fontExtraProperties: true,
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
  } as Parameters<PdfJs["getDocument"]>[0];
}

async function readEach(
  document: PdfDocument,
  names: PdfJs["OPS"],
  onPage: (page: number, pages: number) => void,
): Promise<Pick<PdfPages, "pages" | "refused">> {
  const count = document.numPages;
  if (count > MAX_PAGES)
    throw new Refusal(
      "too-large",
      undefined,
      "页数过多。",
      `共 ${count} 页，上限 ${MAX_PAGES} 页。`,
      "请拆成几份再读。",
    );
  const layers = await document.getOptionalContentConfig();
  const isLayerVisible = (layer: unknown): boolean => Boolean(layers.isVisible(layer));
  const pages: PageMarks[] = [];
  const refused: Refusal[] = [];
  let glyphs = 0;
  for (let number = 1; number <= count; number += 1) {
    onPage(number, count);
    try {
      const marks = await readPage(await document.getPage(number), number, names, isLayerVisible);
      glyphs += marks.glyphs.length;
      pages.push(marks);
    } catch (cause) {
      refused.push(cause instanceof Refusal ? cause : pageFailure(number, cause));
    }
    if (glyphs > MAX_TOTAL_GLYPHS)
      throw new Refusal(
        "too-large",
        { page: number },
        "文字过多。",
        "到这一页为止的文字超出上限。",
        "请拆成几份再读。",
      );
  }
  return { pages, refused };
}

async function readPage(
  page: PdfPage,
  number: number,
  names: PdfJs["OPS"],
  isLayerVisible: (layer: unknown) => boolean,
): Promise<PageMarks> {
  try {
    const { fnArray, argsArray } = await page.getOperatorList();
    const tooMuch = (): Refusal =>
      new Refusal("too-large", { page: number }, "这一页的内容过多。", "远远超出一张表所能有的内容。", NEXT);
    if (fnArray.length > MAX_OPERATORS) throw tooMuch();
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const fonts = new FontShelf((id) => (page.commonObjs.has(id) ? (page.commonObjs.get(id) as unknown) : undefined));
    const facts: PageFacts = {
      names,
      toPage: transform as unknown as Matrix,
      width,
      height,
      fontOf: (id) => fonts.find(id),
      isLayerVisible,
    };
    const painted = paintPage({ codes: fnArray, args: argsArray }, facts);
    if (painted === undefined) throw tooMuch();
    const isUnreadable = fonts.judge(painted.glyphs.map(({ glyph }) => glyph));
    return turnUpright(seePage(number, { width, height }, painted, isUnreadable));
  } finally {
    page.cleanup();
  }
}

/** The fonts of a page, as pdf.js keeps them. */
class FontShelf {
  readonly #known = new Map<string, FontFacts | undefined>();
  readonly #source: (id: string) => unknown;

  constructor(source: (id: string) => unknown) {
    this.#source = source;
  }

  find(id: string): FontFacts | undefined {
    if (!this.#known.has(id)) this.#known.set(id, factsOf(id, this.#source(id)));
    return this.#known.get(id);
  }

  /**
   * A font without a table of its texts gives the numbers of its glyphs for characters. Some encodings use the
   * character as the number; then what it prints are characters of a form.
   */
  judge(
    glyphs: readonly { readonly font: string; readonly isCode: boolean; readonly text: string }[],
  ): (font: string) => boolean {
    const seen = new Map<string, { codes: number; all: number; odd: number }>();
    for (const { font, isCode, text } of glyphs) {
      const count = seen.get(font) ?? { codes: 0, all: 0, odd: 0 };
      count.all += 1;
      if (isCode) count.codes += 1;
      if (!EXPECTED.test(text)) count.odd += 1;
      seen.set(font, count);
    }
    return (font) => {
      const count = seen.get(font);
      return count !== undefined && count.codes === count.all && count.odd > count.all * 0.2;
    };
  }
}

function factsOf(id: string, font: unknown): FontFacts | undefined {
  if (typeof font !== "object" || font === null) return undefined;
  const matrix: unknown = "fontMatrix" in font ? font.fontMatrix : undefined;
  const unit: unknown = Array.isArray(matrix) ? (matrix as readonly unknown[])[0] : undefined;
  return {
    id,
    unit: typeof unit === "number" && unit !== 0 ? unit : 0.001,
    vertical: "vertical" in font && font.vertical === true,
    composite: "composite" in font && font.composite === true,
  };
}

function openFailure(cause: unknown): Refusal {
  const name = cause instanceof Error ? cause.name : "";
  if (name === "PasswordException")
    return new Refusal(
      "unsupported-medium",
      undefined,
      "PDF 加了密码，没有读取。",
      "不知道密码就看不到内容。",
      "请去掉密码后重新导出再读。",
    );
  return damaged("文件不完整，或内部结构已损坏。");
}

function damaged(why: string): Refusal {
  return new Refusal("damaged-file", undefined, "PDF 打不开。", why, NEXT);
}

function pageFailure(page: number, cause: unknown): Refusal {
  if (!(cause instanceof Error)) throw cause;
  return new Refusal("damaged-file", { page }, "这一页读不出来。", "页面的内容已损坏。", NEXT);
}
