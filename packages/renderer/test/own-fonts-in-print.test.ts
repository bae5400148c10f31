/** What is printed with the user's own fonts, and what is told of it. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeFonts, openPrinter } from "../src/index.ts";
import type { PrinterEvent } from "../src/pdf/printer.ts";
import { folderOf, font, root } from "./font-folder.ts";
import { makeFont } from "./make-font.ts";
import { fontNamesOf, kindsOfFonts, textOf } from "./read-pdf.ts";

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
