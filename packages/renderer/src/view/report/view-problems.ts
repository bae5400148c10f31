/** 四、存在问题 */
import { type IndicatorLine, type RuleProblem, SEVERITY_LABELS, type Summary } from "@zipingbiao/core";
import type { ProblemsView, ReasonTexts, TableView } from "./report-view.ts";
import { type ReportWords, subheadings } from "./report-words.ts";

export function viewProblems(summary: Summary, words: ReportWords): ProblemsView {
  const heading = subheadings();
  const { rules } = summary.problems;
  const deviating = summary.indicators.lines.filter(isDeviation);
  return {
    heading: "四、存在问题",
    findings: {
      heading: heading("自评表填报问题"),
      paragraphs: [findingsText(summary)],
      table:
        rules.length === 0
          ? null
          : {
              title: words.tableTitle("填报问题"),
              columns: { kind: "类别", problem: "问题", places: "处数", projects: "涉及项目数" },
              rows: rules.map((problem) => ({
                kind: kindOf(problem),
                problem: problem.title,
                places: String(problem.findings.length),
                projects: String(problem.projects.length),
              })),
              remark: "注：差错是确定有误之处，疑点有待人工复核，提示供参考，无法核对是因内容空白或无法辨认等而不能判断之处。逐项内容见附表。",
            },
    },
    reasons: {
      heading: heading("指标偏差"),
      paragraphs: [reasonsText(deviating)],
      table: deviating.length === 0 ? null : reasonTable(deviating, words),
    },
  };
}

/** 差错、疑点、提示, or 无法核对, which is none of them. */
export function kindOf({ severity, outcome }: Pick<RuleProblem, "severity" | "outcome">): string {
  return outcome === "uncheckable" ? "无法核对" : SEVERITY_LABELS[severity];
}

function findingsText({ problems }: Summary): string {
  const { error, warning, note, uncheckable } = problems.counts;
  const unchecked = uncheckable === 0 ? "" : `另有${uncheckable}处无法核对。`;
  const found = [
    ...(error === 0 ? [] : [`差错${error}处`]),
    ...(warning === 0 ? [] : [`疑点${warning}处`]),
    ...(note === 0 ? [] : [`提示${note}处`]),
  ];
  if (found.length === 0) return `对自评表逐表核对并作跨表比对，没有发现差错、疑点和需要提示之处。${unchecked}`;
  const errors = problems.formsWithErrors === 0 ? "" : `，其中有差错的项目${problems.formsWithErrors}个`;
  const noErrors = error === 0 ? "，没有发现差错" : "";
  return `对自评表逐表核对并作跨表比对，发现${found.join("、")}${noErrors}，涉及${problems.forms}个项目${errors}。${unchecked}`;
}

/** A row that missed its target or lost points. */
function isDeviation({ judgement, lost }: IndicatorLine): boolean {
  return judgement.kind === "missed" || lost?.greaterThan(0) === true;
}

function reasonsText(deviating: readonly IndicatorLine[]): string {
  if (deviating.length === 0) return "没有未完成或扣分的指标。";
  const told = deviating.filter(({ givesReason }) => givesReason).length;
  const untold = deviating.length - told;
  const told2 =
    untold === 0 ? "均已说明原因" : told === 0 ? "均未说明原因" : `已说明原因的${told}项，未说明原因的${untold}项`;
  return `未完成或扣分的指标${deviating.length}项，${told2}。所说明的原因见第五部分。`.replace(
    told === 0 ? "所说明的原因见第五部分。" : /$^/,
    "",
  );
}

function reasonTable(deviating: readonly IndicatorLine[], words: ReportWords): TableView<ReasonTexts> {
  const row = (level1: string, lines: readonly IndicatorLine[]): ReasonTexts => ({
    level1,
    missed: String(lines.filter(({ judgement }) => judgement.kind === "missed").length),
    deducted: String(lines.filter(({ lost }) => lost?.greaterThan(0) === true).length),
    told: String(lines.filter(({ givesReason }) => givesReason).length),
    untold: String(lines.filter(({ givesReason }) => !givesReason).length),
  });
  const groups = Map.groupBy(deviating, ({ level1 }) => level1.replaceAll(/\s/gu, "") || "（空白）");
  return {
    title: words.tableTitle("指标偏差及其说明（项）"),
    columns: { level1: "一级指标", missed: "未完成", deducted: "扣分", told: "已说明原因", untold: "未说明原因" },
    rows: [...[...groups].map(([level1, lines]) => row(level1, lines)), row("合计", deviating)],
    remark: "注：同一指标可能既未完成又扣分。",
  };
}
