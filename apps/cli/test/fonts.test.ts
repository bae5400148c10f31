/** Fonts as a person meets them at the command line. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT, runZpb } from "./run-zpb.ts";

const JIADING = join(ROOT, "fixtures/disclosed/jiading-2024.txt");

let work = "";
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "zpb-fonts-"));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const zpb = (args: readonly string[], environment: Record<string, string> = {}) => runZpb(args, { environment });

it("doctor names what plays each role, which are substitutes, and what to do for an official document", () => {
  const { status, stdout } = zpb(["doctor"]);
  expect(status).toBe(0);
  for (const line of [
    /宋体（Zpb Song）：Noto Serif SC，Version \S+，npm /u,
    /楷体（Zpb Kai）：霞鹜文楷，Version \S+，npm /u,
    /仿宋（Zpb FangSong）：没有这种字体，代用 Noto Serif SC，/u,
    /小标宋（Zpb XiaoBiaoSong）：没有这种字体，代用 Noto Serif SC 粗体，/u,
    /办法：公文格式（GB\/T 9704-2012）.*仿宋、小标宋没有可自由分发的字体.*--fonts/u,
  ])
    expect(stdout).toMatch(line);
});

it("a form whose character no font has is named with line and cell, and the others are printed; a lent one is told", () => {
  const input = join(work, "来件.txt");
  const lines = readFileSync(JIADING, "utf8").split("\n");
  const rare = lines.findIndex((line) => line.includes("运行稳定，设备"));
  const lent = lines.findIndex((line) => line.includes("剩余功能继续"));
  const changed = lines
    .with(rare, (lines[rare] ?? "").replace("稳定", "稳𡋾"))
    .with(lent, (lines[lent] ?? "").replace("继续", "继𠮷"));
  writeFileSync(input, changed.join("\n"));
  const { status, stderr } = zpb(["render", input, "--to", "pdf,docx,html", "-o", join(work, "out")]);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /来件\.txt:\d+ 「信息化项目运维」：有 1 个字没有字形.*“𡋾”（U\+212FE）.*所在栏目：年度总体目标 · 实际完成情况/u,
  );
  expect(stderr.match(/注意：“𠮷”（U\+20BB7）宋体的字体里没有，排成它时借用 霞鹜文楷 的字形/gu)).toHaveLength(1);
  expect(readdirSync(join(work, "out")).filter((name) => name.endsWith(".pdf"))).toHaveLength(2);
});

it.each([
  ["render", JIADING, "--to", "pdf", "-o", "r"],
  ["publish", JIADING, "-o", "p"],
  ["correct", JIADING, "--number", "1", "--set", "notes=无", "--reason", "试", "-o", "c"],
])("%s takes --fonts, and a folder that cannot be used is refused", (...args) => {
  const folder = join(work, "没有");
  const before = args.slice(0, -1);
  const target = join(work, `${args.at(-1) ?? ""}-out`);
  const { status, stderr } = zpb([...before, target, "--fonts", folder]);
  expect(status).toBe(2);
  expect(stderr.split(`字体文件夹 ${folder} 不能用。没有这个文件夹。`)).toHaveLength(2);
  const left = existsSync(target) ? readdirSync(target, { recursive: true }) : [];
  expect(left.filter((name) => String(name).endsWith(".pdf"))).toEqual([]);
});

it("ZPB_FONTS does the same for every command; files that are no known fonts are named", () => {
  const folder = join(work, "字体");
  mkdirSync(folder);
  writeFileSync(join(folder, "simsun.ttf"), "不是字体");
  const doctor = zpb(["doctor"], { ZPB_FONTS: folder });
  expect(doctor.status).toBe(2);
  expect(doctor.stdout).toContain("字体文件 simsun.ttf 未用：不是完整的字体文件");
  expect(zpb(["doctor"], { ZPB_FONTS: "" }).status).toBe(0);
});
