/** The user's own fonts: which are recognised, which are refused and why. */
import { describe, expect, test } from "vitest";
import { wantedCharacters } from "../src/fonts/characters.ts";
import { readOwnFonts } from "../src/fonts/own/read-own-fonts.ts";
import { makeFaces } from "../src/fonts/subset.ts";
import { folderOf, font } from "./font-folder.ts";
import { makeCollection } from "./make-font.ts";

async function recognised(folder: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { own } = await readOwnFonts(folder);
  return Object.fromEntries(
    [...own].map(([role, { main, supplements }]) => [
      role,
      [main, ...supplements].map((typeface) =>
        typeface === undefined ? "—" : `${typeface.name} ${typeface.faces.map(({ weight }) => weight).join("+")}`,
      ),
    ]),
  );
}

describe("a font takes its role by the names that it gives itself", () => {
  test("in Chinese or English, of Windows or of Founder, whatever the file is called", async () => {
    const folder = folderOf({
      "a.ttf": await font("FZXiaoBiaoSong-B05S", { chinese: "方正小标宋简体" }),
      "b.TTF": await font("FangSong_GB2312", { chinese: "仿宋_GB2312" }),
      "c.ttf": await font("SimKai", { chinese: "楷体" }),
      "d.ttf": await font("FZHTK--GBK1-0"),
      "e.ttf": await font("SimSun"),
      "f.ttf": await font("SimSun-ExtB", { chinese: "宋体-ExtB" }),
      "说明.txt": Buffer.from("不是字体"),
    });
    expect(await recognised(folder)).toEqual({
      "Zpb Song": ["SimSun 400", "宋体-ExtB 400"],
      "Zpb Hei": ["FZHTK--GBK1-0 400"],
      "Zpb Kai": ["楷体 400"],
      "Zpb FangSong": ["仿宋_GB2312 400"],
      "Zpb XiaoBiaoSong": ["方正小标宋简体 400"],
    });
  });

  test("with its bold, and with the plainer of two", async () => {
    const folder = folderOf({
      "light.ttf": await font("STSong", { weightClass: 300 }),
      "regular.ttf": await font("STSong"),
      "bold.ttf": await font("STSong", { weightClass: 700, drawn: 700 }),
    });
    const { own, spare } = await readOwnFonts(folder);
    expect(
      own.get("Zpb Song")?.main?.faces.map(({ path, weight }) => `${path.slice(folder.length + 1)} ${weight}`),
    ).toEqual(["regular.ttf 400", "bold.ttf 700"]);
    expect(spare.map(({ file }) => file)).toEqual(["light.ttf"]);
  });

  test("out of a collection", async () => {
    const folder = folderOf({ "simsun.ttc": makeCollection([await font("NSimSun"), await font("SimSun")]) });
    const { own, spare } = await readOwnFonts(folder);
    expect(own.get("Zpb Song")?.main).toMatchObject({ name: "SimSun", faces: [{ index: 1 }] });
    expect(spare).toEqual([]);
  });

  test("or is named with what it calls itself; of two for one role the one not used is named", async () => {
    const folder = folderOf({
      "x.ttf": await font("Comic", { chinese: "少儿体" }),
      "new.ttf": await font("FangSong"),
      "old.ttf": await font("FangSong_GB2312"),
    });
    const { unknown, spare } = await readOwnFonts(folder);
    expect(unknown).toEqual([{ file: "x.ttf", names: ["少儿体"] }]);
    expect(spare).toEqual([{ file: "new.ttf", name: "仿宋", role: "Zpb FangSong" }]);
  });
});

describe("a font that cannot be used is refused by name, with the reason", () => {
  const refusedOf = async (bytes: Uint8Array, name = "simsun.ttf") => {
    const { own, refused } = await readOwnFonts(folderOf({ [name]: bytes }));
    expect(own.size).toBe(0);
    return refused.map(({ file, why }) => `${file}：${why}`).join("；");
  };

  test("outlines that print as Type 3", async () => {
    const tables = [{ tag: "CFF ", bytes: Buffer.alloc(8) }];
    expect(await refusedOf(await font("SimSun", { tables }), "宋.otf")).toMatch(
      /^宋\.otf：是 CFF 轮廓.*部首.*TrueType/u,
    );
    const variable = [{ tag: "fvar", bytes: Buffer.alloc(8) }];
    expect(await refusedOf(await font("SimSun", { tables: variable }))).toContain("可变字体");
    expect(await refusedOf(Buffer.from("wOF2"), "x.woff2")).toContain("请换用 .ttf 或 .ttc");
  });

  test.each([
    [2, "不许嵌入文档"],
    [0x108, "不许只嵌入一部分"],
    [0x208, "只许嵌入点阵"],
  ])("its maker's leave, fsType %i", async (permissions, why) => {
    expect(await refusedOf(await font("SimSun", { permissions }))).toContain(why);
  });

  test("no font at all, cut short, or spoilt anywhere: never a crash, and never accepted with a broken directory", async () => {
    expect(await refusedOf(Buffer.from("你好"))).toBe("simsun.ttf：不是完整的字体文件");
    expect(await refusedOf(Buffer.alloc(0))).toContain("不是完整的字体文件");
    const whole = await font("SimSun");
    for (const length of [11, 60, 400, whole.length >> 1]) {
      expect(await refusedOf(whole.subarray(0, length))).toContain("不是完整的字体文件");
    }
    const collection = makeCollection([whole]);
    collection.writeUInt32BE(0xffffffff, 8);
    expect(await refusedOf(collection)).toContain("不是完整的字体文件");
    let seed = 1;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 150; round++) {
      const spoilt = Buffer.from(whole);
      for (let times = 0; times < 8; times++) spoilt[random(round < 75 ? 400 : whole.length)] = random(256);
      await readOwnFonts(folderOf({ "simsun.ttf": spoilt }));
    }
  });

  test("spoilt where only the making of faces looks: made or refused, and the next font comes out as ever", async () => {
    const whole = await font("SimSun");
    const facesOf = async (bytes: Uint8Array) => {
      const main = (await readOwnFonts(folderOf({ "simsun.ttf": bytes }))).own.get("Zpb Song")?.main;
      const [face] = main?.faces ?? [];
      if (main === undefined || face === undefined) return undefined;
      return (await makeFaces(main, face, wantedCharacters())).made.map((made) => made.bytes.toString("latin1"));
    };
    const sound = await facesOf(whole);
    let refused = 0;
    for (let round = 0; round < 40; round++) {
      const spoilt = Buffer.from(whole);
      for (let at = 700 + round; at < spoilt.length; at += 211) spoilt[at] = 255;
      await facesOf(spoilt).catch(() => (refused += 1));
    }
    expect(refused).toBeGreaterThan(0);
    expect(sound).toHaveLength(1);
    expect(await facesOf(whole)).toEqual(sound);
  });

  test("a character table that counts to four thousand million", async () => {
    const cmap = Buffer.alloc(12 + 16 + 12);
    for (const [at, value] of [
      [2, 1],
      [4, 3],
      [6, 10],
      [12, 12],
    ] as const)
      cmap.writeUInt16BE(value, at);
    cmap.writeUInt32BE(12, 8);
    cmap.writeUInt32BE(1, 12 + 12);
    cmap.writeUInt32BE(0xffffffff, 12 + 20);
    expect(await refusedOf(await font("SimSun", { tables: [{ tag: "cmap", bytes: cmap }] }))).toContain(
      "字符表读不出来",
    );
  });
});
