/** projects.csv and indicators.csv: the published forms as flat tables. */
import { type Cell, textOf } from "@zipingbiao/core";
import { openForm } from "../batch/shelved-form.ts";
import type { PublishedForm } from "../publish-forms.ts";
import { type CsvCell, csvText } from "./csv.ts";

/** One row a form. */
export function projectsCsv(forms: readonly PublishedForm[]): string {
  const header = [
    "序号",
    "年度",
    "主管部门",
    "实施单位",
    "项目名称",
    "金额单位",
    "年初预算数",
    "全年预算数",
    "全年执行数",
    "执行率(%)",
    "执行率得分",
    "总分",
    "评分等级",
    "差错",
    "疑点",
    "无法核对",
    "版式",
    "文件夹",
    "sha256",
  ];
  return csvText(header, forms.map(projectRow));
}

/** One row an indicator. */
export function indicatorsCsv(forms: readonly PublishedForm[]): string {
  const header = [
    "项目序号",
    "年度",
    "实施单位",
    "项目名称",
    "行号",
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
  ];
  return csvText(header, forms.flatMap(indicatorRows));
}

const text = (value: string): CsvCell => ({ text: value });
const count = (value: number): CsvCell => ({ number: String(value) });
const figure = (cell: Cell<unknown>): CsvCell =>
  cell.kind === "read" ? { number: cell.text } : { text: textOf(cell) };

function projectRow({ planned, findings }: PublishedForm): readonly CsvCell[] {
  const { form } = planned;
  const { total } = form.funds;
  const violated = (severity: string): number =>
    findings.filter((finding) => finding.outcome === "violated" && finding.severity === severity).length;
  return [
    count(planned.number),
    count(form.fiscalYear),
    text(form.competentDepartment),
    text(form.implementingUnit),
    text(form.projectName),
    text(form.currencyUnit),
    figure(total.initialBudget),
    figure(total.annualBudget),
    figure(total.annualExecution),
    figure(total.executionRate),
    figure(total.score),
    figure(form.totalScore),
    text(form.rating ?? ""),
    count(violated("error")),
    count(violated("warning")),
    count(findings.filter((finding) => finding.outcome === "uncheckable").length),
    text(form.edition),
    text(planned.folder),
    text(planned.hash),
  ];
}

function indicatorRows({ planned }: PublishedForm): readonly (readonly CsvCell[])[] {
  const form = openForm(planned);
  return form.indicators.map((indicator, at) => [
    count(planned.number),
    count(form.fiscalYear),
    text(form.implementingUnit),
    text(form.projectName),
    count(at + 1),
    text(indicator.level1),
    text(indicator.level2),
    text(indicator.name),
    text(indicator.target.text),
    text(indicator.actual.text),
    figure(indicator.weight),
    figure(indicator.score),
    text(indicator.deviationNote),
  ]);
}
