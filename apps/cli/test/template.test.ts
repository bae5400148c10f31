/** `zpb template` and `zpb render --to xlsx`, as a person gives them: the built program. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, zpb } from "./run-zpb.ts";

let work = "";
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "zpb-template-"));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe("zpb template", () => {
  it("writes a workbook for the newest form, and never over one that is there", () => {
    const file = join(work, "自评表.xlsx");
    const made = zpb("template", "-o", file);
    expect([made.status, made.stdout]).toEqual([0, `${file}\n`]);
    expect(made.stderr).toContain("上海市 2024 年度表式（sh-2024）的填报工作簿已生成");
    writeFileSync(file, "填好的内容");
    const again = zpb("template", "--rows", "-o", file);
    expect(again.status).toBe(64);
    expect(again.stderr).toContain("已经存在，没有写入");
    expect(readFileSync(file, "utf8")).toBe("填好的内容");
  });

  it("writes one for many projects, which says that nothing is filled in", () => {
    const file = join(work, "多个项目.xlsx");
    expect(zpb("template", "--edition", "sh-2021", "--rows", "-o", file).status).toBe(0);
    const read = zpb("read", file);
    expect([read.status, read.stdout]).toEqual([2, "[]\n"]);
    expect(read.stderr).toContain("工作簿还没有填写");
  });

  it("asks for a name that Excel opens, and for an edition that there is", () => {
    expect(zpb("template", "-o", join(work, "表.xls")).status).toBe(64);
    expect(zpb("template", "--edition", "sh-1999", "-o", join(work, "表.xlsx")).status).toBe(64);
    expect(readdirSync(work)).not.toContain("表.xlsx");
  });
});

describe("zpb render --to xlsx", () => {
  it("gives sheets that are read as the forms that they show", () => {
    const out = join(work, "sheets");
    const source = join(ROOT, "fixtures/disclosed/jiading-2024.txt");
    expect(zpb("render", source, "--to", "xlsx", "-o", out).status).toBe(0);
    expect(readdirSync(out)).toHaveLength(3);
    const names = (path: string) =>
      (JSON.parse(zpb("read", path).stdout) as { readonly projectName: string }[]).map(
        ({ projectName }) => projectName,
      );
    expect(names(out)).toEqual(names(source));
  });

  it("has no sheet of a volume", () => {
    const refused = zpb("render", ROOT, "--volume", "--to", "xlsx", "-o", join(work, "volume"));
    expect(refused.status).toBe(64);
    expect(refused.stderr).toContain("汇编没有 Excel 格式");
  });
});
