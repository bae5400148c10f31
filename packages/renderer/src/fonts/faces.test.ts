import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { codePointsOf, commonCharacters, toRanges } from "./characters.ts";
import { castRoles } from "./cast.ts";
import { type Coverage, checkCoverage } from "./coverage.ts";
import { faceRules } from "./face-rules.ts";
import { findTypefaces } from "./font-set.ts";
import { fontsConf } from "./fonts-conf.ts";
import { readCharacterMap, readName } from "./sfnt.ts";
import { splitFace } from "./split-face.ts";
import { makeFaces } from "./subset.ts";

const bundled = findTypefaces().typefaces;
const castings = castRoles(bundled, new Map());
const roles = (...asked: readonly string[]) => castings.filter(({ role }) => asked.includes(role));

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
  const hei = bundled.find(({ family }) => family === "Zpb Hei");
  const source = hei?.faces.find(({ weight }) => weight === 700);
  if (hei === undefined || source === undefined) throw new Error("the fonts are installed by npm ci");
  const wanted = new Set([0x41, 0x76ee]);
  const [first, second] = [await makeFaces(hei, source, wanted), await makeFaces(hei, source, wanted)];
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

test("a packed font becomes faces that keep its licence", async () => {
  const kai = bundled.find(({ family }) => family === "Zpb Kai");
  const [source] = kai?.faces ?? [];
  if (kai === undefined || source === undefined) throw new Error("the fonts are installed by npm ci");
  const { used, made } = await makeFaces(kai, source, new Set([0x76ee]));
  expect(used).toMatchObject({ family: "Zpb Kai", version: "Version 1.311 (npm 5.3.0)" });
  const rare = made[1]?.bytes ?? Buffer.alloc(0);
  expect(readName(rare, 1)).toBe("Zpb Kai Rare");
  expect(readName(rare, 0)).toContain("LXGW");
  expect(readName(rare, 13)).toContain("SIL Open Font License");
  expect(readCharacterMap(rare).has(0x20bb7)).toBe(true);
  expect([...readCharacterMap(rare).keys()].filter((code) => code >= 0x2e80 && code <= 0x2fdf)).toEqual([]);
});

const letters = (text: string) => ({ has: (code: number) => text.includes(String.fromCodePoint(code)) });
const coverage: Coverage = new Map([
  ["Zpb Song", { common: letters("甲乙"), rare: letters("丙") }],
  ["Zpb Hei", { common: letters("甲乙"), rare: letters("") }],
  ["Zpb Kai", { common: letters("甲乙"), rare: letters("丁") }],
]);

test("coverage names what is missing, with the text around it, once", () => {
  const { missing, behind } = checkCoverage(["甲乙 \n甲", "一二三四五六七八九十甲𠮷乙𠮷"], roles("Zpb Song"), coverage);
  expect(behind).toEqual([]);
  expect(missing.map(({ character }) => character)).toEqual([...Array.from("一二三四五六七八九十"), "𠮷"]);
  expect(missing.at(-1)).toMatchObject({ codePoint: "U+20BB7", around: "一二三四五六七八九十甲𠮷乙𠮷" });
});

test("a role borrows what only another one's font has, and that is told; its own rare face is no loan", () => {
  const asked = roles("Zpb Song", "Zpb Hei");
  const { missing, behind, lent } = checkCoverage(["甲丙"], asked, coverage);
  expect(missing).toEqual([]);
  expect(behind).toMatchObject([
    { role: "Zpb Hei", from: { family: "Zpb Song" }, part: "rare", codes: [0x4e19] },
    { role: "Zpb Song", from: { family: "Zpb Song" }, part: "rare", codes: [0x4e19] },
  ]);
  expect(lent).toMatchObject([{ role: "Zpb Hei", from: "Zpb Song", character: "丙", around: "甲丙" }]);
  expect(faceRules(asked, behind)).toContain(
    'font-family:"Zpb Hei";font-weight:700;src:local("ZpbSong-Rare-Bold");unicode-range:U+4e19-4e19',
  );
  expect(faceRules(asked, [])).toBe("");
});

test("a font that is not open yet is asked for before a character is lent or missed", () => {
  const opened = new Map([...coverage].filter(([family]) => family !== "Zpb Kai"));
  expect(checkCoverage(["甲乙"], roles("Zpb Song"), opened).unopened).toEqual([]);
  expect(checkCoverage(["甲丁"], roles("Zpb Song"), opened).unopened).toEqual(["Zpb Kai"]);
  expect(checkCoverage(["甲"], roles("Zpb Kai"), opened).unopened).toEqual(["Zpb Kai"]);
  expect(checkCoverage(["甲丁"], roles("Zpb Song"), coverage).lent).toMatchObject([{ from: "Zpb Kai" }]);
});

test("roles without a font of their own are led to the faces that stand in for them", () => {
  const asked = roles("Zpb FangSong", "Zpb XiaoBiaoSong", "Zpb Kai", "Zpb Song");
  expect(asked.filter(({ substituted }) => substituted).map(({ name }) => name)).toEqual(["仿宋", "小标宋"]);
  expect(faceRules(asked, [])).toBe(
    [
      '@font-face{font-family:"Zpb FangSong";font-weight:400;src:local("ZpbSong-Common-Regular")}',
      '@font-face{font-family:"Zpb FangSong";font-weight:700;src:local("ZpbSong-Common-Bold")}',
      '@font-face{font-family:"Zpb XiaoBiaoSong";font-weight:400;src:local("ZpbSong-Common-Bold")}',
      '@font-face{font-family:"Zpb XiaoBiaoSong";font-weight:700;src:local("ZpbSong-Common-Bold")}',
    ].join(""),
  );
});

test("the font configuration knows our folders alone, whatever their names", () => {
  const conf = fontsConf(["/a&b/<c>", "/d"], "/cache");
  expect(conf.match(/<dir>/g)).toHaveLength(2);
  expect(conf).toContain("<dir>/a&amp;b/&lt;c&gt;</dir>");
});
