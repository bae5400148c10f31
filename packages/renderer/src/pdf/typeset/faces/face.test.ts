import { expect, test } from "vitest";
import { makeFont } from "../../../../test/make-font.ts";
import { findTypefaces } from "../../../fonts/font-set.ts";
import { assembleFont, tableOf, tablesOf } from "../../../fonts/sfnt.ts";
import { makeFaces } from "../../../fonts/subset.ts";
import { FaceGlyphs } from "./face-glyphs.ts";
import { Face } from "./face.ts";

const codesOf = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0);

async function madeOf(family: string, text: string): Promise<Buffer> {
  const typeface = findTypefaces().typefaces.find((each) => each.family === family);
  const [source] = typeface?.faces ?? [];
  if (typeface === undefined || source === undefined) throw new Error("the fonts are installed by npm ci");
  const { made } = await makeFaces(typeface, source, { common: new Set(codesOf(text)), further: new Set() });
  return made[0]?.bytes ?? Buffer.alloc(0);
}

const song = await madeOf("Zpb Song", "自评表 A1é，");
/** `´` is composite there: another glyph, moved. */
const kai = await madeOf("Zpb Kai", "´é自𠮷 ");

/** The pieces of a font as the subset has them, by glyph. */
function outlinesOf(font: Buffer): Buffer[] {
  const [glyf, loca] = [tableOf(font, "glyf"), tableOf(font, "loca")];
  return Array.from({ length: loca.length / 4 - 1 }, (_, glyph) =>
    glyf.subarray(loca.readUInt32BE(4 * glyph), loca.readUInt32BE(4 * glyph + 4)),
  );
}

test("a face knows its measures in thousandths of an em, whatever the font counts in", () => {
  const face = new Face(song, "ZpbSong-Common-Regular");
  expect(face).toMatchObject({
    unitsPerEm: 1000,
    ascent: 1151,
    descent: -286,
    weight: 400,
    italicAngle: 0,
  });
  expect(face.capHeight).toBeGreaterThan(600);
  expect(face.bbox[2]).toBeGreaterThan(900);
  const widths = codesOf("自，A1 ").map((code) => face.advanceOf(code));
  expect(widths.slice(0, 2)).toEqual([1000, 1000]);
  for (const width of widths.slice(2)) expect(width).toBeLessThan(800);
  const head = Buffer.from(tableOf(song, "head"));
  head.writeUInt16BE(1024, 18);
  const other = new Face(withTable(song, "head", head), "Other");
  expect(other.advanceOf(codesOf("自")[0] ?? 0)).toBe(976.56);
  expect(other.ascent).toBe((1151 * 1000) / 1024);
});

test("lines are as high as the typographic measures say only when the font asks for it", () => {
  const style = Buffer.from(tableOf(song, "OS/2"));
  style.writeInt16BE(880, 68);
  style.writeInt16BE(-120, 70);
  style.writeUInt16BE(style.readUInt16BE(62) & ~0x80, 62);
  expect(new Face(withTable(song, "OS/2", style), "Plain").ascent).toBe(1151);
  style.writeUInt16BE(style.readUInt16BE(62) | 0x80, 62);
  expect(new Face(withTable(song, "OS/2", style), "Asking")).toMatchObject({ ascent: 880, descent: -120 });
});

test("a face has what it was made of, beyond the basic plane as well", () => {
  const face = new Face(kai, "ZpbKai-Common-Regular");
  expect(codesOf("自𠮷é ").map((code) => face.has(code))).toEqual([true, true, true, true]);
  expect(codesOf("评𠮸").map((code) => face.has(code))).toEqual([false, false]);
  expect(face.has(0xffff_ffff)).toBe(false);
  expect(face.advanceOf(0x20bb7)).toBe(1000);
});

test("a subset holds the glyphs that were asked for, in that order, each with its width and bearing", () => {
  const face = new Face(song, "ZpbSong-Common-Regular");
  const codes = codesOf("表A 1");
  const font = face.subset(codes);
  expect(tablesOf(font).map(({ tag }) => tag)).toEqual(["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
  expect(tableOf(font, "maxp").readUInt16BE(4)).toBe(5);
  expect(tableOf(font, "hhea").readUInt16BE(34)).toBe(5);
  const metrics = tableOf(font, "hmtx");
  expect(codes.map((_, index) => metrics.readUInt16BE(4 * index + 4))).toEqual(
    codes.map((code) => face.advanceOf(code)),
  );
  const outlines = outlinesOf(font);
  expect(outlines.map(({ length }) => length > 0)).toEqual([false, true, true, false, true]);
  // Where the left side bearing is not where the outline begins, readers move the glyph.
  for (const [glyph, outline] of [...outlines.entries()].filter(([, { length }]) => length > 0)) {
    expect(metrics.readInt16BE(4 * glyph + 2)).toBe(outline.readInt16BE(2));
  }
  const [first] = outlinesOf(face.subset(codesOf("自表"))).slice(2);
  expect(first).toEqual(outlines[1]);
});

test("code points that share an outline have glyphs of their own", () => {
  const { font } = sharing(song);
  const outlines = outlinesOf(new Face(font, "Shared").subset(codesOf("自A评")));
  expect(outlines).toHaveLength(4);
  expect(outlines[1]?.length).toBeGreaterThan(0);
  expect(outlines[3]).toEqual(outlines[1]);
  expect(outlines[2]).not.toEqual(outlines[1]);
});

test("the part of a composite glyph comes behind the glyphs, under its new number", () => {
  const font = new Face(kai, "ZpbKai-Common-Regular").subset(codesOf("自´"));
  const outlines = outlinesOf(font);
  expect(outlines).toHaveLength(4);
  expect(tableOf(font, "maxp").readUInt16BE(4)).toBe(4);
  const accent = outlines[2] ?? Buffer.alloc(0);
  expect([accent.readInt16BE(0), accent.readUInt16BE(12)]).toEqual([-1, 3]);
  expect(outlines[3]?.readInt16BE(0)).toBeGreaterThan(0);
  expect(new FaceGlyphs(font).outlineOf(2).parts).toEqual([{ at: 12, glyph: 3 }]);
});

test("instructions do not come along, from simple glyphs or composite ones", () => {
  const plain = Buffer.from("000100000000006400640000000001", "hex");
  const instructed = Buffer.from("0001000000000064006400000003aabbcc01", "hex");
  expect(glyphOf(instructed)).toEqual(glyphOf(plain));
  // WE_HAVE_INSTRUCTIONS, one part with offsets in bytes, then two instructions.
  const composite = Buffer.from("ffff00000000000000000102000001020002aabb", "hex");
  expect(glyphOf(composite)).toEqual(Buffer.from("ffff0000000000000000000200000102", "hex"));
});

test("a character that is not there, and a font that is not whole, are refused", () => {
  expect(() => new Face(song, "ZpbSong-Common-Regular").subset(codesOf("自鑫"))).toThrow(
    "ZpbSong-Common-Regular 没有 U+946B",
  );
  for (const tag of ["glyf", "loca", "hmtx", "hhea", "head", "maxp", "cmap"]) {
    const rest = assembleFont(tablesOf(song).filter((table) => table.tag !== tag));
    expect(() => new Face(rest, "Broken")).toThrow(`字体缺少 ${tag} 表`);
  }
  const short = withTable(song, "loca", tableOf(song, "loca").subarray(0, 4));
  expect(() => new Face(short, "Broken")).toThrow("字体的 loca 表不完整");
  const cut = withTable(song, "glyf", tableOf(song, "glyf").subarray(0, 40));
  expect(() => new Face(cut, "Broken").subset(codesOf("自"))).toThrow("不完整");
});

test("a font drawn for others is read as well", async () => {
  const face = new Face(await makeFont({ family: "Other Song", characters: "自评 é" }), "Own-1-Common-Regular");
  expect(outlinesOf(face.subset(codesOf("é自")))).toHaveLength(3);
});

function withTable(font: Buffer, tag: string, bytes: Buffer): Buffer {
  return assembleFont(tablesOf(font).map((table) => (table.tag === tag ? { tag, bytes } : table)));
}

/** 评 gets the glyph of 自, by a character map of our own. */
function sharing(font: Buffer): { readonly font: Buffer } {
  const codes = codesOf("A自评");
  const cmap = Buffer.alloc(12 + 16 + 12 * codes.length);
  for (const [at, value] of [0, 1, 3, 10, 0, 12, 12].entries()) cmap.writeUInt16BE(value, 2 * at);
  cmap.writeUInt32BE(16 + 12 * codes.length, 16);
  cmap.writeUInt32BE(codes.length, 24);
  for (const [index, code] of codes.entries()) {
    const glyph = code === 0x41 ? 1 : 4;
    for (const [field, value] of [code, code, glyph].entries()) cmap.writeUInt32BE(value, 28 + 12 * index + 4 * field);
  }
  return { font: withTable(font, "cmap", cmap) };
}

/** What becomes of the data of a glyph, in a font of this one alone. */
function glyphOf(data: Buffer): Buffer {
  const even = Buffer.concat([data], (data.length + 3) & ~3);
  const loca = Buffer.alloc(8);
  loca.writeUInt32BE(data.length, 4);
  const head = Buffer.alloc(54);
  head.writeInt16BE(1, 50);
  const maxp = Buffer.alloc(32);
  maxp.writeUInt16BE(1, 4);
  const tables = { glyf: even, head, loca, maxp };
  return new FaceGlyphs(assembleFont(Object.entries(tables).map(([tag, bytes]) => ({ tag, bytes })))).outlineOf(0)
    .bytes;
}
