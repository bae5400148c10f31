import { expect, test } from "vitest";
import { drawsNothing, emptyGlyphs, readCharacterMap } from "./character-map.ts";
import { assembleFont } from "./sfnt.ts";

/** A font of nothing but a character table; `words` are written as 16 bits each. */
function fontWith(platform: number, encoding: number, words: readonly number[], glyphs = 100): Buffer {
  const cmap = Buffer.alloc(12 + 2 * words.length);
  for (const [index, word] of [0, 1, platform, encoding, 0, 12, ...words].entries())
    cmap.writeUInt16BE(word, 2 * index);
  const maxp = Buffer.alloc(6);
  maxp.writeUInt16BE(glyphs, 4);
  return assembleFont([
    { tag: "cmap", bytes: cmap },
    { tag: "maxp", bytes: maxp },
  ]);
}

/** Format 4 with two segments, the second one through the glyph list, and the closing one. */
const basic = [4, 0, 0, 6, 0, 0, 0, 0x42, 0x4e01, 0xffff, 0, 0x41, 0x4e00, 0xffff, 0xffc9, 1, 1, 0, 4, 0xffff, 20, 0];

test("the table of old fonts for the basic plane is read, through its glyph list too", () => {
  expect([...readCharacterMap(fontWith(3, 1, basic))]).toEqual([
    [0x41, 10],
    [0x42, 11],
    [0x4e00, 21],
  ]);
});

test("a segment that points outside the table, a glyph that is not there, and one character twice", () => {
  const outside = basic.with(18, 0x7ffe);
  expect([...readCharacterMap(fontWith(3, 1, outside)).keys()]).toEqual([0x41, 0x42]);
  expect([...readCharacterMap(fontWith(3, 1, basic, 11)).keys()]).toEqual([0x41]);
  const groups = [12, 0, 0, 40, 0, 0, 0, 2, 0, 0x41, 0, 0x42, 0, 5, 0, 0x42, 0, 0x42, 0, 9];
  expect([...readCharacterMap(fontWith(3, 10, groups))]).toEqual([
    [0x41, 5],
    [0x42, 6],
  ]);
});

test("no Unicode table, or one that never ends, is an error", () => {
  expect(() => readCharacterMap(fontWith(1, 0, basic))).toThrow("没有 Unicode 字符表");
  expect(() => readCharacterMap(fontWith(3, 0, basic))).toThrow("没有 Unicode 字符表");
  const endless = [12, 0, 0, 28, 0, 0, 0, 1, 0, 1, 0xffff, 0xffff, 0, 1];
  expect(() => readCharacterMap(fontWith(3, 10, endless))).toThrow("不合规范");
  const again = Array.from({ length: 30 }, () => [0, 0, 0x10, 0xffff, 0, 1]).flat();
  expect(() => readCharacterMap(fontWith(3, 10, [12, 0, 0, 0, 0, 0, 0, 30, ...again]))).toThrow("不合规范");
});

test("a glyph without outline draws nothing, which is right for white space alone", () => {
  const head = Buffer.alloc(54);
  const loca = Buffer.from([0, 0, 0, 0, 0, 4]);
  const isEmpty = emptyGlyphs(
    assembleFont([
      { tag: "head", bytes: head },
      { tag: "loca", bytes: loca },
    ]),
  );
  expect([isEmpty(0), isEmpty(1)]).toEqual([true, false]);
  expect(Array.from(" 　\u00ad\u2800").every((character) => drawsNothing(character.codePointAt(0) ?? 0))).toBe(true);
  expect(Array.from("一A，ㅁ").some((character) => drawsNothing(character.codePointAt(0) ?? 0))).toBe(false);
});
