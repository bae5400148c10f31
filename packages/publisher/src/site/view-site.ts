/** Published forms → what the start page prints. */
import {
  type SelfEvaluationForm,
  addMoney,
  formatMoney,
  formatPercent,
  rateOf,
  textOf,
  valueOf,
} from "@zipingbiao/core";
import type { SiteLink, SiteRow, SiteView } from "@zipingbiao/renderer";
import type { PublishedForm } from "../publish-form.ts";
import { volumeHead } from "../volume-head.ts";

/** All sums are exact and in 万元, whatever unit a form prints. */
export function viewSite(forms: readonly PublishedForm[]): SiteView {
  const head = volumeHead(forms.map(({ planned }) => planned.form));
  return {
    title: head.title.replace(/汇编$/u, "公开"),
    subtitle: head.subtitle ?? "",
    figures: figuresOf(forms.map(({ planned }) => planned.form)),
    downloads: [
      link("volume/汇编.pdf", "汇编（PDF）"),
      link("volume/汇编.docx", "汇编（Word）"),
      link("data/projects.csv", "项目表（CSV）"),
      link("data/indicators.csv", "指标表（CSV）"),
      link("data/forms.json", "全部自评表（JSON）"),
      link("data/findings.json", "检查结果（JSON）"),
      link("manifest.json", "文件清单与校验值"),
    ],
    columns: {
      number: "序号",
      fiscalYear: "年度",
      unit: "实施单位",
      project: "项目名称",
      budget: "全年预算数（万元）",
      execution: "全年执行数（万元）",
      rate: "执行率(%)",
      score: "总分",
      rating: "等级",
      findings: "检查结果",
      documents: "下载",
    },
    forms: forms.map(rowOf),
  };
}

function figuresOf(forms: readonly SelfEvaluationForm[]): SiteView["figures"] {
  const amounts = (column: "annualBudget" | "annualExecution") =>
    addMoney(forms.flatMap((form) => valueOf(form.funds.total[column]) ?? []));
  const budget = amounts("annualBudget");
  const execution = amounts("annualExecution");
  const rate = rateOf(execution, budget);
  return [
    { caption: "项目", text: `${forms.length} 个` },
    { caption: "全年预算数", text: `${grouped(formatMoney(budget, "万元"))} 万元` },
    { caption: "全年执行数", text: `${grouped(formatMoney(execution, "万元"))} 万元` },
    {
      caption: "总体执行率",
      text: rate === undefined ? "—" : `${formatPercent(rate, { mode: "half-up", places: 2 })}%`,
    },
  ];
}

function rowOf({ planned, checked }: PublishedForm): SiteRow {
  const { form, folder } = planned;
  const { total } = form.funds;
  const amount = (cell: typeof total.annualBudget): string =>
    cell.kind === "read" ? grouped(formatMoney(cell.value, "万元")) : textOf(cell);
  const errors = checked.findings.filter(
    (finding) => finding.outcome === "violated" && finding.severity === "error",
  ).length;
  return {
    number: String(planned.number),
    fiscalYear: String(form.fiscalYear),
    unit: form.implementingUnit,
    project: link(`${folder}/form.html`, form.projectName),
    budget: amount(total.annualBudget),
    execution: amount(total.annualExecution),
    rate: textOf(total.executionRate),
    score: textOf(form.totalScore),
    rating: form.rating ?? "",
    findings: errors === 0 ? "无差错" : `${errors} 处差错`,
    documents: ["pdf", "docx", "json"].map((format) => link(`${folder}/form.${format}`, format.toUpperCase())),
  };
}

function link(path: string, text: string): SiteLink {
  return { address: path.split("/").map(encodeURIComponent).join("/"), text };
}

/** Thousands separators for people. */
function grouped(plain: string): string {
  return plain.replace(/\B(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/g, ",");
}
