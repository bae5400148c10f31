/** Published forms → what the start page prints. */
import { type Revision, type Summary, formatPercent, printAmount, textOf } from "@zipingbiao/core";
import type { SiteRow, SiteView } from "@zipingbiao/renderer";
import { UNPUBLISHED_PATH } from "../batch/data-files.ts";
import { EXPLANATION_STEM } from "../batch/form-files.ts";
import { MANIFEST_PATH } from "../batch/listed-paths.ts";
import type { FormHead } from "../batch/shelved-form.ts";
import type { WrittenFile } from "../batch/store.ts";
import { PERSONAL_DATA_LABELS } from "../gate/personal-data.ts";
import type { WaivedObjection } from "../gate/pass-gate.ts";
import { reasonText, statusText } from "../gate/reason-text.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import type { PublishedForm } from "../publish-forms.ts";
import { volumeHead } from "../volume/volume-head.ts";
import { siteDownloads, siteLink } from "./site-downloads.ts";

/**
 * `files` are those about all forms, as they were written; `summary` sums up `forms`. All sums are exact and in 万元, whatever
 * unit a form prints.
 */
export function viewSite(
  forms: readonly PublishedForm[],
  summary: Summary,
  unpublished: readonly UnpublishedForm[],
  files: readonly WrittenFile[],
): SiteView {
  const { title, subtitle } = headOf(forms.map(({ planned }) => planned.form));
  return {
    title,
    subtitle,
    figures: [
      ...(forms.length === 0 ? [] : figuresOf(summary)),
      ...(unpublished.length === 0 ? [] : [{ caption: "未公开的项目", text: `${unpublished.length} 个` }]),
    ],
    downloads: {
      title: "文件",
      documents: siteDownloads(
        files.filter(({ path }) => (path === UNPUBLISHED_PATH ? unpublished : forms).length > 0),
      ),
      manifest: siteLink(MANIFEST_PATH, "文件清单与校验值"),
    },
    formsTitle: "各项目自评表",
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
    unpublished: unpublished.length === 0 ? null : unpublishedOf(unpublished),
  };
}

function headOf(forms: readonly FormHead[]): { readonly title: string; readonly subtitle: string } {
  if (forms.length === 0) return { title: "财政项目支出绩效自评表公开", subtitle: "没有可以公开的自评表" };
  const head = volumeHead(forms);
  const departments = new Set(forms.map((form) => form.competentDepartment));
  const subtitle = head.author ?? `${departments.size} 个主管部门　${forms.length} 个项目`;
  return { title: `${head.period}${head.name.replace(/汇编$/u, "公开")}`, subtitle };
}

function unpublishedOf(forms: readonly UnpublishedForm[]): NonNullable<SiteView["unpublished"]> {
  return {
    title: "未公开的项目",
    columns: {
      number: "序号",
      fiscalYear: "年度",
      unit: "实施单位",
      project: "项目名称",
      status: "情况",
      reason: "原因",
    },
    forms: forms.map((form) => ({
      number: String(form.number),
      fiscalYear: String(form.fiscalYear),
      unit: form.implementingUnit,
      project: form.projectName,
      status: statusText(form),
      reason: form.kind === "blocked" ? reasonText(form) : `${reasonText(form)}（${form.signedBy}，${form.date}）`,
    })),
  };
}

/** Those of the summary report, which lies beside the page. */
function figuresOf({ basics: { forms, funds, rateRounding } }: Summary): SiteView["figures"] {
  const { annualBudget, annualExecution, rate } = funds.total;
  return [
    { caption: "公开的项目", text: `${forms} 个` },
    { caption: "全年预算数", text: `${printAmount(annualBudget, "万元")} 万元` },
    { caption: "全年执行数", text: `${printAmount(annualExecution, "万元")} 万元` },
    { caption: "总体执行率", text: rate === undefined ? "—" : `${formatPercent(rate, rateRounding)}%` },
  ];
}

function rowOf({ planned, findings, waived }: PublishedForm): SiteRow {
  const { form, folder, masked = [] } = planned;
  const { total } = form.funds;
  const amount = (cell: typeof total.annualBudget): string =>
    cell.kind === "read" ? printAmount(cell.value, "万元") : textOf(cell);
  const errors = findings.filter((finding) => finding.outcome === "violated" && finding.severity === "error").length;
  return {
    number: String(planned.number),
    fiscalYear: String(form.fiscalYear),
    unit: form.implementingUnit,
    project: siteLink(`${folder}/form.html`, form.projectName),
    budget: amount(total.annualBudget),
    execution: amount(total.annualExecution),
    rate: textOf(total.executionRate),
    score: textOf(form.totalScore),
    rating: form.rating ?? "",
    findings: errors === 0 ? "无差错" : `${errors} 处差错，附说明`,
    documents: [
      ...["pdf", "docx", "json"].map((format) => siteLink(`${folder}/form.${format}`, format.toUpperCase())),
      ...(form.revision === undefined ? [] : [siteLink(`${folder}/${EXPLANATION_STEM}.pdf`, EXPLANATION_STEM)]),
    ],
    remarks: [
      ...(form.revision === undefined ? [] : [revisionText(form.revision)]),
      ...waived.map(waivedText),
      ...masked.map(({ label, kind }) => `${label}：${PERSONAL_DATA_LABELS[kind]}已遮盖。`),
    ],
  };
}

function revisionText({ number, date, reason }: Revision): string {
  return `第 ${number} 次更正（${date}）：${reason.replace(/。$/u, "")}。`;
}

function waivedText({ objection: { label, message }, waiver: { reason, signedBy, date } }: WaivedObjection): string {
  return `${label}：${message}。说明：${reason.replace(/。$/u, "")}（${signedBy}，${date}）。`;
}
