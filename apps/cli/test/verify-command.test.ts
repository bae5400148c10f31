/** `zpb verify` as a person starts it: the built program, a real publication, real files. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ROOT, zpb } from "./run-zpb.ts";

const work = mkdtempSync(join(tmpdir(), "zpb-verify-"));
const published = join(work, "published");
const out = join(work, "out");
let unit = "";
let form = "";

beforeAll(() => {
  const made = zpb("publish", join(ROOT, "fixtures/disclosed/jiading-2024.txt"), "-o", published);
  if (made.status !== 0) throw new Error(made.stderr);
  unit = readdirSync(join(published, "forms"))[0] ?? "";
  form = `forms/${unit}/${readdirSync(join(published, "forms", unit))[0]}`;
}, 60_000);
beforeEach(() => {
  rmSync(out, { recursive: true, force: true });
  cpSync(published, out, { recursive: true });
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(join(out, path), "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(out, path), after);
}

describe("zpb verify", () => {
  it("finds a publication as it was written, and its documents one by one", () => {
    const { status, stdout } = zpb("verify", out);
    expect(stdout).toMatch(/^与文件清单核对了 [2-9]\d 个文件，与所带的数据逐格核对了 1\d 份文档：没有发现不符。\n$/);
    expect(status).toBe(0);
    const documents = ["pdf", "docx", "html"].map((format) => join(out, form, `form.${format}`));
    expect(zpb("verify", ...documents)).toMatchObject({
      status: 0,
      stdout: "与文件清单核对了 0 个文件，与所带的数据逐格核对了 3 份文档：没有发现不符。\n",
    });
  });

  it("names the document, the cell, what it shows and what it should show, and ends with 1", () => {
    edit(`${form}/form.html`, (html) => html.replace(/(<td[^>]*>)10\.00/, "$110.01"));
    const { status, stdout } = zpb("verify", out);
    expect(status).toBe(1);
    expect(stdout).toContain(`■ ${form}/form.html\n`);
    expect(stdout).toMatch(/ {2}· 年度资金总额 · 分数：文字与数据不同\n {6}现为 10\.01\n {6}应为 10\.00\n/);
    expect(stdout).toMatch(/ {2}· sha256：与文件清单不符\n/);
    expect(stdout).toContain("1 个文件有");
  });

  it("says the same as JSON", () => {
    edit("data/projects.csv", (csv) => `${csv}x`);
    const { status, stdout } = zpb("verify", out, "--format", "json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "zipingbiao/verification@1",
      counts: { mismatches: 3, troubles: 0 },
      mismatches: ["bytes", "sha256", "sm3"].map((place) => ({
        code: "file/changed",
        file: "data/projects.csv",
        place,
      })),
    });
  });

  it("follows no link, whether it lies in the folder or stands for a listed file", () => {
    rmSync(join(out, form, "form.pdf"));
    symlinkSync(join(published, form, "form.pdf"), join(out, form, "form.pdf"));
    symlinkSync("/", join(out, "root"));
    const { status, stdout } = zpb("verify", out, "--format", "json");
    expect(status).toBe(1);
    const { mismatches } = JSON.parse(stdout) as { mismatches: readonly { code: string; file: string }[] };
    expect(mismatches.map(({ code, file }) => [code, file])).toEqual([
      ["file/strange", `${form}/form.pdf`],
      ["file/missing", `${form}/form.pdf`],
      ["file/strange", "root"],
    ]);
  });

  it.each([
    ["a file that holds nothing to verify", () => [join(ROOT, "README.md")]],
    ["an empty folder", () => [mkdtempSync(join(work, "empty-"))]],
    ["a path that is not there", () => [join(work, "nothing")]],
  ])("ends with 2 for %s", (_name, paths) => {
    expect(zpb("verify", ...paths()).status).toBe(2);
  });

  it("ends with 64 without a path", () => {
    expect(zpb("verify")).toMatchObject({ status: 64, stderr: expect.stringContaining("缺少参数") as unknown });
  });
});

describe("zpb read", () => {
  it("takes the data of a document, the same from every format, and once from a folder", () => {
    const read = (...paths: readonly string[]) => JSON.parse(zpb("read", ...paths).stdout) as readonly object[];
    const [own] = read(join(out, form, "form.json"));
    for (const format of ["pdf", "docx", "html"]) expect(read(join(out, form, `form.${format}`))).toEqual([own]);
    rmSync(join(out, form, "form.json"));
    expect(read(join(out, form))).toEqual([own]);
    expect(read(join(out, "volume/汇编.pdf"))).toHaveLength(3);
  });

  it("does not read a document whose text was edited, and says which cell and what to do", () => {
    edit(`${form}/form.html`, (html) => html.replace(/(<td[^>]*>)10\.00/, "$110.01"));
    const { status, stderr } = zpb("read", join(out, form, "form.html"));
    expect(status).toBe(2);
    expect(stderr).toContain("文件里的文字与它所带的数据不一致，没有读取");
    expect(stderr).toContain("年度资金总额 · 分数：文件里是「10.01」，数据是「10.00」");
    expect(stderr).toContain("zpb correct");
  });
});
