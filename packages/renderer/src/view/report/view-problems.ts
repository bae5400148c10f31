/** 四、存在问题 */
import { type IndicatorLine, type RuleProblem, SEVERITY_LABELS, type Summary, readGroupLabel } from "@zipingbiao/core";
import { annexLabels } from "./annex-labels.ts";
import type { ProblemsView, ReasonTexts, TableView } from "./report-view.ts";
import { NO_FIGURE, type ReportWords, subheadings } from "./report-words.ts";

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
                projects: problem.projects.length === 0 ? NO_FIGURE : String(problem.projects.length),
              })),
              remark: KINDS + `逐项内容见${annexLabels(summary).findings}。`,
            },
    },
    reasons: {
      heading: heading("指标偏差"),
      paragraphs: [reasonsText(deviating)],
      table: deviating.length === 0 ? null : reasonTable(deviating, summary, words),
    },
  };
}

const KINDS = "注：差错是确定有误之处，疑点有待人工复核，提示供参考，无法核对是因内容空白或无法辨认等而不能判断之处。";

/** 差错、疑点、提示, or 无法核对, which is none of them. */
export function kindOf({ severity, outcome }: Pick<RuleProblem, "severity" | "outcome">): string {
  return outcome === "uncheckable" ? "无法核对" : SEVERITY_LABELS[severity];
}

function findingsText({ problems, projects }: Summary): string {
  const { error, warning, note, uncheckable } = problems.counts;
  const found = [
    ...(error === 0 ? [] : [`差错${error}处`]),
    ...(warning === 0 ? [] : [`疑点${warning}处`]),
    ...(note === 0 ? [] : [`提示${note}处`]),
  ];
  const lead = projects.length === 1 ? "对自评表进行核对，" : "对自评表逐表核对并作跨表比对，";
  const unchecked = uncheckable === 0 ? "" : `另有${uncheckable}处无法核对。`;
  if (found.length === 0) return `${lead}没有发现差错和疑点，也没有需要提示之处。${unchecked}`;
  const noError = error === 0 ? "没有发现差错；" : "";
  return `${lead}${noError}发现${found.join("、")}${concernedText(projects, problems.formsWithErrors)}。${unchecked}`;
}

/** Projects with nothing but places that could not be checked are not among those of which something was found. */
function concernedText(projects: Summary["projects"], withErrors: number): string {
  const concerned = projects.filter(({ findings }) => findings.some(({ outcome }) => outcome === "violated")).length;
  if (projects.length === 1 || concerned === 0) return "";
  return `，涉及${concerned}个项目${withErrors === 0 ? "" : `，其中有差错的项目${withErrors}个`}`;
}

/** A row that missed its target or lost points. */
export function isDeviation({ judgement, lost }: IndicatorLine): boolean {
  return judgement.kind === "missed" || lost?.greaterThan(0) === true;
}

function reasonsText(deviating: readonly IndicatorLine[]): string {
  if (deviating.length === 0) return "没有未完成或扣分的指标。";
  const told = deviating.filter(({ givesReason }) => givesReason).length;
  const untold = deviating.length - told;
  const count = `未完成或扣分的指标${deviating.length}项，`;
  if (told === 0) return `${count}均未说明原因。`;
  const both = untold === 0 ? "均已说明原因" : `已说明原因的${told}项，未说明原因的${untold}项`;
  return `${count}${both}；所说明的原因见第五部分。`;
}

/** Groups stand in the order in which the table of all groups has them. */
function reasonTable(
  deviating: readonly IndicatorLine[],
  { indicators }: Summary,
  words: ReportWords,
): TableView<ReasonTexts> {
  const row = (level1: string, lines: readonly IndicatorLine[]): ReasonTexts => ({
    level1,
    missed: String(lines.filter(({ judgement }) => judgement.kind === "missed").length),
    deducted: String(lines.filter(({ lost }) => lost?.greaterThan(0) === true).length),
    told: String(lines.filter(({ givesReason }) => givesReason).length),
    untold: String(lines.filter(({ givesReason }) => !givesReason).length),
  });
  const groups = indicators.sections.flatMap(({ label }) => {
    const lines = deviating.filter(({ level1 }) => readGroupLabel(level1).name === label);
    return lines.length === 0 ? [] : [row(label || "（空白）", lines)];
  });
  return {
    title: words.tableTitle("指标偏差及其说明（项）"),
    columns: { level1: "一级指标", missed: "未完成", deducted: "扣分", told: "已说明原因", untold: "未说明原因" },
    rows: [...groups, row("合计", deviating)],
    remark: "注：同一指标可能既未完成又扣分。",
  };
}
