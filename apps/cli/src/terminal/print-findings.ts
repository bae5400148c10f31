/** Findings for people: by form, with place, what is printed, what is due, the basis and what to do. */
import { CERTAINTY_LABELS, type Finding, SEVERITY_LABELS, formatOrigin } from "@zipingbiao/core";
import { type CheckOutcome, type FormFindings, type FindingCounts, countFindings } from "@zipingbiao/publisher";

/** The whole text of `zpb check`, ending with a summary by severity and by rule. */
export function printFindings(outcome: CheckOutcome): string {
  const withFindings = outcome.forms.filter((checked) => checked.findings.length > 0);
  return [...withFindings.map(printForm), printSummary(outcome)].join("\n");
}

function printForm({ form, source, findings }: FormFindings): string {
  const head = `${source.file} 第 ${source.index} 份　${form.fiscalYear} 年度　${form.implementingUnit}　「${form.projectName}」`;
  return `${head}\n${findings.map(printFinding).join("")}`;
}

function printFinding(finding: Finding): string {
  const weight = finding.outcome === "uncheckable" ? "无法核对" : SEVERITY_LABELS[finding.severity];
  const lines = [
    `  【${weight}】${finding.label}`,
    `      ${finding.message}。`,
    ...(finding.origin === undefined ? [] : [`      位置：${formatOrigin(finding.origin)}`]),
    ...(finding.fix === undefined ? [] : [`      办法：${finding.fix}`]),
    ...finding.basis.map(
      (citation) => `      依据：${citation.title}：${citation.note}（${CERTAINTY_LABELS[citation.certainty]}）`,
    ),
    `      规则：${finding.rule}`,
  ];
  return `${lines.join("\n")}\n`;
}

function printSummary({ forms, files, troubles }: CheckOutcome): string {
  const counts = countFindings(forms.flatMap((checked) => checked.findings));
  const clean = forms.filter((checked) => checked.findings.length === 0).length;
  const lines = [
    `共 ${files} 个文件、${forms.length} 份自评表：${printCounts(counts)}；${clean} 份没有发现问题。`,
    ...byRule(forms).map(([rule, count]) => `  ${String(count).padStart(4)}　${rule}`),
    ...(troubles.length === 0 ? [] : [`${troubles.length} 处未能读取，见上。`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** `差错 2 处、疑点 0 处、提示 0 处，无法核对 1 处` */
export function printCounts(counts: FindingCounts): string {
  return `差错 ${counts.error} 处、疑点 ${counts.warning} 处、提示 ${counts.note} 处，无法核对 ${counts.uncheckable} 处`;
}

function byRule(forms: readonly FormFindings[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { rule } of forms.flatMap((checked) => checked.findings)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
