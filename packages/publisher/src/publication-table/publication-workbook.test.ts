import { streamWorkbook } from "@zipingbiao/renderer";
import { describe, expect, it } from "vitest";
import { dataForms, gated, sheetRows } from "../../test/data-forms.ts";
import { unpublishedForms } from "../gate/unpublished.ts";
import type { DataForm } from "../open-data/data-form.ts";
import type { Trouble } from "../trouble.ts";
import { publicationWorkbook } from "./publication-workbook.ts";
import type { RunRecord } from "./run-record.ts";

const NAMES = { implementingUnit: "某区大数据中心", fiscalYear: 2024 };
const SIGNED = { reason: "已说明", signedBy: "办公室", date: "2025-03-31" };
const WAIVERS = {
  file: "w.yaml",
  waivers: [{ ...NAMES, ...SIGNED, projectName: "乙", rule: "scores/total-mismatch", line: 1 }],
  withheld: [{ ...NAMES, ...SIGNED, projectName: "丙", line: 2 }],
};
const CHANGES = [
  { at: "indicators[0].name", before: "旧名", after: "系统数量", cause: "asked" },
  { at: "totalScore", before: "1.00", after: "99.96", cause: "derived" },
];
const OUTCOME = gated(
  [
    { projectName: "甲", "indicators[0].deviationNote": "联系人电话13812345678" },
    { projectName: "乙", totalScore: "98.97" },
    { projectName: "丙" },
    { projectName: "丁", totalScore: "12.00", competentDepartment: "另一个部门" },
    {
      projectName: "戊",
      revision: { number: 1, previous: "a".repeat(64), reason: "有误", date: "2025-03-01", changes: CHANGES },
    },
    { projectName: "己" },
  ],
  WAIVERS,
  true,
);
const trouble = (file: string, more: Partial<Trouble> = {}): Trouble => ({
  code: "read/x",
  file,
  what: "未识别的版式。",
  why: "/srv/somebody/secret 里的内容：13812345678",
  next: "",
  ...more,
});

function recordOf(change: Partial<RunRecord> = {}): RunRecord {
  const isFailed = ({ planned }: Pick<DataForm, "planned">): boolean => planned.form.projectName === "己";
  const [failed] = OUTCOME.passed.filter(isFailed);
  if (failed === undefined) throw new Error("not passed");
  const { planned } = failed;
  return {
    forms: dataForms(OUTCOME).filter((form) => !isFailed(form)),
    unpublished: unpublishedForms(OUTCOME),
    failed: [{ planned, code: "print/timeout", reason: "打印超时" }],
    troubles: [trouble("b.docx", { page: 3 }), trouble("/srv/somebody/a.docx"), trouble("../up/13812345678.docx")],
    duplicates: [{ form: planned.form, source: { file: "又一份.json", index: 2 } }],
    ...change,
  };
}

const bytesOf = (record: RunRecord): Buffer => Buffer.concat([...streamWorkbook(publicationWorkbook(record))]);

describe("公开情况表", () => {
  it("has seven sheets, each with as many cells as columns", () => {
    const { sheets } = publicationWorkbook(recordOf());
    expect(sheets.map(({ name }) => name)).toEqual(["汇总", "公开", "未公开", "放行", "遮盖", "更正", "未完成"]);
    for (const { columns, rows, name } of sheets)
      for (const row of rows) expect(row, name).toHaveLength(columns.length);
  });

  it("counts every form that was read once, by year and department", () => {
    const rows = sheetRows(publicationWorkbook(recordOf()), "汇总");
    const counted = rows.map((row) => Object.values(row).join(" "));
    expect(counted).toEqual([
      "2024 另一个部门 1 0 1 0 0 0 0 0",
      `2024 ${OUTCOME.passed[0]?.planned.form.competentDepartment} 5 3 0 1 1 1 1 1`,
      "合计  6 3 1 1 1 1 1 1",
      "另有 没有读出的来源 3 处，内容相同、不重复公开的 1 份（见「未完成」）        ",
    ]);
  });

  it("tells every form by its name and what became of it", () => {
    const rowsIn = (sheet: string) => sheetRows(publicationWorkbook(recordOf()), sheet);
    const names = (sheet: string) => rowsIn(sheet).map((row) => row["项目名称"]);
    expect([names("公开"), names("未公开")]).toEqual([
      ["乙", "戊", "甲"],
      ["丁", "丙"],
    ]);
    expect(rowsIn("未公开")).toMatchObject([
      { 情况: "暂未公开", 没有通过的规则: expect.stringContaining("scores/") as string },
      { 情况: "不予公开", 原因: "已说明", 签批: "办公室", 日期: "2025-03-31" },
    ]);
    expect(rowsIn("放行")).toMatchObject([{ 项目名称: "乙", 规则: "scores/total-mismatch", 理由: "已说明" }]);
    expect(rowsIn("遮盖")).toMatchObject([{ 项目名称: "甲", 遮盖的内容: "手机号码" }]);
    expect(rowsIn("更正")).toMatchObject([
      { 项目名称: "戊", 第几次: 1, 更正前: "旧名", 更正后: "系统数量", 由来: "要求更正" },
      { 项目名称: "戊", 位置: "总分（得分）", 由来: "随之重算" },
    ]);
  });

  it("names what was not done without the folders of the machine, and quotes nothing that was not published", () => {
    const rows = sheetRows(publicationWorkbook(recordOf()), "未完成");
    expect(rows.map((row) => [row["类别"], row["来源文件"], row["位置"], row["原因"]])).toEqual([
      ["没有做成文档", expect.any(String), "第 1 份", "打印超时"],
      ["没有读出", "138＊＊＊＊5678.docx", "", "未识别的版式"],
      ["没有读出", "a.docx", "", "未识别的版式"],
      ["没有读出", "b.docx", "第 3 页", "未识别的版式"],
      ["内容相同，不重复公开", "又一份.json", "第 2 份", "与另一份逐字相同"],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/srv|somebody|13812345678/u);
  });

  it("says nothing of a form that is not published but its names and the kind of reason", () => {
    const own = publicationWorkbook(recordOf()).sheets.flatMap(({ rows }) =>
      [...rows].filter((row) => row.includes("丁")),
    );
    expect(JSON.stringify(own)).not.toContain("12.00");
  });

  it("gives the same bytes, in whatever order the run came upon what failed", () => {
    const record = recordOf();
    const other = recordOf({ troubles: record.troubles.toReversed() });
    expect(bytesOf(other).equals(bytesOf(record))).toBe(true);
  });
});
