/** 附表: all projects, all missed indicators, all findings; what would go on over dozens of pages stands in the workbook alone. */
import { type Finding, type IndicatorLine, type ProjectLine, type Summary, formatScore } from "@zipingbiao/core";
import { annexLabels } from "./annex-labels.ts";
import { MOST_ROWS, inWorkbook } from "./most-rows.ts";
import type { AnnexView, AnnexesView, FindingTexts, MissedTexts, ProjectTexts } from "./report-view.ts";
import { NO_FIGURE, type ReportWords, aside, cellText, nameOf, points, projectRate } from "./report-words.ts";
import { kindOf } from "./view-problems.ts";

export function viewAnnexes(summary: Summary, words: ReportWords): AnnexesView {
  return {
    projects: projectAnnex(summary, words),
    missed: summary.indicators.missed.length === 0 ? null : missedAnnex(summary, words),
    findings: summary.problems.rules.length === 0 ? null : findingAnnex(summary, words),
  };
}

/** `groups` with their rows, or none and in the place of `remark` where they are to be found. */
function bounded<Row extends object>(
  rows: number,
  sheet: string,
  remark: string,
  groups: () => AnnexView<Row>["groups"],
): Pick<AnnexView<Row>, "groups" | "remark"> {
  if (rows <= MOST_ROWS) return { groups: groups(), remark };
  return { groups: [], remark: `本表共${rows}行，超过${MOST_ROWS}行，不在本报告中逐行列出，${inWorkbook(sheet)}。` };
}

function projectAnnex(summary: Summary, words: ReportWords): AnnexView<ProjectTexts> {
  const { projects } = summary;
  const byDepartment = () => Map.groupBy(projects, ({ fiscalYear, department }) => `${fiscalYear}年度　${department}`);
  return {
    label: annexLabels(summary).projects,
    title: `项目一览表（金额单位：${words.unit}）`,
    columns: {
      number: "序号",
      project: "项目名称",
      unit: "实施单位",
      annualBudget: "全年预算数",
      annualExecution: "全年执行数",
      rate: "执行率",
      score: "得分",
      grade: "等级",
    },
    ...bounded(projects.length, "项目", "注：等级为自评表所填，没有填写的以“—”表示。", () => {
      const groups = [...byDepartment()];
      return groups.map(([heading, members]) => ({
        heading: groups.length > 1 ? heading : "",
        rows: members.map((project) => projectRow(project, words)),
      }));
    }),
  };
}

function projectRow(project: ProjectLine, words: ReportWords): ProjectTexts {
  const { annualBudget, annualExecution } = project.funds.total;
  return {
    number: String(project.number),
    project: nameOf(project),
    unit: project.unit,
    annualBudget: cellText(annualBudget, words.amount),
    annualExecution: cellText(annualExecution, words.amount),
    rate: projectRate(project),
    score: cellText(project.totalScore, points),
    grade: project.printedGrade ?? NO_FIGURE,
  };
}

function missedAnnex(summary: Summary, words: ReportWords): AnnexView<MissedTexts> {
  const { missed } = summary.indicators;
  return {
    label: annexLabels(summary).missed,
    title: "未完成指标一览表",
    columns: {
      group: "二级指标",
      name: "三级指标",
      target: "年度指标值",
      actual: "实际完成值",
      weight: "分值",
      score: "得分",
      reason: "偏差原因分析及改进措施",
    },
    ...bounded(missed.length, "未完成指标", "", () =>
      [...Map.groupBy(missed, ({ project }) => project)].map(([project, lines]) => ({
        heading: headingOf(project, words),
        rows: lines.map(missedRow),
      })),
    ),
  };
}

/** Number and name, with what else tells it from the others. */
function headingOf(project: ProjectLine, words: ReportWords): string {
  return `${project.number}　${nameOf(project)}${aside(project, words)}`;
}

function missedRow(line: IndicatorLine): MissedTexts {
  return {
    group: line.level2 || line.level1,
    name: line.name,
    target: line.target,
    actual: line.actual,
    weight: cellText(line.weight, formatScore),
    score: cellText(line.score, formatScore),
    reason: line.note === "" ? "未说明" : line.note,
  };
}

function findingAnnex(summary: Summary, words: ReportWords): AnnexView<FindingTexts> {
  const { projects, problems } = summary;
  const across = problems.rules.flatMap(({ findings }) =>
    findings.flatMap(({ project, finding }) => (project === undefined ? [finding] : [])),
  );
  const found = projects.filter(({ findings }) => findings.length > 0);
  const total = problems.rules.reduce((sum, { findings }) => sum + findings.length, 0);
  return {
    label: annexLabels(summary).findings,
    title: "填报问题一览表",
    columns: { kind: "类别", place: "位置", text: "表中内容", message: "问题" },
    ...bounded(total, "检查发现", "注：表中内容过长的只列开头。", () => [
      ...found.map((project) => ({ heading: headingOf(project, words), rows: project.findings.map(findingRow) })),
      ...(across.length === 0 ? [] : [{ heading: "多个项目", rows: across.map(findingRow) }]),
    ]),
  };
}

function findingRow(finding: Finding): FindingTexts {
  return {
    kind: kindOf(finding),
    place: finding.label,
    text: excerpt(finding.text),
    message: finding.message,
  };
}

/** The whole goal of a project would fill half a page, and it stands in the form. */
const LONGEST = 60;

function excerpt(text: string): string {
  const characters = [...text.trim()];
  if (characters.length === 0) return NO_FIGURE;
  return characters.length <= LONGEST ? text.trim() : `${characters.slice(0, LONGEST).join("")}……`;
}
