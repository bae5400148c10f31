/**
 * Findings for people: by form, each in three lines; what is the same for all findings of a rule (what to do, basis)
 * is told once, below all forms, and a table by rule and severity ends the text.
 */
import { type Finding, type FindingCounts, countFindings } from "@zipingbiao/core";
import {
  type CheckReport,
  type EarlierFinding,
  type FormFindings,
  type RuleSummary,
  STATE_LABELS,
  WEIGHT_LABELS,
  absentForm,
  citationText,
  countsOf,
  dueText,
  formatTrouble,
  goneByForm,
  placeText,
  printedText,
  settingsText,
  summariseRules,
  weightLabel,
} from "@zipingbiao/publisher";
import { printTable } from "./print-table.ts";
import { hang, shorten } from "./wrap.ts";

/** Columns of every line, whatever the terminal: the same findings give the same text. */
const WIDTH = 100;
/** Columns of a cell's own text; the rest of a long one is in the other formats. */
const CELL_WIDTH = 56;

/** The whole text of `zpb check`, a form at a time. */
export function* printFindings(report: CheckReport): Iterable<string> {
  const gone = goneByForm(report);
  for (const of of report.forms) {
    const left = gone.ofForm.get(of) ?? [];
    if (of.findings.length > 0 || left.length > 0) yield printForm(of, left, report);
  }
  if (report.batch.length > 0 || gone.elsewhere.length > 0) {
    const findings = report.batch.map((finding) => printFinding(finding, undefined, report));
    yield `■ 不属于某一份表\n${findings.join("")}${gone.elsewhere.map(printAbsent).join("")}\n`;
  }
  const rules = summariseRules(report);
  if (rules.length > 0)
    yield `■ 办法与依据（每条规则的详情见 zpb explain 规则编号）\n${rules.map(printRule).join("")}\n`;
  yield printSummary(report, rules);
}

function printForm(of: FormFindings, gone: readonly EarlierFinding[], report: CheckReport): string {
  const { form, source, findings } = of;
  const head = `${source.file} 第 ${source.index} 份　${form.fiscalYear} 年度　${form.implementingUnit}　「${form.projectName}」`;
  const counts = shortCounts(countFindings(findings));
  const lines = findings.map((finding) => printFinding(finding, of, report));
  return [hang("■ ", head, WIDTH), counts === "" ? "" : `  ${counts}\n`, ...lines, ...gone.map(printGone), "\n"].join(
    "",
  );
}

function printFinding(finding: Finding, of: FormFindings | undefined, { against }: CheckReport): string {
  const state = against === undefined ? "" : `〔${STATE_LABELS[against.stateOf(finding)]}〕`;
  const printed = printedText(finding);
  const due = dueText(finding);
  const values = [
    ...(printed === "" ? [] : [`表中 ${shorten(printed, CELL_WIDTH)}`]),
    ...(due === "" ? [] : [`应为 ${shorten(due, CELL_WIDTH)}`]),
  ].join("　│　");
  const place = [placeText(finding, of?.source), finding.rule].filter((part) => part !== "").join("　");
  return [
    hang(`  【${weightLabel(finding)}】${state}`, finding.label, WIDTH),
    hang("      ", `${finding.message}。`, WIDTH),
    ...(values === "" ? [] : [hang("      ", values, WIDTH)]),
    hang("      ", place, WIDTH),
  ].join("");
}

function printGone(finding: EarlierFinding): string {
  return hang(`  〔${STATE_LABELS.gone}〕`, `${finding.label}：${finding.message}（${finding.rule}）`, WIDTH);
}

/** Of a form that this run does not have. */
function printAbsent(finding: EarlierFinding): string {
  const absent = absentForm(finding);
  return `${printGone(finding)}${absent === "" ? "" : hang("      ", absent, WIDTH)}`;
}

function printRule({ id, title, fix, basis }: RuleSummary): string {
  return [
    hang("  ", `${id}　${title}`, WIDTH),
    hang("      办法　", fix, WIDTH),
    ...basis.map((citation) => hang("      依据　", citationText(citation), WIDTH)),
  ].join("");
}

function printSummary(report: CheckReport, rules: readonly RuleSummary[]): string {
  const { forms, files, troubles, against } = report;
  const clean = forms.filter((each) => each.findings.length === 0).length;
  const settings = settingsText(report.settings);
  const lines = [
    `共 ${files} 个文件、${forms.length} 份自评表：${printCounts(countsOf(report))}；${clean} 份没有发现问题。`,
    ...(against === undefined
      ? []
      : [
          `与 ${against.file} 相比：新增 ${against.counts.new} 处、仍在 ${against.counts.unchanged} 处、已消除 ${against.counts.gone} 处。`,
        ]),
    ...(settings === undefined ? [] : [`${settings}。`]),
    ...(troubles.length === 0
      ? []
      : [`${troubles.length} 处未能读取：`, ...troubles.map((trouble) => `  ${formatTrouble(trouble)}`)]),
  ];
  return `${rules.length === 0 ? "" : `${printRuleTable(rules)}\n`}${lines.join("\n")}\n`;
}

function printRuleTable(rules: readonly RuleSummary[]): string {
  const count = (caption: string) => ({ caption, align: "right" }) as const;
  return printTable(
    [
      { caption: "规则", align: "left" },
      count(WEIGHT_LABELS.error),
      count(WEIGHT_LABELS.warning),
      count(WEIGHT_LABELS.note),
      count(WEIGHT_LABELS.uncheckable),
      count("涉及表数"),
    ],
    rules.map(({ id, counts, forms }) => [
      id,
      ...[counts.error, counts.warning, counts.note, counts.uncheckable, forms].map((each) =>
        each === 0 ? "" : String(each),
      ),
    ]),
  );
}

/** `差错 2 处、疑点 0 处、提示 0 处，无法核对 1 处` */
export function printCounts(counts: FindingCounts): string {
  return `差错 ${counts.error} 处、疑点 ${counts.warning} 处、提示 ${counts.note} 处，无法核对 ${counts.uncheckable} 处`;
}

/** Only what there is: `差错 2、无法核对 1`. */
function shortCounts(counts: FindingCounts): string {
  return (["error", "warning", "note", "uncheckable"] as const)
    .filter((weight) => counts[weight] > 0)
    .map((weight) => `${WEIGHT_LABELS[weight]} ${counts[weight]}`)
    .join("、");
}
