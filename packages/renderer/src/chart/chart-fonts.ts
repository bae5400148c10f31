/** The font files that pictures for Word are drawn with: no browser chooses them there. */
import { readFileSync } from "node:fs";
import { isInvisible } from "../fonts/coverage.ts";
import { findTypefaces } from "../fonts/font-set.ts";
import { readCharacterMap } from "../fonts/character-map.ts";
import { readName } from "../fonts/sfnt.ts";
import { isWoff, unpackWoff } from "../fonts/unpack-woff.ts";

/** A font file as the drawing program knows it. */
export interface ChartFont {
  readonly path: string;
  /** The family by which the file calls itself. */
  readonly family: string;
  readonly has: (code: number) => boolean;
}

/** A chart cannot be drawn for Word; says what, why and what to do, in Chinese. */
export class ChartTextError extends Error {
  override readonly name = "ChartTextError";
  readonly code = "chart/text";
  readonly what = "Word 文件中的图画不出来";
  readonly why: string;
  readonly next: string;

  constructor(why: string, next: string) {
    super(`Word 文件中的图画不出来：${why}；${next}`);
    this.why = why;
    this.next = next;
  }
}

/** The faces of a chart, its own first; the others lend what that one lacks, in the order in which they lend to pages. */
export function chartFonts(): readonly ChartFont[] {
  const { typefaces, missing } = findTypefaces();
  const regular = (family: string) =>
    typefaces
      .filter((typeface) => typeface.family === family)
      .flatMap(({ faces }) => faces.filter(({ weight }) => weight === 400));
  const chosen = [...regular("Zpb Hei"), ...regular("Zpb Song"), ...regular("Zpb Kai")];
  if (chosen.length === 0) throw new ChartTextError(`没有找到 ${missing.join("、")}`, "请重新运行 npm ci");
  return chosen.map(openFont);
}

/** Opened fonts by path: reading their character maps takes longer than drawing. */
const opened = new Map<string, ChartFont>();

/** A font is read when it is first asked for something: most charts never come to the lenders. */
function openFont({ path }: { readonly path: string }): ChartFont {
  const known = opened.get(path);
  if (known !== undefined) return known;
  let read: Omit<ChartFont, "path"> | undefined;
  const font: ChartFont = {
    path,
    get family() {
      return (read ??= readFont(path)).family;
    },
    has: (code) => (read ??= readFont(path)).has(code),
  };
  opened.set(path, font);
  return font;
}

function readFont(path: string): Omit<ChartFont, "path"> {
  const packed = readFileSync(path);
  const file = isWoff(packed) ? unpackWoff(packed) : packed;
  const characters = readCharacterMap(file);
  const family = readName(file, TYPOGRAPHIC_FAMILY) ?? readName(file, FAMILY);
  if (family === undefined) throw new Error(`a font without a name: ${path}`);
  return { family, has: (code) => (characters.get(code) ?? 0) !== 0 };
}

/** Numbers of strings in a font's table of names. */
const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;

/**
 * The same SVG with its fonts by the names of the files, and the fonts that it is set from. The drawing program leaves
 * out in silence what a font lacks, so every character is looked up first; one that the first font lacks is set from
 * the next that has it.
 * @throws ChartTextError naming the characters that none has, and where they stand
 */
export function nameFonts(
  svg: string,
  families: string,
  fonts: readonly ChartFont[],
): { readonly svg: string; readonly used: readonly ChartFont[] } {
  const [main, ...others] = fonts;
  if (main === undefined) throw new Error("a chart without fonts");
  const missing = new Map<string, string>();
  const used = new Set([main]);
  const setSign = (sign: string, text: string): string => {
    const code = sign.codePointAt(0) ?? 0;
    if (main.has(code) || code === 0x20) return sign;
    // 看不见的字符没有字形，留着会画成空框。
    if (isInvisible(code)) return "";
    const lender = others.find((font) => font.has(code));
    if (lender === undefined) {
      if (!missing.has(sign)) missing.set(sign, text);
      return "";
    }
    used.add(lender);
    return `<tspan style="font-family:${lender.family}">${sign}</tspan>`;
  };
  const named = svg
    .replaceAll(families, main.family)
    .replaceAll(
      />([^<]+)</g,
      (_, text: string) => `>${Array.from(text, (sign) => setSign(sign, text.trim())).join("")}<`,
    );
  if (missing.size > 0) {
    throw new ChartTextError(
      `${[...missing].map(nameOf).join("；")}，没有字体可以画出`,
      "请核对这些字是否误录；确为生僻字的，用 zpb report 的 --to pdf,html,xlsx 生成其余格式",
    );
  }
  return { svg: named, used: [...used] };
}

function nameOf([sign, text]: readonly [string, string]): string {
  const code = sign.codePointAt(0) ?? 0;
  return `“${sign}”（U+${code.toString(16).toUpperCase().padStart(4, "0")}）在“${text}”`;
}
