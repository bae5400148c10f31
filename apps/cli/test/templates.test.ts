/** `--templates` and `--style`: layouts of one's own. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, zpb } from "./run-zpb.ts";

const SOURCE = join(ROOT, "fixtures/disclosed/jiading-2024.txt");
const work = mkdtempSync(join(tmpdir(), "zpb-templates-"));
const own = join(work, "模板");
afterAll(() => rmSync(work, { recursive: true, force: true }));

function edit(file: string, change: (text: string) => string): void {
  const path = join(own, file);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

beforeAll(() => {
  cpSync(join(ROOT, "templates"), own, { recursive: true });
  edit("partials/form-head.hbs", (text) => `${text}<p class="form-year">本局版式</p>\n`);
  cpSync(join(own, "report/styles/gbt-9704.css"), join(own, "report/styles/本局.css"));
});

describe("--templates", () => {
  const htmlOf = (folder: string) => {
    const [file = ""] = readdirSync(join(work, folder)).filter((name) => name.endsWith(".html"));
    return join(work, folder, file);
  };

  it("lays documents out by the user's own, and verifies them by the same", () => {
    expect(zpb("render", SOURCE, "--to", "html", "--templates", own, "-o", join(work, "own")).status).toBe(0);
    const file = htmlOf("own");
    expect(readFileSync(file, "utf8")).toContain("本局版式");
    expect(zpb("verify", file, "--templates", own).status).toBe(0);
    const { status, stdout } = zpb("verify", file);
    expect(status).toBe(1);
    expect(stdout).toContain("本局版式");
  });

  it("names file and line of what is wrong in them, and a folder that has none", () => {
    const { status, stderr } = zpb("render", SOURCE, "--to", "html", "--templates", join(work, "nowhere"), "-o", work);
    expect(status).toBe(2);
    expect(stderr).toMatch(/模板 page\.css：在 .*nowhere.* 中没有这个文件/u);
    edit("partials/form-head.hbs", (text) => text.replaceAll("{{title}}", "{{titel}}"));
    const wrong = zpb("render", SOURCE, "--to", "html", "--templates", own, "-o", join(work, "wrong"));
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/模板 partials\/form-head\.hbs 第 \d+ 行：没有「titel」这个名称/u);
  });
});

describe("--style", () => {
  it("prints the report in another style of the templates", () => {
    const made = zpb("report", SOURCE, "--to", "html", "--style", "gbt-9704", "-o", join(work, "report"));
    expect(made.status).toBe(0);
  });

  it.each([
    ["没有的", 2, "模板 report/styles/没有的.css：在 "],
    ["../page", 64, "请只写 report/styles 中的文件名"],
  ])("refuses %s", (name, status, told) => {
    const refused = zpb("report", SOURCE, "--to", "html", "--style", name, "-o", join(work, "refused"));
    expect(refused.status).toBe(status);
    expect(refused.stderr).toContain(told);
  });
});
