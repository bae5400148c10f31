/** The font files that pictures for Word are drawn with: no browser chooses them there. */
import { readFileSync } from "node:fs";
import { findTypefaces } from "../fonts/font-set.ts";
import { readCharacterMap, readName } from "../fonts/sfnt.ts";

/** A font file as the drawing program knows it. */
export interface ChartFont {
  readonly path: string;
  /** The family by which the file calls itself. */
  readonly family: string;
  readonly has: (code: number) => boolean;
}

/** A character of a chart that no installed face can draw, or no face at all. */
export class ChartTextError extends Error {
  override readonly name = "ChartTextError";
  readonly code = "chart-text";
}

/** The faces of a chart, its own first; the other one lends what that one lacks. */
export function chartFonts(): readonly ChartFont[] {
  const { typefaces, missing } = findTypefaces();
  const regular = (family: string) =>
    typefaces
      .filter((typeface) => typeface.family === family)
      .flatMap(({ faces }) => faces.filter(({ weight }) => weight === 400));
  const chosen = [...regular("Zpb Hei"), ...regular("Zpb Song")];
  if (chosen.length === 0) throw new ChartTextError(`图表所用的字体没有装全，缺 ${missing.join("、")}；请重新安装依赖（npm ci）`);
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
  if (family === undefined) throw new ChartTextError(`字体 ${path} 没有名称`);
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
 * @throws ChartTextError for a character that none has
 */
export function nameFonts(svg: string, families: string, fonts: readonly ChartFont[]): string {
  const [main, ...others] = fonts;
  if (main === undefined) throw new ChartTextError("图表没有可用的字体");
  return svg
    .replaceAll(families, main.family)
    .replaceAll(/>([^<]+)</g, (_, text: string) => `>${[...text].map((sign) => setSign(sign, main, others)).join("")}<`);
}

function setSign(sign: string, main: ChartFont, others: readonly ChartFont[]): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code <= 0x20 || main.has(code)) return sign;
  const lender = others.find((font) => font.has(code));
  if (lender !== undefined) return `<tspan style="font-family:${lender.family}">${sign}</tspan>`;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  throw new ChartTextError(`图表中的“${sign}”（${name}）没有字体可以画出；请改用通行的写法，或用 --fonts 给出含有此字的字体`);
}
