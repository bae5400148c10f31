/** The sheet 检查发现: one row a finding, by rule. */
import type { RuleProblem, Summary } from "@zipingbiao/core";
import type { SheetCell, SheetColumn, StreamedSheet } from "@zipingbiao/renderer";
import { dueText, printedText, weightLabel } from "../findings/finding-words.ts";
import { reportSheet } from "./report-sheet.ts";

const COLUMNS: readonly SheetColumn[] = [
  { caption: "程度", width: 9, align: "center" },
  { caption: "问题类别", width: 26 },
  { caption: "项目序号", width: 6, align: "center" },
  { caption: "年度", width: 7, align: "center" },
  { caption: "实施单位", width: 24 },
  { caption: "项目名称", width: 26 },
  { caption: "位置", width: 26 },
  { caption: "表中内容", width: 28 },
  { caption: "问题", width: 40 },
  { caption: "应为", width: 12 },
  { caption: "处理办法", width: 34 },
  { caption: "规则", width: 30 },
];

export function findingSheet({ problems }: Summary): StreamedSheet {
  return reportSheet({
    name: "检查发现",
    columns: COLUMNS,
    rows: function* () {
      for (const rule of problems.rules) for (const placed of rule.findings) yield findingRow(rule, placed);
    },
    filter: true,
  });
}

/** A finding about all forms together, or about one that is missing, has no project. */
function findingRow(
  { title }: RuleProblem,
  { project, finding }: RuleProblem["findings"][number],
): readonly SheetCell[] {
  return [
    weightLabel(finding),
    title,
    project?.number ?? "",
    project === undefined ? "" : String(project.fiscalYear),
    project?.unit ?? "",
    project?.projectName ?? "（全部项目）",
    finding.label,
    excerpt(printedText(finding)),
    finding.message,
    dueText(finding),
    finding.fix ?? "",
    finding.rule,
  ];
}

/** A quarter of a page of goal beside one sentence helps nobody; the form has the whole. */
const LONGEST = 80;

function excerpt(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 2).join("")}……`;
}
