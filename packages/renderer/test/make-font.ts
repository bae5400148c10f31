/** Small fonts made from those in npm: no font file of anybody else's is kept here. */
import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { findTypefaces } from "../src/fonts/font-set.ts";
import type { BundledFamily, Weight } from "../src/fonts/roles.ts";
import { type Table, assembleFont, tablesOf } from "../src/fonts/sfnt.ts";
import { isWoff, unpackWoff } from "../src/fonts/unpack-woff.ts";

export interface FontWanted {
  readonly from?: BundledFamily;
  /** Which of its two faces. */
  readonly drawn?: Weight;
  readonly characters: string;
  /** Family in English, and in Chinese. */
  readonly family: string;
  readonly chinese?: string;
  readonly weightClass?: number;
  readonly permissions?: number;
  /** Tables to add, or to put in the place of others. */
  readonly tables?: readonly Table[];
}

/** The same wishes give the same bytes. */
export async function makeFont(wanted: FontWanted): Promise<Buffer> {
  const { from = "Zpb Song", drawn = 400, characters, weightClass = 400, permissions = 8, tables = [] } = wanted;
  const face = findTypefaces()
    .typefaces.find(({ family }) => family === from)
    ?.faces.find(({ weight }) => weight === drawn);
  const source = await readFile(face?.path ?? "");
  const subset = await subsetFont(isWoff(source) ? unpackWoff(source) : source, characters, {
    targetFormat: "truetype",
    keepFeatures: [],
  });
  const own = new Map(tablesOf(subset).map(({ tag, bytes }) => [tag, bytes]));
  const style = Buffer.from(own.get("OS/2") ?? []);
  style.writeUInt16BE(weightClass, 4);
  style.writeUInt16BE(permissions, 8);
  own.set("OS/2", style).set("name", nameTable(wanted));
  for (const { tag, bytes } of tables) own.set(tag, bytes);
  return assembleFont([...own].map(([tag, bytes]) => ({ tag, bytes })));
}

/** Several fonts in one file, each with tables of its own. */
export function makeCollection(fonts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(12 + 4 * fonts.length);
  head.write("ttcf", "latin1");
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(fonts.length, 8);
  const parts = [head];
  let at = head.length;
  for (const [index, font] of fonts.entries()) {
    head.writeUInt32BE(at, 12 + 4 * index);
    const moved = Buffer.from(font);
    for (let table = 0; table < moved.readUInt16BE(4); table++) {
      const offset = 12 + 16 * table + 8;
      moved.writeUInt32BE(moved.readUInt32BE(offset) + at, offset);
    }
    parts.push(moved);
    at += moved.length;
  }
  return Buffer.concat(parts);
}

function nameTable({ family, chinese, weightClass = 400 }: FontWanted): Buffer {
  const style = weightClass >= 600 ? "Bold" : "Regular";
  const names: readonly (readonly [language: number, id: number, text: string])[] = [
    [0x409, 1, family],
    [0x409, 2, style],
    [0x409, 5, "Version 5.01"],
    [0x409, 6, family.replaceAll(/[^A-Za-z0-9-]/gu, "")],
    ...(chinese === undefined ? [] : [[0x804, 1, chinese] as const]),
  ];
  const head = Buffer.alloc(6 + 12 * names.length);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  const strings: Buffer[] = [];
  let used = 0;
  for (const [index, [language, id, text]] of names.entries()) {
    const bytes = Buffer.from(text, "utf16le").swap16();
    for (const [field, value] of [3, 1, language, id, bytes.length, used].entries())
      head.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    strings.push(bytes);
    used += bytes.length;
  }
  return Buffer.concat([head, ...strings]);
}
