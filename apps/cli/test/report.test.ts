/** `zpb report` as a person runs it: the built program, on the disclosed forms. The documents' own look is tested elsewhere. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runZpb } from "./run-zpb.ts";

const DISCLOSED = join(ROOT, "fixtures/disclosed");

let work = "";
beforeAll(() => (work = mkdtempSync(join(tmpdir(), "zpb-report-"))));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const zpb = (...args: readonly string[]) => runZpb(args, { cwd: work });

describe("zpb report", () => {
  it("sums up everything in a folder and says the main figures", () => {
    const { status, stdout } = zpb("report", DISCLOSED, "--to", "xlsx", "-o", "out");
    expect(status).toBe(0);
    expect(readdirSync(join(work, "out"))).toEqual(["汇总表.xlsx"]);
    expect(stdout).toMatchInlineSnapshot(`
      "汇总 49 份自评表，金额单位为元，先合计后相除，只在填列时取舍
      得分：最高 100.00，最低 88.58，按全年预算数加权平均 96.35
      检查：差错 2，疑点 150，提示 69，无法核对 2；扣分而未说明原因 32

      范围                        项目      全年预算数      全年执行数  执行率  平均得分  完成  未完成  无法判断
      --------------------------  ----  --------------  --------------  ------  --------  ----  ------  --------
      合计                          49  778,334,213.00  768,695,756.19  98.76%     97.35   471      23        28
      2021 年度                      7  442,838,813.00  436,400,156.19  98.54%     93.80    20       8        21
      2024 年度                     42  335,495,400.00  332,295,600.00  99.04%     97.94   451      15         7
      上海市嘉定区数据局（汇总）     3   58,749,600.00   58,072,700.00  98.84%     96.40    25       5         0
      上海市大数据中心               7  442,838,813.00  436,400,156.19  98.54%     93.80    20       8        21
      上海市宝山区数据局            17   20,296,200.00   20,294,200.00  99.99%     99.92   186       1         0
      上海市数据局                  12  228,526,800.00  226,032,800.00  98.90%     99.59   109       0         5
      上海市闵行区数据局(汇总)      10   27,922,800.00   27,895,900.00  99.90%     93.06   131       9         2
      汇总表.xlsx
      "
    `);
  });

  it("compares by unit when asked", () => {
    const { stdout } = zpb("report", DISCLOSED, "--to", "xlsx", "-o", "out", "--by", "unit");
    expect(stdout).toContain("\n上海市嘉定区大数据中心");
    expect(stdout).not.toContain("\n上海市嘉定区数据局");
  });

  it("tells what it could not read, and ends with 1", () => {
    writeFileSync(join(work, "broken.json"), "{");
    const { status, stdout, stderr } = zpb(
      "report",
      "broken.json",
      join(DISCLOSED, "jiading-2024.txt"),
      "--to",
      "xlsx",
    );
    expect(status).toBe(1);
    expect(stdout).toContain("汇总 3 份自评表，金额单位为万元");
    expect(stderr).toContain("broken.json");
    expect(stderr).toContain("1 处未能读取或核算，没有计入汇总。");
  });

  it("does not write over what it reads", () => {
    mkdirSync(join(work, "forms"));
    writeFileSync(join(work, "forms/汇总表.xlsx"), "表");
    const { status, stderr } = zpb("report", "forms", "--to", "xlsx", "-o", "forms");
    expect(status).toBe(64);
    expect(stderr).toContain("forms/汇总表.xlsx 是输入文件之一，不能写入。");
    expect(readFileSync(join(work, "forms/汇总表.xlsx"), "utf8")).toBe("表");
  });

  it("writes nothing and ends with 2 when nothing could be read", () => {
    const { status, stdout, stderr } = zpb("report", "broken.json", "-o", "nothing");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("没有读到可以汇总的自评表，什么也没有写。");
    expect(existsSync(join(work, "nothing"))).toBe(false);
  });

  it.each([
    [["--to", "doc"], "不认识「doc」，可用：pdf、docx、html、xlsx"],
    [["--by", "year"], "选项 --by <分组> 不能取「year」，可用：department, unit。"],
    [["--date", "明天"], "应写成 2025-03-01 这样的日期。"],
    [["--date", "2025-13-31"], "历法中没有这一天"],
    [["--date", "2025-02-29"], "历法中没有这一天"],
    [["--to", ","], "没有写格式"],
    [["--to", "pdf,,odt"], "不认识「odt」"],
  ])("refuses %j", (options, message) => {
    const { status, stderr } = zpb("report", DISCLOSED, ...options);
    expect(status).toBe(64);
    expect(stderr).toContain(message);
  });
});
