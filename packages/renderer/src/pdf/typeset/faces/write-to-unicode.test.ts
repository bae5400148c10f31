import { expect, test } from "vitest";
import { readToUnicode } from "../../to-unicode.ts";
import { writeToUnicode } from "./write-to-unicode.ts";

const entriesOf = (codes: readonly number[]) =>
  writeToUnicode(codes)
    .match(/^(?:<[0-9A-F]+> ?){2,3}$/gm)
    ?.slice(1);

test("neighbours share an entry, others have their own", () => {
  expect(entriesOf([0x20, 0x30, 0x31, 0x32, 0x81ea])).toEqual([
    "<0001> <0020>",
    "<0005> <81EA>",
    "<0002> <0004> <0030>",
  ]);
});

test("beyond the basic plane a character is a pair", () => {
  expect(entriesOf([0x20bb7, 0x20bb8])).toEqual(["<0001> <0002> <D842DFB7>"]);
});

test("no entry carries over in its last byte, of the glyph or of the character", () => {
  expect(entriesOf([0x4ffe, 0x4fff, 0x5000])).toEqual(["<0003> <5000>", "<0001> <0002> <4FFE>"]);
  const codes = Array.from({ length: 300 }, (_, index) => 0x5011 + index);
  expect(entriesOf(codes)).toEqual(["<0001> <00EF> <5011>", "<00F0> <00FF> <5100>", "<0100> <012C> <5110>"]);
});

test("blocks have a hundred entries at most, and all of it is read again", () => {
  const codes = [...Array.from({ length: 250 }, (_, index) => 0x4e00 + 2 * index), 0xff00, 0xff01, 0x1f600, 0x20bb7];
  const cmap = writeToUnicode(codes);
  expect([...cmap.matchAll(/(\d+) beginbf(\w+)/g)].map(([, count, kind]) => `${kind} ${count}`)).toEqual([
    "char 100",
    "char 100",
    "char 52",
    "range 1",
  ]);
  expect([...readToUnicode(cmap)].toSorted(([a], [b]) => a - b)).toEqual(
    codes.map((code, index) => [index + 1, String.fromCodePoint(code)]),
  );
});
