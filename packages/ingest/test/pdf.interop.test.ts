/** Forms that another program set and printed: LibreOffice from web pages of its own look, with rules and without. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type WireForm, encodeForm } from "@zipingbiao/core";
import { afterAll, expect, it } from "vitest";
import { readForms } from "../src/index.ts";
import { differences } from "./compare.ts";
import { randomForm } from "./random-form.ts";

const folder = mkdtempSync(join(tmpdir(), "zpb-pdf-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function pageOf(form: WireForm, border: number): string {
  const { funds, indicators } = form;
  const cell = (text: string | null, attributes = ""): string => `<td ${attributes}>${escape(text ?? "-")}</td>`;
  const row = (...cells: readonly string[]): string => `<tr>${cells.join("")}</tr>`;
  const captions = ["年初预算数", "全年预算数", "全年执行数", "分数", "执行率(%)", "得分"];
  const fundRow = (label: string, line: (typeof funds)["total"]): string =>
    row(
      cell(label),
      ...[line.initialBudget, line.annualBudget, line.annualExecution, line.weight, line.executionRate, line.score].map(
        (figure) => cell(figure),
      ),
    );
  const heads = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施".split(" ");
  return `<html><head><meta charset="utf-8"></head><body><p>附件</p>
<table border="${border}" cellspacing="0" cellpadding="4" width="100%">
${row(cell(form.title, 'colspan="8"'))}${row(cell(`（${form.fiscalYear}年度）`, 'colspan="8"'))}
${row(cell("项目名称"), cell(form.projectName, 'colspan="7"'))}
${row(cell("主管部门"), cell(form.competentDepartment, 'colspan="3"'), cell("实施单位"), cell(form.implementingUnit, 'colspan="3"'))}
${row(cell(`项目资金（${form.currencyUnit}）`, 'rowspan="5"'), cell(" "), ...captions.map((caption) => cell(caption)))}
${fundRow("年度资金总额：", funds.total)}${fundRow("其中：当年财政拨款", funds.currentYearAppropriation)}
${fundRow("上年结转资金", funds.carryover)}${fundRow("其他资金", funds.otherFunds)}
${row(cell("年度总体目标", 'rowspan="2"'), cell("预期目标", 'colspan="3"'), cell("实际完成情况", 'colspan="4"'))}
${row(cell(form.overallGoal.expected, 'colspan="3"'), cell(form.overallGoal.actual, 'colspan="4"'))}
${row(...heads.map((head) => cell(head)))}
${indicators.map((each) => row(...[each.level1, each.level2, each.name, each.target, each.actual, each.weight, each.score, each.deviationNote].map((text) => cell(text)))).join("\n")}
${row(cell("总分", 'colspan="5"'), cell(form.totalWeight), cell(form.totalScore), cell(" "))}
${row(cell("评分等级"), cell(form.rating, 'colspan="7"'))}
</table></body></html>`;
}

it.each([
  ["with rules", 1],
  ["without rules", 0],
])("what LibreOffice prints %s is read exactly", async (_, border) => {
  const forms = [11, 12, 13, 14].map((seed) => randomForm(seed));
  const names = forms.map((form, at) => {
    const name = join(folder, `form-${border}-${at}.html`);
    writeFileSync(name, pageOf(form, border));
    return name;
  });
  const options = [
    "--headless",
    `-env:UserInstallation=file://${folder}/profile`,
    "--convert-to",
    "pdf",
    "--outdir",
    folder,
  ];
  execFileSync("soffice", [...options, ...names], { stdio: "ignore", timeout: 240_000 });
  for (const [at, form] of forms.entries()) {
    const bytes = readFileSync(join(folder, `form-${border}-${at}.pdf`));
    const { forms: read, problems } = await readForms({ name: `form-${at}.pdf`, bytes });
    expect(problems).toEqual([]);
    expect(read.map((each) => differences(form, encodeForm(each)))).toEqual([[]]);
  }
});
