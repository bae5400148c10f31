import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { drawsNothing, emptyGlyphs, readCharacterMap } from "./character-map.ts";
import { type WantedCharacters, toRanges } from "./characters.ts";
import type { FontUsed, SourceFace, Typeface } from "./font-set.ts";
import { PARTS, PART_NAMES, type Part } from "./parts.ts";
import type { Weight } from "./roles.ts";
import { faceOf, hasTrueTypeOutlines, readName, renameFont } from "./sfnt.ts";
import { splitFace } from "./split-face.ts";
import { isWoff, unpackWoff } from "./unpack-woff.ts";

/** A finished font file. */
export interface MadeFace {
  readonly weight: Weight;
  readonly part: Part;
  readonly file: string;
  readonly codes: ReadonlySet<number>;
  readonly bytes: Buffer;
}

/** What subsetting leaves out: nothing of it shows in horizontal Chinese text, and shaping is quicker without. */
const dropped = ["GPOS", "GSUB", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp"];

/** The name a face is asked for by in `local()`: unique, and free of blanks. */
export function uniqueName(family: string, weight: Weight, part: Part): string {
  return `${family.replaceAll(" ", "")}-${PART_NAMES[part]}-${weight === 700 ? "Bold" : "Regular"}`;
}

/** Makes the faces of a source font, but no empty one; the same source gives the same bytes. */
export async function makeFaces(
  typeface: Typeface,
  source: SourceFace,
  wanted: WantedCharacters,
): Promise<{ readonly used: FontUsed; readonly made: readonly MadeFace[] }> {
  const file = await readFile(source.path);
  const font = isWoff(file) ? unpackWoff(file) : faceOf(file, source.index);
  if (!hasTrueTypeOutlines(font)) throw new Error(`${basename(source.path)} 不是 TrueType 轮廓`);
  const split = splitFace(drawnCharacters(font), wanted);
  // 只在头一次用到，平时不必装入。
  const { default: subsetFont } = await import("subset-font");
  const made: MadeFace[] = [];
  for (const part of PARTS) {
    if (split[part].size === 0) continue;
    const text = String.fromCodePoint(...toRanges(split[part]).flatMap(([first, last]) => count(first, last)));
    const subset = await subsetFont(font, text, {
      targetFormat: "truetype",
      keepFeatures: [],
      noLayoutClosure: true,
      noHinting: true,
      dropTables: dropped,
    });
    // 轮廓坏了的字，取出来是空的，印出来就是空白。
    const drawn = drawnCharacters(subset);
    if ([...split[part]].some((code) => !drawn.has(code))) throw new Error("字形取出来是空的");
    const { weight } = source;
    const bytes = renameFont(subset, namesFor(font, typeface.family, weight, part));
    made.push({ weight, part, file: `${uniqueName(typeface.family, weight, part)}.ttf`, codes: split[part], bytes });
  }
  const version = (readName(font, 5) ?? "").split(";")[0] ?? "";
  return {
    used: {
      family: typeface.role,
      file: basename(source.path),
      version: `${version} (${source.origin})`,
      sha256: createHash("sha256").update(file).digest("hex"),
    },
    made,
  };
}

/** Some fonts give every character that they lack an empty glyph, which would print blank. */
function drawnCharacters(font: Buffer): ReadonlyMap<number, number> {
  const isEmpty = emptyGlyphs(font);
  return new Map([...readCharacterMap(font)].filter(([code, glyph]) => !isEmpty(glyph) || drawsNothing(code)));
}

function count(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Every part but the common one is a family of its own, so that a plain `font-family` never meets it by chance. */
function namesFor(font: Buffer, family: string, weight: Weight, part: Part): Map<number, string> {
  const style = weight === 700 ? "Bold" : "Regular";
  const unique = uniqueName(family, weight, part);
  const names = new Map([
    [1, part === "common" ? family : `${family} ${PART_NAMES[part]}`],
    [2, style],
    [3, unique],
    [4, unique],
    [6, unique],
  ]);
  // 版权、版本与许可证随字体走，这是 OFL 的要求。
  for (const id of [0, 5, 13, 14]) {
    const text = readName(font, id);
    if (text !== undefined) names.set(id, text);
  }
  return names;
}
