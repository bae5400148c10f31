import { expect, it } from "vitest";
import { readToUnicode } from "./to-unicode.ts";

const map = (ranges: readonly string[]) => `beginbfrange\n${ranges.join("\n")}\nendbfrange`;

it("reads single glyphs and ranges", () => {
  const single = "beginbfchar\n<0005> <D842DFB7>\nendbfchar\n";
  const meanings = readToUnicode(single + map(["<0010> <0012> <4E00>"]));
  expect([...meanings]).toEqual([
    [0x05, "𠮷"],
    [0x10, "一"],
    [0x11, "丁"],
    [0x12, "丂"],
  ]);
});

it("takes a range of all glyphs, and no second one", () => {
  expect(readToUnicode(map(["<0000> <FFFF> <0020>"])).size).toBe(0x10000);
  const meanings = readToUnicode(map(["<0000> <FFFF> <0020>", "<0001> <0001> <4E00>"]));
  expect(meanings.get(1)).toBe("!");
});

it("is done at once with a map that gives all glyphs a meaning again and again", () => {
  const started = performance.now();
  readToUnicode(map(Array.from({ length: 40_000 }, () => "<0000> <FFFF> <0020>")));
  expect(performance.now() - started).toBeLessThan(2000);
});
