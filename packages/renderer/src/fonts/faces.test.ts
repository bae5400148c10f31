import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { codePointsOf, commonCharacters, toRanges } from "./characters.ts";
import { type Coverage, checkCoverage } from "./coverage.ts";
import { faceRules } from "./face-rules.ts";
import { findFaces } from "./font-set.ts";
import { fontsConf } from "./fonts-conf.ts";
import { readCharacterMap, readName } from "./sfnt.ts";
import { splitFace } from "./split-face.ts";
import { makeFaces } from "./subset.ts";

test("the common characters hold GB 2312 and no private use, radical or blank cell", () => {
  const common = commonCharacters();
  for (const character of "自评表啊齄０～；、。①⑳㈠㎡≥％（）〇")
    expect(common.has(character.codePointAt(0) ?? 0)).toBe(true);
  const ideographs = [...common].filter((code) => code >= 0x4e00 && code <= 0x9fff);
  expect(ideographs).toHaveLength(6763);
  expect([...common].some((code) => code >= 0xe000 && code <= 0xf8ff)).toBe(false);
});

test("ranges keep what they are made of", () => {
  const codes = [5, 1, 2, 3, 9, 10, 20];
  expect(toRanges(codes)).toEqual([
    [1, 3],
    [5, 5],
    [9, 10],
    [20, 20],
  ]);
  const set = codePointsOf(toRanges(codes));
  for (let code = 0; code <= 25; code++) expect(set.has(code)).toBe(codes.includes(code));
});

test("a glyph of several characters goes to each face for one of them, and never for a radical", () => {
  const characters = new Map([
    [0x2f6c, 7],
    [0x76ee, 7],
    [0x301c, 8],
    [0xff5e, 8],
    [0x3402, 9],
    [0x41, 0],
  ]);
  const { common, rare } = splitFace(characters, new Set([0x41, 0x76ee, 0xff5e]));
  expect([...common]).toEqual([0x76ee, 0xff5e]);
  expect([...rare]).toEqual([0x301c, 0x3402]);
});

test("faces are made alike every time, renamed, and without radicals", async () => {
  const source = findFaces().faces.find((face) => face.family === "Zpb Hei" && face.weight === 700);
  if (source === undefined) throw new Error("the fonts are installed by npm ci");
  const wanted = new Set([0x41, 0x76ee]);
  const [first, second] = [await makeFaces(source, wanted), await makeFaces(source, wanted)];
  const hashes = (of: typeof first) => of.made.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex"));
  expect(hashes(first)).toEqual(hashes(second));
  const [common, rare] = first.made;
  expect(readName(common?.bytes ?? Buffer.alloc(0), 1)).toBe("Zpb Hei");
  expect(readName(rare?.bytes ?? Buffer.alloc(0), 1)).toBe("Zpb Hei Rare");
  expect(readName(common?.bytes ?? Buffer.alloc(0), 13)).toContain("SIL Open Font License");
  expect([...(common?.codes ?? [])]).toEqual([0x41, 0x76ee]);
  const all = [...readCharacterMap(rare?.bytes ?? Buffer.alloc(0)).keys()];
  expect(all.filter((code) => code >= 0x2e80 && code <= 0x2fdf)).toEqual([]);
  expect(first.used).toMatchObject({
    family: "Zpb Hei",
    file: "NotoSansSC_700Bold.ttf",
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

const letters = (text: string) => ({ has: (code: number) => text.includes(String.fromCodePoint(code)) });
const coverage: Coverage = new Map([
  ["Zpb Song", { common: letters("甲乙"), rare: letters("丙") }],
  ["Zpb Hei", { common: letters("甲乙"), rare: letters("") }],
]);

test("coverage names what is missing, with the text around it, once", () => {
  const { missing, behind } = checkCoverage(["甲乙 \n甲", "一二三四五六七八九十甲𠮷乙𠮷"], ["Zpb Song"], coverage);
  expect(behind).toEqual([]);
  expect(missing.map(({ character }) => character)).toEqual([...Array.from("一二三四五六七八九十"), "𠮷"]);
  expect(missing.at(-1)).toMatchObject({ codePoint: "U+20BB7", around: "一二三四五六七八九十甲𠮷乙𠮷" });
});

test("a family borrows what only another one has", () => {
  const { missing, behind } = checkCoverage(["甲丙"], ["Zpb Song", "Zpb Hei"], coverage);
  expect(missing).toEqual([]);
  expect(behind).toEqual([
    { family: "Zpb Hei", from: "Zpb Song", part: "rare", codes: [0x4e19] },
    { family: "Zpb Song", from: "Zpb Song", part: "rare", codes: [0x4e19] },
  ]);
  expect(faceRules(behind)).toContain(
    'font-family:"Zpb Hei";font-weight:700;src:local("ZpbSong-Rare-Bold");unicode-range:U+4e19-4e19',
  );
  expect(faceRules([])).toBe("");
});

test("the font configuration knows our folder alone, whatever its name", () => {
  const conf = fontsConf("/a&b/<c>", "/cache");
  expect(conf.match(/<dir>/g)).toHaveLength(1);
  expect(conf).toContain("<dir>/a&amp;b/&lt;c&gt;</dir>");
});
