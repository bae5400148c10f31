/** A check's findings → what the page for a unit prints. */
import { type Finding, type FindingCounts, countFindings, formatOrigin } from "@zipingbiao/core";
import type { FindingsCountTexts, FindingsRow, FindingsSection, FindingsView } from "@zipingbiao/renderer";
import type { FormFindings } from "../check-forms.ts";
import { formatTrouble } from "../trouble.ts";
import { type CheckReport, countsOf, summariseRules, weightOf } from "./check-report.ts";
import {
  STATE_LABELS,
  WEIGHT_LABELS,
  absentForm,
  citationText,
  briefSources,
  dueText,
  printedText,
  settingsText,
  weightLabel,
} from "./finding-words.ts";
import { goneByForm } from "./gone-findings.ts";
import type { EarlierFinding } from "./read-earlier-report.ts";

const CAPTIONS: FindingsView["captions"] = {
  number: "序号",
  unit: "单位",
  project: "项目名称",
  fiscalYear: "年度",
  place: "位置",
  printed: "表中",
  message: "问题",
  due: "应为",
  fix: "办法",
  basis: "依据",
  ...WEIGHT_LABELS,
  rule: "规则",
  summary: "各表情况",
  rules: "各条规则",
  sources: "依据",
  nothing: "没有发现问题。",
};

export function viewFindings(report: CheckReport): FindingsView {
  const { forms, batch, against, files } = report;
  const rules = summariseRules(report);
  const citations = new Map(rules.flatMap(({ basis }) => basis.map((each) => [each.id, each] as const)));
  const anchors = new Map([...citations.keys()].toSorted().map((id, at) => [id, `basis-${at + 1}`]));
  const gone = goneByForm(report);
  const row = (finding: Finding): FindingsRow => rowOf(finding, report, anchors);
  const sections = forms.map((of, at): FindingsSection | undefined => {
    const rows = [...of.findings.map(row), ...(gone.ofForm.get(of) ?? []).map(goneRow)];
    if (rows.length === 0) return undefined;
    return { anchor: `form-${at + 1}`, heading: of.form.projectName, about: aboutOf(of), rows };
  });
  const elsewhere = [
    ...batch.map(row),
    ...gone.elsewhere.map((finding) => ({ ...goneRow(finding), origin: absentForm(finding) })),
  ];
  return {
    title: "绩效自评表审核意见",
    subtitle: `共 ${files} 个文件、${forms.length} 份自评表`,
    remarks: remarksOf(report),
    figures: figuresOf(countsOf(report), against?.counts),
    captions: CAPTIONS,
    summary: forms.map((of, at) => ({
      number: String(at + 1),
      unit: of.form.implementingUnit,
      project: of.form.projectName,
      fiscalYear: String(of.form.fiscalYear),
      anchor: sections[at]?.anchor ?? "",
      counts: countTexts(countFindings(of.findings)),
    })),
    forms: [
      ...sections.filter((section) => section !== undefined),
      ...(elsewhere.length === 0
        ? []
        : [{ anchor: "batch", heading: "不属于某一份表的问题", about: "", rows: elsewhere }]),
    ],
    rules: rules.map(({ id, title, counts }) => ({ id, title, counts: countTexts(counts) })),
    sources: Array.from(anchors, ([id, anchor]) => {
      const citation = citations.get(id);
      return { anchor, text: citation === undefined ? id : citationText(citation) };
    }),
  };
}

function rowOf(finding: Finding, { against }: CheckReport, anchors: ReadonlyMap<string, string>): FindingsRow {
  return {
    weight: weightLabel(finding),
    kind: weightOf(finding),
    state: against === undefined ? "" : STATE_LABELS[against.stateOf(finding)],
    place: finding.label,
    origin: finding.origin === undefined ? "" : formatOrigin(finding.origin),
    printed: printedText(finding),
    message: finding.message,
    due: dueText(finding),
    fix: finding.fix ?? "",
    basis: Array.from(briefSources(finding), ([text, { id }]) => ({ anchor: anchors.get(id) ?? "", text })),
  };
}

function goneRow(finding: EarlierFinding): FindingsRow {
  return {
    weight: weightLabel(finding),
    kind: "gone",
    state: STATE_LABELS.gone,
    place: finding.label,
    origin: "",
    printed: printedText(finding),
    message: finding.message,
    due: dueText(finding),
    fix: "",
    basis: [],
  };
}

function aboutOf({ form, source }: FormFindings): string {
  return `${form.implementingUnit}　${form.fiscalYear} 年度　${source.file} 第 ${source.index} 份`;
}

function remarksOf(report: CheckReport): readonly string[] {
  const settings = settingsText(report.settings);
  return [
    "差错是可以确定的错误，应当改正；疑点须由人核对；提示供参考；无法核对是表中缺少核对所需的内容。",
    ...(settings === undefined ? [] : [settings]),
    ...(report.against === undefined ? [] : [`与此前的检查结果 ${report.against.file} 比较`]),
    ...report.troubles.map((trouble) => `未能读取：${formatTrouble(trouble)}`),
  ];
}

function figuresOf(
  counts: FindingCounts,
  changes: { readonly new: number; readonly unchanged: number; readonly gone: number } | undefined,
): FindingsView["figures"] {
  const figure = (caption: string, count: number) => ({ caption, text: `${count} 处` });
  return [
    figure(WEIGHT_LABELS.error, counts.error),
    figure(WEIGHT_LABELS.warning, counts.warning),
    figure(WEIGHT_LABELS.note, counts.note),
    figure(WEIGHT_LABELS.uncheckable, counts.uncheckable),
    ...(changes === undefined
      ? []
      : [
          figure(STATE_LABELS.new, changes.new),
          figure(STATE_LABELS.unchanged, changes.unchanged),
          figure(STATE_LABELS.gone, changes.gone),
        ]),
  ];
}

function countTexts(counts: FindingCounts): FindingsCountTexts {
  const text = (count: number): string => (count === 0 ? "" : String(count));
  return {
    error: text(counts.error),
    warning: text(counts.warning),
    note: text(counts.note),
    uncheckable: text(counts.uncheckable),
  };
}
