/** 二、自评结果：等级. */
import { type Summary, labelOf } from "@zipingbiao/core";
import type { GradeTexts, ResultsView, TableView } from "./report-view.ts";
import { NO_FIGURE, type ReportWords, calledAll } from "./report-words.ts";

const NO_GRADE = "没有等级";

export function viewGrades(
  summary: Summary,
  words: ReportWords,
  heading: (text: string) => string,
): ResultsView["grades"] {
  const { results } = summary;
  const text =
    summary.projects.length === 1
      ? singleText(summary)
      : (agreedText(summary) ?? `${printedText(summary)}${dueText(summary)}`);
  const off =
    results.gradesOff.length === 0 ? "" : `${calledAll(results.gradesOff, words)}所填等级与按总分对应的等级不一致。`;
  const unattested = results.dueGrades.reduce((sum, grade) => sum + grade.unattested, 0);
  const doubt =
    unattested === 0
      ? ""
      : `有${unattested}个项目按总分对应的等级以80分或60分为界，该界限未见于已公开的表式，仅供参考。`;
  return {
    heading: heading("等级分布"),
    paragraphs: [text + off + doubt],
    table: summary.projects.length === 1 ? null : gradeTable(summary, words),
  };
}

function singleText({ results, projects }: Summary): string {
  const [project] = projects;
  const printed = project?.printedGrade;
  const due = results.dueGrades.find(({ forms }) => forms > 0)?.label;
  const filled = printed === undefined ? "自评表没有填写评分等级" : `自评表所填评分等级为“${printed}”`;
  return due === undefined ? `${filled}。` : `${filled}，按总分对应的等级为“${due}”。`;
}

/** Where all forms have one grade, and it is that of their totals. */
function agreedText({ results, projects }: Summary): string | undefined {
  const [printed, ...others] = results.printedGrades;
  const due = results.dueGrades.find(({ label }) => label === printed?.label);
  if (printed?.label === undefined || others.length > 0 || due?.forms !== projects.length) return undefined;
  return `${projects.length}个项目的自评表所填评分等级均为“${printed.label}”，与按总分对应的等级一致。`;
}

function printedText({ results, projects }: Summary): string {
  const printed = results.printedGrades.filter(({ label }) => label !== undefined);
  const blank = projects.filter(({ printedGrade }) => printedGrade === undefined);
  const rowless = blank.filter(({ edition }) => edition.captions.rating === undefined).length;
  const left = blank.length - rowless;
  const counts = printed.map(({ label, forms }) => `“${label ?? ""}”${forms}个`).join("、");
  const missing = [
    ...(rowless === 0 ? [] : [`${rowless}个项目的表式没有${labelOf("rating")}一栏`]),
    ...(left === 0 ? [] : [`${left}个项目未填`]),
  ].join("，");
  if (counts === "") return `${missing}。`;
  return `自评表所填评分等级为${counts}${missing === "" ? "" : `，另有${missing}`}。`;
}

function dueText({ results }: Summary): string {
  const due = results.dueGrades.filter(({ label, forms }) => label !== undefined && forms > 0);
  return due.length === 0
    ? ""
    : `按总分对应的等级为${due.map(({ label, forms }) => `“${label ?? ""}”${forms}个`).join("、")}。`;
}

function gradeTable({ results }: Summary, words: ReportWords): TableView<GradeTexts> {
  const { printedGrades, dueGrades } = results;
  const labels = [...new Set([...dueGrades, ...printedGrades].map(({ label }) => label))].filter(
    (label) => label !== undefined,
  );
  const count = (grades: typeof dueGrades, label: string | undefined): string | undefined => {
    const found = grades.find((grade) => grade.label === label);
    return found === undefined ? undefined : String(found.forms);
  };
  const none = { printed: count(printedGrades, undefined), due: count(dueGrades, undefined) };
  return {
    title: words.tableTitle("等级分布（项目数）"),
    columns: { grade: "等级", printed: "自评表所填", due: "按总分对应" },
    rows: [
      ...labels.map((label) => ({
        grade: label,
        printed: count(printedGrades, label) ?? "0",
        due: count(dueGrades, label) ?? NO_FIGURE,
      })),
      ...(none.printed === undefined && none.due === undefined
        ? []
        : [{ grade: NO_GRADE, printed: none.printed ?? "0", due: none.due ?? "0" }]),
    ],
    remark: "",
  };
}
