/** `zpb render --volume` and the volume's options, as a person gives them: the built program and the real browser. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, zpb } from "./run-zpb.ts";

const SOURCE = join(ROOT, "fixtures/disclosed/shanghai-db-2024.txt");

let work = "";
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "zpb-volume-"));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The text of a Word document: the part behind the local header that bears its name. */
function documentIn(docx: Buffer): string {
  const name = "word/document.xml";
  const at = docx.indexOf(name);
  expect(docx.readUInt32LE(at - 30)).toBe(0x04034b50);
  return inflateRawSync(docx.subarray(at + name.length)).toString("utf8");
}

/** The headings of the forms in the page of a volume, without numbers and units. */
function projectsIn(folder: string): readonly string[] {
  const html = readFileSync(join(folder, "汇编.html"), "utf8");
  return [...html.matchAll(/<h[23] class="volume-heading"[^>]*>\d+　([^　]+)　/gu)].map(([, project]) => project ?? "");
}

describe("zpb render --volume", () => {
  it("writes one document of all forms in every format, and the same bytes again", () => {
    const [one, two] = [join(work, "one"), join(work, "two")];
    const done = zpb("render", SOURCE, "--volume", "--to", "pdf,docx,html", "-o", one);
    expect([done.status, done.stdout]).toEqual([0, "汇编.pdf\n汇编.docx\n汇编.html\n"]);
    expect(readdirSync(one).toSorted()).toEqual(["汇编.docx", "汇编.html", "汇编.pdf"]);
    zpb("render", SOURCE, "--volume", "--to", "pdf,docx,html", "-o", two);
    for (const name of readdirSync(one))
      expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name))), name).toBe(true);
    expect(projectsIn(one)).toHaveLength(12);
  });

  it("prints page numbers into the Word document when that alone is asked for", () => {
    const folder = join(work, "word");
    expect(zpb("render", SOURCE, "--volume", "--to", "docx", "-o", folder).status).toBe(0);
    const document = documentIn(readFileSync(join(folder, "汇编.docx")));
    const fields = [...document.matchAll(/PAGEREF form_\d+ \\h <\/w:instrText>.*?<w:t>(\d*)<\/w:t>/g)];
    expect(fields).toHaveLength(2 * 12);
    expect(fields.map(([, page]) => page)).not.toContain("");
  });

  it("orders by amount and by score, and groups", () => {
    const folder = join(work, "ordered");
    zpb("render", SOURCE, "--volume", "--to", "html", "--order", "amount", "-o", folder);
    expect(projectsIn(folder).slice(0, 3)).toEqual([
      "城市数字化转型专项资金",
      "法人网上身份统一认证和电子印章公共服务",
      "高性能计算服务经费",
    ]);
    zpb("render", SOURCE, "--volume", "--to", "html", "--order", "score", "--group", "unit", "-o", folder);
    expect(projectsIn(folder)[0]).toBe("数字基础设施");
    const html = readFileSync(join(folder, "汇编.html"), "utf8");
    expect(html).toContain('<h2 class="divider-title" id="group-1">上海市数据局</h2>');
    expect(html).toContain('<h3 class="volume-heading" id="form-1">');
  });

  it("refuses in Chinese what it cannot do", () => {
    const orders = zpb("render", SOURCE, "--volume", "--to", "pdf", "--order", "size");
    expect([orders.status, orders.stderr]).toEqual([
      64,
      expect.stringContaining("选项 --order <次序> 不能取「size」，可用：name, amount, score。"),
    ]);
    const alone = zpb("render", SOURCE, "--to", "pdf", "--group", "unit");
    expect([alone.status, alone.stderr]).toEqual([
      64,
      expect.stringContaining("请同时给出 --volume：--group 只用于汇编。"),
    ]);
    expect(zpb("publish", SOURCE, "-o", join(work, "x"), "--group", "city").status).toBe(64);
    expect(zpb("render", "--help").stdout).toMatch(/--order <次序>\s.*\n?.*汇编的次序/u);
  });
});
