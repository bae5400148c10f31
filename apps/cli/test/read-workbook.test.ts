/** Workbooks as a person hands them in: read, checked, and taken as a corrected copy by the built program. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WireForm } from "@zipingbiao/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formWorkbook } from "./form-workbook.ts";
import { ROOT, runZpb } from "./run-zpb.ts";

const REASON = ["--reason", "年度指标值录入有误", "--date", "2025-03-01"];

let work = "";
let form = "";
let wire: WireForm;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "zpb-workbook-"));
  zpb("read", join(ROOT, "fixtures/disclosed/minhang-2024-a.txt"), "-o", join(work, "forms"));
  const name = readdirSync(join(work, "forms")).find((each) => each.startsWith("04-"));
  form = join(work, "forms", name ?? "");
  wire = JSON.parse(readFileSync(form, "utf8")) as WireForm;
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const zpb = (...args: readonly string[]) => runZpb(args, { cwd: work });

function save(name: string, bytes: Uint8Array): string {
  writeFileSync(join(work, name), bytes);
  return name;
}

describe("a workbook", () => {
  it("is read whatever its name, and its findings name sheet and cell", () => {
    const file = save("表.dat", formWorkbook(wire));
    const [read] = JSON.parse(zpb("read", file).stdout) as WireForm[];
    const { origin: _origin, unreadable: _unreadable, ...content } = wire;
    expect(read).toMatchObject(content);
    expect(read?.origin?.["totalScore"]).toMatchObject({ file, sheet: "自评表" });
    expect(zpb("check", file).stdout).toMatch(/表\.dat 自评表![A-H]\d+/u);
    expect(zpb("score", file).status).toBe(0);
  });

  it("that is broken or locked is told, and the next one is read", () => {
    save("甲.xlsx", formWorkbook(wire).subarray(0, 900));
    save("乙.xlsx", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("EncryptedPackage", "utf16le")]));
    save("丙.xlsx", formWorkbook(wire));
    const run = zpb("read", "甲.xlsx", "乙.xlsx", "丙.xlsx");
    expect(run.status).toBe(1);
    expect(JSON.parse(run.stdout)).toHaveLength(1);
    expect(run.stderr).toMatch(/甲\.xlsx：文件不能按 Office 文件打开。.*没有传完/u);
    expect(run.stderr).toMatch(/乙\.xlsx：这是用密码保护的 Office 文件.*去掉打开密码/u);
  });
});

describe("zpb correct --from a workbook", () => {
  const corrected = (target: string): WireForm => ({
    ...wire,
    indicators: wire.indicators.map((row, at) => (at === 10 ? { ...row, target } : row)),
  });
  const [TARGET_CELL, RATE_CELL] = ["D23", "G6"];

  it("changes what was typed otherwise, and nothing that is only printed otherwise", () => {
    const budget = wire.funds.total.annualBudget ?? "";
    const file = save(
      "改好的.xlsx",
      formWorkbook(corrected("≥8500.00(个)"), { D6: `<v>${budget.replace(/\.?0+$/u, "")}</v>` }),
    );
    const run = zpb("correct", form, "--from", file, ...REASON, "-o", "改好");
    expect(run.stdout).toContain("年度指标值：≥85000.00(个) → ≥8500.00(个)");
    const made = JSON.parse(readFileSync(join(work, "改好/form.json"), "utf8")) as WireForm;
    expect(made.revision?.changes.map(({ at, cause }) => [at, cause])).toEqual([["indicators[10].target", "asked"]]);
    expect(made.funds).toEqual(wire.funds);
  }, 60_000);

  it.each<[string, () => Uint8Array, RegExp]>([
    ["a copy that says the same", () => formWorkbook(wire), /逐格相同/u],
    [
      "a cell that cannot be read",
      () => formWorkbook(corrected("≥8500.00(个)"), { [RATE_CELL]: "<f>E6/D6</f>" }),
      /年度资金总额 · 执行率读不出来，不能当作空白。.*自评表!G6.*没有存结果/u,
    ],
    ["a broken file", () => Uint8Array.from(Buffer.from("PK\u0003\u0004")), /不能按 Office 文件打开/u],
    [
      "a workbook of something else",
      () =>
        formWorkbook({
          ...wire,
          projectName: "别的",
          indicators: wire.indicators.map((row) => ({ ...row, name: `${row.name}甲` })),
        }),
      /不像是同一个项目/u,
    ],
    ["another number of rows", () => formWorkbook({ ...wire, indicators: wire.indicators.slice(1) }), /不增减指标行/u],
  ])("refuses %s, and writes nothing", (_name, make, words) => {
    const run = zpb("correct", form, "--from", save("来件.xlsx", make()), ...REASON, "-o", "未改");
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(words);
    expect(existsSync(join(work, "未改"))).toBe(false);
  });

  it("knows the cells that these tests speak of", () => {
    const read = (JSON.parse(zpb("read", save("格.xlsx", formWorkbook(wire))).stdout) as WireForm[])[0]?.origin;
    expect(read?.["indicators[10].target"]?.cell).toBe(TARGET_CELL);
    expect(read?.["funds.total.executionRate"]?.cell).toBe(RATE_CELL);
  });
});
