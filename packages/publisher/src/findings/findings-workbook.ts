/** A check's findings → the 审核意见表 that reviewers fill in: one row a finding, with room for the unit's answer and theirs. */
import type { SheetCell, SheetColumn, Workbook } from "@zipingbiao/renderer";
import { type CheckReport, type OwnedFinding, countsOf, findingsOf, summariseRules } from "./check-report.ts";
import type { GoneFinding } from "./compare-findings.ts";
import {
  STATE_LABELS,
  WEIGHT_LABELS,
  absentForm,
  briefSources,
  dueText,
  placeText,
  printedText,
  settingsText,
  weightLabel,
} from "./finding-words.ts";

const OPINIONS: readonly SheetColumn[] = [
  { caption: "序号", width: 6, align: "center" },
  { caption: "单位", width: 16 },
  { caption: "项目名称", width: 20 },
  { caption: "年度", width: 7, align: "center" },
  { caption: "位置", width: 20 },
  { caption: "表中内容", width: 20 },
  { caption: "问题", width: 32 },
  { caption: "应为", width: 12 },
  { caption: "程度", width: 9, align: "center" },
  { caption: "依据", width: 20 },
  { caption: "处理办法", width: 30 },
  { caption: "规则", width: 18 },
  { caption: "单位反馈", width: 16 },
  { caption: "复核意见", width: 16 },
];

const GONE: readonly SheetColumn[] = [
  { caption: "序号", width: 6, align: "center" },
  { caption: "单位", width: 18 },
  { caption: "项目名称", width: 26 },
  { caption: "年度", width: 7, align: "center" },
  { caption: "位置", width: 28 },
  { caption: "此前表中内容", width: 24 },
  { caption: "此前的问题", width: 40 },
  { caption: "程度", width: 9, align: "center" },
  { caption: "规则", width: 26 },
  { caption: "备注", width: 26 },
];

const COUNTS: readonly SheetColumn[] = [
  { caption: "规则", width: 34 },
  { caption: "内容", width: 34 },
  { caption: WEIGHT_LABELS.error, width: 8, align: "right" },
  { caption: WEIGHT_LABELS.warning, width: 8, align: "right" },
  { caption: WEIGHT_LABELS.note, width: 8, align: "right" },
  { caption: WEIGHT_LABELS.uncheckable, width: 10, align: "right" },
  { caption: "合计", width: 8, align: "right" },
  { caption: "涉及表数", width: 10, align: "right" },
];

export function findingsWorkbook(report: CheckReport): Workbook {
  let number = 0;
  return {
    title: "绩效自评表审核意见",
    sheets: [
      {
        name: "审核意见",
        columns: OPINIONS,
        rows: Array.from(findingsOf(report), (owned) => opinionRow(owned, (number += 1), report)),
        orientation: "landscape",
        filter: true,
      },
      ...(report.against === undefined
        ? []
        : [
            {
              name: STATE_LABELS.gone,
              columns: GONE,
              rows: report.against.gone.map(goneRow),
              orientation: "landscape" as const,
              filter: true,
            },
          ]),
      { name: "汇总", columns: COUNTS, rows: summaryRows(report), orientation: "landscape", filter: false },
    ],
  };
}

function opinionRow({ finding, of }: OwnedFinding, number: number, { against }: CheckReport): readonly SheetCell[] {
  const state = against === undefined ? "" : `（${STATE_LABELS[against.stateOf(finding)]}）`;
  const origin = placeText(finding, of?.source);
  return [
    number,
    of?.form.implementingUnit ?? "",
    of?.form.projectName ?? "",
    of === undefined ? "" : String(of.form.fiscalYear),
    origin === "" ? finding.label : `${finding.label}\n${origin}`,
    printedText(finding),
    finding.message,
    dueText(finding),
    `${weightLabel(finding)}${state}`,
    [...briefSources(finding).keys()].join("\n"),
    finding.fix ?? "",
    finding.rule,
    "",
    "",
  ];
}

function goneRow({ finding, of }: GoneFinding, at: number): readonly SheetCell[] {
  const head = of?.form ?? finding.form;
  return [
    at + 1,
    head?.implementingUnit ?? "",
    head?.projectName ?? "",
    head === undefined ? "" : String(head.fiscalYear),
    finding.label,
    printedText(finding),
    finding.message,
    weightLabel(finding),
    finding.rule,
    of === undefined ? absentForm(finding) : "",
  ];
}

function summaryRows(report: CheckReport): readonly (readonly SheetCell[])[] {
  const counts = countsOf(report);
  const total = counts.error + counts.warning + counts.note + counts.uncheckable;
  const withFindings = report.forms.filter(({ findings }) => findings.length > 0).length;
  const settings = settingsText(report.settings);
  return [
    ...summariseRules(report).map(({ id, title, counts: each, total: sum, forms }) => [
      id,
      title,
      each.error,
      each.warning,
      each.note,
      each.uncheckable,
      sum,
      forms,
    ]),
    [
      "合计",
      `${report.files} 个文件、${report.forms.length} 份自评表`,
      counts.error,
      counts.warning,
      counts.note,
      counts.uncheckable,
      total,
      withFindings,
    ],
    ...(settings === undefined ? [] : [[settings, "", "", "", "", "", "", ""]]),
  ];
}
