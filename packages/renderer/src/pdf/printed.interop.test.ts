import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPrinter } from "./open-printer.ts";
import { samplePage } from "./sample-page.ts";

// 第二层：需要 poppler-utils 与 qpdf。
const folder = mkdtempSync(join(tmpdir(), "zpb-printed-"));
const file = join(folder, "sample.pdf");
const page = samplePage({ rows: 30, goal: "保障系统安全稳定运行；生僻字㐂与⋯〜。" });

beforeAll(async () => {
  const printer = await openPrinter();
  writeFileSync(file, (await printer.print({ ...page, title: "样张" })).bytes);
  await printer.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: "utf8" });

test("qpdf finds nothing wrong", () => {
  expect(run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
});

test("poppler sees embedded TrueType fonts with a text map, and tags", () => {
  const fonts = run("pdffonts", file).split("\n").slice(2).filter(Boolean);
  expect(fonts.length).toBeGreaterThan(2);
  for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes yes yes/);
  expect(run("pdfinfo", file)).toMatch(/Tagged: +yes/);
});

test("poppler gives every text back", () => {
  const text = run("pdftotext", "-raw", file, "-").replace(/\s+/g, "");
  for (const expected of page.texts) expect(text).toContain(expected.replace(/\s+/g, ""));
});
