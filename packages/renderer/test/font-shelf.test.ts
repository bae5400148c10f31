/** Fonts on the shelf: made once, at the first asking, and known to the browser. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Typeface } from "../src/fonts/font-set.ts";
import { FontShelf, facesPlace } from "../src/fonts/font-shelf.ts";
import { readOwnFonts } from "../src/fonts/own/read-own-fonts.ts";
import { makeFont } from "./make-font.ts";

const root = mkdtempSync(join(tmpdir(), "zpb-shelf-"));
afterAll(() => rmSync(root, { recursive: true }));

let typefaces: readonly Typeface[] = [];
beforeAll(async () => {
  const folder = join(root, "own");
  mkdirSync(folder);
  for (const [family, characters] of [
    ["SimSun", "甲乙㐂"],
    ["KaiTi", "甲丙"],
    ["FangSong", "丁"],
  ] as const)
    writeFileSync(join(folder, `${family}.ttf`), await makeFont({ family, characters }));
  const { own } = await readOwnFonts(folder);
  typefaces = [...own.values()].flatMap(({ main }) => (main === undefined ? [] : [main]));
});

function shelfAt(cache: string) {
  const log: string[] = [];
  const making = ({ name }: Typeface) => void log.push(`make ${name}`);
  const outdated = async () => void log.push("outdated");
  return { log, shelf: FontShelf.at({ cache, typefaces, making, outdated }) };
}

const families = (...names: readonly string[]) =>
  typefaces.filter(({ name }) => names.includes(name)).map(({ family }) => family);
const foldersIn = (configFile: string) => readFileSync(configFile, "utf8").match(/<dir>/g)?.length ?? 0;
const has = (shelf: FontShelf, name: string, part: "common" | "rare", character: string) =>
  shelf.coverage.get(families(name)[0] ?? "")?.[part].has(character.codePointAt(0) ?? 0);

test("a family is made when it is asked for, several at a time, and no other", async () => {
  const { shelf: opening, log } = shelfAt(join(root, "cache"));
  const shelf = await opening;
  expect([foldersIn(shelf.configFile), log, shelf.used]).toEqual([0, [], []]);
  await Promise.all([shelf.open(families("KaiTi", "SimSun")), shelf.open(families("SimSun"))]);
  expect(log.toSorted()).toEqual(["make KaiTi", "make SimSun", "outdated"]);
  expect(foldersIn(shelf.configFile)).toBe(2);
  expect(shelf.used.map(({ file }) => file)).toEqual(["SimSun.ttf", "KaiTi.ttf"]);
  expect(["甲", "㐂", "丙"].map((character) => has(shelf, "SimSun", "common", character))).toEqual([
    true,
    false,
    false,
  ]);
  expect(has(shelf, "SimSun", "rare", "㐂")).toBe(true);
  expect(shelf.coverage.has(families("FangSong")[0] ?? "")).toBe(false);
});

test("what was made is at hand at the next start, and the browser need not start again for it", async () => {
  const { shelf: opening, log } = shelfAt(join(root, "cache"));
  const shelf = await opening;
  expect([foldersIn(shelf.configFile), shelf.coverage.size]).toEqual([2, 0]);
  await shelf.open(families("SimSun"));
  expect(log).toEqual([]);
  await shelf.open(families("FangSong"));
  expect([log, foldersIn(shelf.configFile)]).toEqual([["make FangSong", "outdated"], 3]);
});

test("a font that cannot be made into faces is tried once, and the others stay at hand", async () => {
  const folder = join(root, "broken");
  mkdirSync(folder);
  const glyf = { tag: "glyf", bytes: Buffer.alloc(4) };
  writeFileSync(join(folder, "simhei.ttf"), await makeFont({ family: "SimHei", characters: "甲", tables: [glyf] }));
  const hei = (await readOwnFonts(folder)).own.get("Zpb Hei")?.main;
  if (hei === undefined) throw new Error("its directory is sound");
  const made: string[] = [];
  const making = ({ name }: Typeface) => void made.push(name);
  const all = [...typefaces, hei];
  const shelf = await FontShelf.at({ cache: join(root, "cache"), typefaces: all, making, outdated: async () => {} });
  for (let times = 0; times < 2; times++)
    await expect(shelf.open([hei.family])).rejects.toMatchObject({ file: "simhei.ttf" });
  expect(made).toEqual(["SimHei"]);
  await shelf.open(families("SimSun"));
  expect(has(shelf, "SimSun", "common", "甲")).toBe(true);
});

test("the hash of the set tells fonts apart, whatever was opened", async () => {
  const cache = join(root, "cache");
  const hashOf = async (all: readonly Typeface[]) =>
    (await FontShelf.at({ cache, typefaces: all, making: () => {}, outdated: async () => {} })).setHash;
  const shelf = await FontShelf.at({ cache, typefaces, making: () => {}, outdated: async () => {} });
  await shelf.open(families("SimSun"));
  const whole = await hashOf(typefaces);
  expect([whole, shelf.setHash]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), whole]);
  const folder = join(root, "changed");
  mkdirSync(folder);
  writeFileSync(join(folder, "SimSun.ttf"), await makeFont({ family: "SimSun", characters: "甲乙" }));
  const changed = (await readOwnFonts(folder)).own.get("Zpb Song")?.main;
  if (changed === undefined) throw new Error("its directory is sound");
  const others = [typefaces.slice(1), typefaces.toReversed(), [changed, ...typefaces.slice(1)]];
  expect(new Set([whole, ...(await Promise.all(others.map(hashOf)))]).size).toBe(4);
});

test("faces that were tampered with are made again", async () => {
  const [song] = typefaces;
  if (song === undefined) throw new Error("no font");
  writeFileSync(join(facesPlace(song, join(root, "cache")), "fonts.json"), "{}");
  const { shelf: opening, log } = shelfAt(join(root, "cache"));
  const shelf = await opening;
  await shelf.open([song.family]);
  expect(log).toEqual(["make SimSun", "outdated"]);
  expect(has(shelf, "SimSun", "common", "甲")).toBe(true);
});
