/** The words in which people read a finding, the same in every format. */
import {
  CERTAINTY_LABELS,
  type Citation,
  type Finding,
  SEVERITY_LABELS,
  type Severity,
  formatOrigin,
} from "@zipingbiao/core";
import type { FormSource } from "../batch/plan-batch.ts";
import type { LoadedSettings } from "../settings/load-rule-settings.ts";
import { weightOf } from "./check-report.ts";
import type { FindingState } from "./compare-findings.ts";
import type { EarlierFinding } from "./read-earlier-report.ts";

export const WEIGHT_LABELS: Readonly<Record<Severity | "uncheckable", string>> = {
  ...SEVERITY_LABELS,
  uncheckable: "无法核对",
};

export const STATE_LABELS: Readonly<Record<FindingState | "gone", string>> = {
  new: "新增",
  unchanged: "仍在",
  gone: "已消除",
};

export function weightLabel(finding: Pick<Finding, "outcome" | "severity">): string {
  return WEIGHT_LABELS[weightOf(finding)];
}

const SINGLE_CELL =
  /^(?:funds\.\w+\.\w+|indicators\[\d+\]\.\w+|overallGoal\.\w+|title|fiscalYear|projectName|projectCode|competentDepartment|implementingUnit|totalWeight|totalScore|rating|notes)$/u;

/** What stands in the cell: its text, `（空白）` for a blank one, `""` where the place is no single cell. */
export function printedText({ at, text, facts }: Pick<Finding, "at" | "text" | "facts">): string {
  const printed = text === "" ? (facts["printed"] ?? "") : text;
  if (printed !== "") return printed;
  return SINGLE_CELL.test(at) ? "（空白）" : "";
}

/** What should stand there, where the rule can say so; else `""`. */
export function dueText({ facts }: Pick<Finding, "facts">): string {
  return facts["due"] ?? "";
}

/** `标题（文号，条款，日期）：说明【可靠程度】`. */
export function citationText(citation: Citation): string {
  return `${citationTitle(citation)}：${citation.note}【${CERTAINTY_LABELS[citation.certainty]}】`;
}

/** What a finding rests on and how certain that is, short enough for a column; two notes on one source are one. */
export function briefSources({ basis }: Pick<Finding, "basis">): ReadonlyMap<string, Citation> {
  const sources = new Map<string, Citation>();
  for (const citation of basis) {
    const brief = `${citationTitle(citation)}【${CERTAINTY_LABELS[citation.certainty]}】`;
    if (!sources.has(brief)) sources.set(brief, citation);
  }
  return sources;
}

function citationTitle({ title, documentNumber, article, date }: Citation): string {
  const details = [documentNumber, article, date].filter((part) => part !== undefined);
  return details.length === 0 ? title : `${title}（${details.join("，")}）`;
}

/** Where the finding's text was read; the form's source where the place has no origin of its own. */
export function placeText({ origin }: Pick<Finding, "origin">, source: FormSource | undefined): string {
  if (origin !== undefined) return formatOrigin(origin);
  return source === undefined ? "" : `${source.file} 第 ${source.index} 份`;
}

/** Says of a finding that is gone that its form is gone too, which is no proof that anything was put right; else `""`. */
export function absentForm({ form }: Pick<EarlierFinding, "form">): string {
  return form === undefined ? "" : `「${form.projectName}」不在本次检查之中`;
}

/** One line on what `zpb.rules.yaml` changed, `undefined` where there is none. */
export function settingsText({ file, settings }: LoadedSettings): string | undefined {
  if (file === undefined) return undefined;
  const changes = Object.values(settings.rules);
  const off = changes.filter((change) => change === "off").length;
  const parts = [
    ...(off === 0 ? [] : [`关闭 ${off} 条规则`]),
    ...(changes.length === off ? [] : [`改变 ${changes.length - off} 条规则的程度`]),
    ...(settings.expectedProjects === undefined ? [] : [`应报项目 ${settings.expectedProjects.length} 个`]),
  ];
  return `规则设置 ${file}：${parts.join("，") || "没有改动"}`;
}
