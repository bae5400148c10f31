/** The font files that pictures for Word are drawn with: no browser chooses them there. */
import { readFileSync } from "node:fs";
import { isInvisible } from "../fonts/coverage.ts";
import { findTypefaces } from "../fonts/font-set.ts";
import { readCharacterMap } from "../fonts/character-map.ts";
import { readName } from "../fonts/sfnt.ts";

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

/** The faces of a chart, its own first; the other one lends what that one lacks. */
export function chartFonts(): readonly ChartFont[] {
  const { typefaces, missing } = findTypefaces();
  const regular = (family: string) =>
    typefaces
      .filter((typeface) => typeface.family === family)
      .flatMap(({ faces }) => faces.filter(({ weight }) => weight === 400));
  const chosen = [...regular("Zpb Hei"), ...regular("Zpb Song")];
  if (chosen.length === 0) throw new ChartTextError(`没有找到 ${missing.join("、")}`, "请重新运行 npm ci");
  return chosen.map(openFont);
}

/** Opened fonts by path: reading their character maps takes longer than drawing. */
const opened = new Map<string, ChartFont>();

function openFont({ path }: { readonly path: string }): ChartFont {
  const known = opened.get(path);
  if (known !== undefined) return known;
  const file = readFileSync(path);
  const characters = readCharacterMap(file);
  const family = readName(file, TYPOGRAPHIC_FAMILY) ?? readName(file, FAMILY);
  if (family === undefined) throw new Error(`a font without a name: ${path}`);
  const font: ChartFont = { path, family, has: (code) => (characters.get(code) ?? 0) !== 0 };
  opened.set(path, font);
  return font;
}

/** Numbers of strings in a font's table of names. */
const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;

/**
 * The same SVG with its fonts by the names of the files. The drawing program leaves out in silence what a font lacks,
 * so every character is looked up first; one that the first font lacks is set from the next that has it.
 * @throws ChartTextError naming the characters that none has
 */
export function nameFonts(svg: string, families: string, fonts: readonly ChartFont[]): string {
  const [main, ...others] = fonts;
  if (main === undefined) throw new Error("a chart without fonts");
  const missing = new Set<string>();
  const setSign = (sign: string): string => {
    const code = sign.codePointAt(0) ?? 0;
    if (main.has(code) || code === 0x20) return sign;
    // 看不见的字符没有字形，留着会画成空框。
    if (isInvisible(code)) return "";
    const lender = others.find((font) => font.has(code));
    if (lender === undefined) missing.add(sign);
    return lender === undefined ? "" : `<tspan style="font-family:${lender.family}">${sign}</tspan>`;
  };
  const named = svg
    .replaceAll(families, main.family)
    .replaceAll(/>([^<]+)</g, (_, text: string) => `>${Array.from(text, setSign).join("")}<`);
  if (missing.size > 0) {
    throw new ChartTextError(`${[...missing].map(nameOf).join("、")}没有字体可以画出`, "请改用通行的写法");
  }
  return named;
}

function nameOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return `“${sign}”（U+${code.toString(16).toUpperCase().padStart(4, "0")}）`;
}
