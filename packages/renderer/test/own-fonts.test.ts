/** The user's own fonts: which are recognised, which are refused and why, and what is printed with them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readOwnFonts } from "../src/fonts/own/read-own-fonts.ts";
import { describeFonts, openPrinter } from "../src/index.ts";
import type { PrinterEvent } from "../src/pdf/printer.ts";
import { type FontWanted, makeCollection, makeFont } from "./make-font.ts";
import { fontNamesOf, kindsOfFonts, textOf } from "./read-pdf.ts";

const root = mkdtempSync(join(tmpdir(), "zpb-own-"));
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;

function folderOf(files: Readonly<Record<string, Uint8Array>>): string {
  const folder = join(root, String(folders++));
  mkdirSync(folder);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return folder;
}

const digits = "0123456789 ";
const font = (family: string, more: Partial<FontWanted> = {}) =>
  makeFont({ family, characters: `绩效自评${digits}`, ...more });

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

const page = (body: string, ...texts: readonly string[]) => ({
  html: `<!DOCTYPE html><html lang="zh-CN"><head><title>样张</title><style>.song{font-family:"Zpb Song"}
.bt{font-family:"Zpb XiaoBiaoSong"}.fang{font-family:"Zpb FangSong"}</style></head><body>${body}</body></html>`,
  title: "样张",
  texts,
});

async function printWith(fonts: string, job: ReturnType<typeof page>) {
  const events: PrinterEvent[] = [];
  const printer = await openPrinter({ fonts, report: (event) => events.push(event), cacheDir: join(root, "cache") });
  try {
    const { bytes } = await printer.print(job);
    const told = events.filter(({ code }) => code.startsWith("font-") || code === "glyph-lent");
    return { bytes, fonts: printer.versions.fonts, told: told.filter(({ code }) => code !== "fonts-made") };
  } finally {
    await printer.close();
  }
}

describe("own fonts in print", () => {
  test("take their roles; the substitute is told no more, a missing bold and lent characters are", async () => {
    const folder = folderOf({
      "xbs.ttf": await font("FZXiaoBiaoSong-B05S", { chinese: "方正小标宋简体" }),
      "fs.ttf": await font("FangSong_GB2312", { chinese: "仿宋_GB2312", from: "Zpb Kai" }),
    });
    const job = page('<p class="bt">绩效自评</p><p class="fang">绩效<b>自评</b>目标</p>', "绩效自评", "绩效自评目标");
    const { bytes, fonts, told } = await printWith(folder, job);
    expect(await textOf(bytes)).toBe("绩效自评绩效自评目标");
    expect(await kindsOfFonts(bytes)).toEqual(["CIDFontType2", "Type0"]);
    const names = await fontNamesOf(bytes);
    expect(names.map((name) => name.replace(/-[0-9a-f]{8}-/u, "-#-"))).toEqual([
      "FZXiaoBiaoSong-B05S-#-Common-Regular",
      "FangSongGB2312-#-Common-Regular",
      "ZpbSong-Common-Regular",
    ]);
    expect(told.map(({ message }) => message)).toEqual([
      "仿宋所用的字体 仿宋_GB2312 只有一种字重，粗体处照样用它，不另外加粗",
      expect.stringContaining("“目”（U+76EE）仿宋、小标宋的字体里没有，排成它们时借用 Noto Serif SC 的字形"),
      expect.stringContaining("“标”"),
    ]);
    expect(fonts.slice(4)).toEqual([
      {
        family: "Zpb FangSong",
        file: "fs.ttf",
        version: "Version 5.01 (用户字体)",
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
      },
      {
        family: "Zpb XiaoBiaoSong",
        file: "xbs.ttf",
        version: "Version 5.01 (用户字体)",
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
      },
    ]);
    expect(Buffer.from((await printWith(folder, job)).bytes).equals(Buffer.from(bytes))).toBe(true);
    const renamed = folderOf({
      "标题.ttf": await font("FZXiaoBiaoSong-B05S", { chinese: "方正小标宋简体" }),
      "fs.ttf": await font("FangSong_GB2312", { chinese: "仿宋_GB2312", from: "Zpb Kai" }),
    });
    const again = await printWith(renamed, job);
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
    expect(again.fonts.map(({ file }) => file)).toContain("标题.ttf");
  });

  test("a character that only they have prints; a font with another content is another font", async () => {
    const rare = "𡋾";
    const folder = folderOf({ "simsunb.ttf": await withCharacter("效", rare) });
    const { bytes, told } = await printWith(folder, page(`<p class="song">负责人${rare}</p>`, `负责人${rare}`));
    expect(await textOf(bytes)).toBe(`负责人${rare}`);
    expect(told.filter(({ code }) => code === "glyph-lent")).toMatchObject([
      { message: expect.stringContaining("小标宋") },
    ]);
    const other = folderOf({ "simsunb.ttf": await withCharacter("绩", rare) });
    const next = await printWith(other, page(`<p class="song">负责人${rare}</p>`, `负责人${rare}`));
    expect(Buffer.from(next.bytes).equals(Buffer.from(bytes))).toBe(false);
  });

  test("a font that gives radicals and ideographs one glyph prints ideographs", async () => {
    const folder = folderOf({ "simsun.ttf": await font("SimSun", { characters: "⽬目⾃自一⼀" }) });
    const { bytes } = await printWith(folder, page('<p class="song">目自一</p>', "目自一"));
    expect(await textOf(bytes)).toBe("目自一");
  });

  test("a font whose outlines are spoilt is named, and the printer goes on", async () => {
    const glyf = { tag: "glyf", bytes: Buffer.alloc(4) };
    const folder = folderOf({ "simfang.ttf": await font("FangSong", { tables: [glyf] }) });
    const printer = await openPrinter({ fonts: folder, cacheDir: join(root, "cache") });
    try {
      const broken = await printer.print(page('<p class="fang">绩效</p>', "绩效")).catch((error: unknown) => error);
      expect(broken).toMatchObject({ code: "print/bad-font", what: "字体文件 simfang.ttf 不能用" });
      expect((await printer.print({ html: "<p>绩效</p>", title: "样张", texts: ["绩效"] })).pages).toBe(1);
    } finally {
      await printer.close();
    }
  });

  test("a folder without a usable font is refused before anything is started", async () => {
    const empty = folderOf({});
    await expect(openPrinter({ fonts: empty })).rejects.toMatchObject({
      code: "print/no-fonts",
      why: "里面没有 .ttf 或 .ttc 文件",
    });
    await expect(openPrinter({ fonts: join(root, "没有") })).rejects.toMatchObject({ why: "没有这个文件夹" });
  });

  test("doctor says what plays each role, what is refused and what is still missing", async () => {
    const folder = folderOf({
      "xbs.ttf": await font("FZXiaoBiaoSong-B05", { chinese: "方正小标宋_GBK" }),
      "bad.ttf": await font("FangSong", { permissions: 2 }),
    });
    const { usable, found, next } = await describeFonts({ fonts: folder, cacheDir: join(root, "cache") });
    expect(usable).toBe(true);
    expect(found).toContain("小标宋（Zpb XiaoBiaoSong）：方正小标宋_GBK，Version 5.01，用户字体，xbs.ttf");
    expect(found.join("\n")).toMatch(/字体文件 bad\.ttf 未用：字体声明不许嵌入/u);
    expect(found.join("\n")).toMatch(/仿宋（Zpb FangSong）：没有这种字体，代用 Noto Serif SC/u);
    expect(next.join()).toContain("仿宋没有可自由分发的字体");
    expect(await describeFonts({ fonts: join(root, "没有") })).toMatchObject({ usable: false });
  });
});

/** A font in which the glyph of `drawn` stands for `character`. */
async function withCharacter(drawn: string, character: string): Promise<Buffer> {
  const cmap = Buffer.alloc(12 + 16 + 12);
  for (const [at, value] of [
    [2, 1],
    [4, 3],
    [6, 10],
    [12, 12],
  ] as const)
    cmap.writeUInt16BE(value, at);
  const code = character.codePointAt(0) ?? 0;
  for (const [at, value] of [
    [8, 12],
    [16, 28],
    [24, 1],
    [28, code],
    [32, code],
    [36, 1],
  ] as const)
    cmap.writeUInt32BE(value, at);
  return await makeFont({
    family: "SimSun-ExtB",
    chinese: "宋体-ExtB",
    characters: drawn,
    tables: [{ tag: "cmap", bytes: cmap }],
  });
}
