import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { codePointsOf, toRanges, wantedCharacters } from "./characters.ts";
import { castRoles } from "./cast.ts";
import { type Coverage, checkCoverage } from "./coverage.ts";
import { faceRules } from "./face-rules.ts";
import { findTypefaces } from "./font-set.ts";
import { fontsConf } from "./fonts-conf.ts";
import { readCharacterMap } from "./character-map.ts";
import { readName } from "./sfnt.ts";
import { splitFace } from "./split-face.ts";
import { makeFaces } from "./subset.ts";

const bundled = findTypefaces().typefaces;
const castings = castRoles(bundled, new Map());
const roles = (...asked: readonly string[]) => castings.filter(({ role }) => asked.includes(role));

test("the common characters hold the first level of GB 2312, the further ones the rest, and neither private use or blanks", () => {
  const { common, further } = wantedCharacters();
  const codes = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0);
  expect(codes("自评表啊座闵浏遴鑫０～；、。①⑴㈠㎡≥×±％（）〇·…“”《》—").filter((code) => !common.has(code))).toEqual(
    [],
  );
  expect(codes("齄ああЖ㊣∮").filter((code) => !further.has(code))).toEqual([]);
  expect([...common].filter((code) => further.has(code))).toEqual([]);
  expect(common.size).toBeLessThan(4800);
  const ideographs = [...common, ...further].filter((code) => code >= 0x4e00 && code <= 0x9fff);
  expect(ideographs).toHaveLength(6763);
  expect([...common, ...further].some((code) => code >= 0xe000 && code <= 0xf8ff)).toBe(false);
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
  const wanted = { common: new Set([0x41, 0x76ee, 0xff5e, 0x301c]), further: new Set([0x2f6c, 0x301c]) };
  const { common, further, rare } = splitFace(characters, wanted);
  expect([...common]).toEqual([0x76ee, 0xff5e]);
  expect([...further]).toEqual([0x301c]);
  expect([...rare]).toEqual([0x3402]);
});

test("faces are made alike every time, renamed, and without radicals", async () => {
  const hei = bundled.find(({ family }) => family === "Zpb Hei");
  const source = hei?.faces.find(({ weight }) => weight === 700);
  if (hei === undefined || source === undefined) throw new Error("the fonts are installed by npm ci");
  const wanted = { common: new Set([0x41, 0x76ee]), further: new Set([0x81ea]) };
  const [first, second] = [await makeFaces(hei, source, wanted), await makeFaces(hei, source, wanted)];
  const hashes = (of: typeof first) => of.made.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex"));
  expect(hashes(first)).toEqual(hashes(second));
  const [common, further, rare] = first.made;
  expect(readName(common?.bytes ?? Buffer.alloc(0), 1)).toBe("Zpb Hei");
  expect(readName(rare?.bytes ?? Buffer.alloc(0), 1)).toBe("Zpb Hei Rare");
  expect([readName(further?.bytes ?? Buffer.alloc(0), 1), [...(further?.codes ?? [])]]).toEqual([
    "Zpb Hei Further",
    [0x81ea],
  ]);
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
  const { used, made } = await makeFaces(kai, source, { common: new Set([0x76ee]), further: new Set() });
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
  ["Zpb Song", { common: letters("甲乙"), further: letters("戊"), rare: letters("丙") }],
  ["Zpb Hei", { common: letters("甲乙"), further: letters("戊"), rare: letters("") }],
  ["Zpb Kai", { common: letters("甲乙"), further: letters("戊"), rare: letters("丁") }],
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
  const next = checkCoverage(["戊"], roles("Zpb Song"), coverage);
  expect(next).toMatchObject({ lent: [], missing: [], behind: [{ role: "Zpb Song", part: "further" }] });
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

test("a user's font plays its role before ours; without a bold nothing in the role is bold", () => {
  const [song] = bundled;
  if (song === undefined) throw new Error("the fonts are installed by npm ci");
  const own = { ...song, family: "Own-1", faces: song.faces.slice(0, 1) };
  const extra = { ...own, family: "Extra-2" };
  const cast = castRoles(bundled, new Map([["Zpb Song", { main: own, supplements: [extra] }]]));
  const [first, hei] = cast;
  expect(first).toMatchObject({
    main: { family: "Own-1", weights: { 400: 400, 700: 400 } },
    supplements: [{ family: "Extra-2" }],
    boldless: true,
  });
  expect(first?.lenders).toEqual(
    ["Zpb Song", "Zpb Hei", "Zpb Kai"].map((family) => ({ family, weights: { 400: 400, 700: 400 } })),
  );
  expect(hei?.lenders.map(({ family }) => family)).toEqual(["Own-1", "Extra-2", "Zpb Song", "Zpb Kai"]);
  expect(hei?.lenders.at(-1)?.weights).toEqual({ 400: 400, 700: 700 });
});

test("the font configuration knows our folders alone, whatever their names", () => {
  const conf = fontsConf(["/a&b/<c>", "/d"], "/cache");
  expect(conf.match(/<dir>/g)).toHaveLength(2);
  expect(conf).toContain("<dir>/a&amp;b/&lt;c&gt;</dir>");
});
