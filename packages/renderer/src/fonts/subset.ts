import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { toRanges } from "./characters.ts";
import type { Family, FontUsed, SourceFace } from "./font-set.ts";
import { hasTrueTypeOutlines, readCharacterMap, readName, renameFont } from "./sfnt.ts";
import { splitFace } from "./split-face.ts";

/** Part of a source face: what every form needs, or what hardly any does. */
export type Part = "common" | "rare";

/** A finished font file. */
export interface MadeFace {
  readonly family: Family;
  readonly weight: 400 | 700;
  readonly part: Part;
  readonly file: string;
  readonly codes: ReadonlySet<number>;
  readonly bytes: Buffer;
}

/** What subsetting leaves out: nothing of it shows in horizontal Chinese text, and shaping is quicker without. */
const dropped = ["GPOS", "GSUB", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp"];

/** The name a face is asked for by in `local()`: unique, and free of blanks. */
export function uniqueName(family: Family, weight: 400 | 700, part: Part): string {
  return `${family.replace(" ", "")}-${part === "common" ? "Common" : "Rare"}-${weight === 700 ? "Bold" : "Regular"}`;
}

/** Makes the common and the rare face of a source font; the same source gives the same bytes. */
export async function makeFaces(
  source: SourceFace,
  wanted: ReadonlySet<number>,
): Promise<{ readonly used: FontUsed; readonly made: readonly MadeFace[] }> {
  const font = await readFile(source.path);
  if (!hasTrueTypeOutlines(font)) throw new Error(`${basename(source.path)} 不是 TrueType 轮廓`);
  const split = splitFace(readCharacterMap(font), wanted);
  // 只在头一次用到，平时不必装入。
  const { default: subsetFont } = await import("subset-font");
  const made: MadeFace[] = [];
  for (const part of ["common", "rare"] as const) {
    const text = String.fromCodePoint(...toRanges(split[part]).flatMap(([first, last]) => count(first, last)));
    const subset = await subsetFont(font, text, {
      targetFormat: "truetype",
      keepFeatures: [],
      noLayoutClosure: true,
      noHinting: true,
      dropTables: dropped,
    });
    const { family, weight } = source;
    const bytes = renameFont(subset, namesFor(font, source, part));
    made.push({
      family,
      weight,
      part,
      file: `${uniqueName(family, weight, part)}.ttf`,
      codes: split[part],
      bytes,
    });
  }
  return { used: about(font, source), made };
}

function count(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function about(font: Buffer, source: SourceFace): FontUsed {
  const version = (readName(font, 5) ?? "").split(";")[0] ?? "";
  return {
    family: source.family,
    file: basename(source.path),
    version: `${version} (npm ${source.npmVersion})`,
    sha256: createHash("sha256").update(font).digest("hex"),
  };
}

/** The rare part is a family of its own, so that a plain `font-family` never meets it by chance. */
function namesFor(font: Buffer, { family, weight }: SourceFace, part: Part): Map<number, string> {
  const style = weight === 700 ? "Bold" : "Regular";
  const unique = uniqueName(family, weight, part);
  const names = new Map([
    [1, part === "common" ? family : `${family} Rare`],
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
