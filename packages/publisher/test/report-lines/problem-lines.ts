/** 四、存在问题 and 五、改进措施, line by line. */
import { type Finding, BATCH_RULES, RULES } from "@zipingbiao/core";
import { integerOf } from "../figures/plain-number.ts";
import type { PlainLine } from "../figures/plain-shape.ts";
import { type ExpectedLine, cells, says } from "./expected-line.ts";
import { type Page, tableLines } from "./page.ts";
import { NONE, calledOf, rowOf } from "./reckoned.ts";

export function problemLines(page: Page): readonly ExpectedLine[] {
  return [
    cells("四、存在问题"),
    cells("（一）自评表填报问题"),
    findingsLine(page),
    ...rulesTable(page),
    cells("（二）指标偏差"),
    ...reasonsLines(page),
    cells("五、改进措施"),
    ...measuresLines(page),
  ];
}

/** 差错, 疑点, 提示 or 无法核对. */
export function kindOf({ severity, outcome }: Pick<Finding, "severity" | "outcome">): string {
  return outcome === "uncheckable" ? "无法核对" : { error: "差错", warning: "疑点", note: "提示" }[severity];
}

function findingsLine({ plain, entries, aboutAll }: Page): ExpectedLine {
  const all = [...entries.flatMap(({ findings }) => findings), ...aboutAll];
  const places = (kind: string): number => all.filter((finding) => kindOf(finding) === kind).length;
  const projects = (is: (kind: string) => boolean): number =>
    entries.filter(({ findings }) => findings.some((finding) => is(kindOf(finding)))).length;
  const concerned = projects((kind) => kind !== "无法核对");
  const wrong = projects((kind) => kind === "差错");
  const isTold = plain.forms > 1 && concerned > 0;
  return says(
    ...["差错", "疑点", "提示"].flatMap((kind) => (places(kind) === 0 ? [] : [`${kind}${places(kind)}处`])),
    ...(isTold ? [`涉及${concerned}个项目`] : []),
    ...(isTold && wrong > 0 ? [`有差错的项目${wrong}个`] : []),
    ...(places("无法核对") === 0 ? [] : [`另有${places("无法核对")}处无法核对`]),
  );
}

const TITLES = new Map([...RULES, ...BATCH_RULES].map(({ id, title }) => [id, title]));

/** One row for each rule and kind: places, and forms; rules across forms may concern no single one. */
function rulesTable({ plain, nextTable }: Page): readonly ExpectedLine[] {
  if (plain.rules.length === 0) return [];
  const rows = plain.rules.map((text) => {
    const [rule = "", severity = "", outcome = "", forms = "", places = ""] = text.split(" ");
    const kind = kindOf({ severity: severity as Finding["severity"], outcome: outcome as Finding["outcome"] });
    const projects = forms === "" ? NONE : String(forms.split(",").length);
    return [kind, TITLES.get(rule) ?? rule, String(places.split(",").length), projects];
  });
  const remark = says("注：", `附表${plain.missed.length === 0 ? 2 : 3}`);
  return tableLines(nextTable(), "填报问题", ["类别", "问题", "处数", "涉及项目数"], rows, remark);
}

function isDeducted({ lost }: PlainLine): boolean {
  return lost !== undefined && integerOf(lost) > 0n;
}

/** Rows that missed their target or lost points, and whether their notes say why. */
function reasonsLines(page: Page): readonly ExpectedLine[] {
  const { plain, nextTable } = page;
  const deviating = plain.rows.filter((line) => line.judgement === "missed" || isDeducted(line));
  if (deviating.length === 0) return [says()];
  const told = deviating.filter(({ givesReason }) => givesReason).length;
  const row = (label: string, lines: readonly PlainLine[]): readonly string[] => {
    const count = (is: (line: PlainLine) => boolean): string => String(lines.filter(is).length);
    return [
      label,
      count(({ judgement }) => judgement === "missed"),
      count(isDeducted),
      count(({ givesReason }) => givesReason),
      count(({ givesReason }) => !givesReason),
    ];
  };
  const groups = plain.sections.flatMap(({ label }) => {
    const lines = deviating.filter(({ at }) => rowOf(page, at).row.level1.replaceAll(/\s/gu, "") === label);
    return lines.length === 0 ? [] : [row(label || "（空白）", lines)];
  });
  const untold = deviating.length - told;
  const both = told === 0 || untold === 0 ? [] : [`已说明原因的${told}项，未说明原因的${untold}项`];
  return [
    says(`未完成或扣分的指标${deviating.length}项`, ...both, ...(told === 0 ? [] : ["第五部分"])),
    ...tableLines(
      nextTable(),
      "指标偏差及其说明（项）",
      ["一级指标", "未完成", "扣分", "已说明原因", "未说明原因"],
      [...groups, row("合计", deviating)],
      says("注：同一指标可能既未完成又扣分。"),
    ),
  ];
}

function measuresLines(page: Page): readonly ExpectedLine[] {
  const { deviations, remarks } = page.plain;
  return [
    cells("（一）偏差原因和改进措施"),
    says(),
    ...(deviations.length === 0 ? [] : quotesTable(page, "偏差原因和改进措施摘录", deviations)),
    ...(remarks.length === 0 ? [] : [cells("（二）其他说明"), says(), ...quotesTable(page, "其他说明摘录", remarks)]),
  ];
}

/** Each text with the rows it stands in, by project. */
function quotesTable(page: Page, title: string, quotations: readonly (readonly string[])[]): readonly ExpectedLine[] {
  const rows = quotations.map(([text = "", ...places], at) => {
    const sources = Map.groupBy(
      places.map((place) => rowOf(page, place)),
      ({ entry }) => entry,
    );
    const source = [...sources].map(
      ([entry, lines]) =>
        `${calledOf(entry, page)}：${lines.map(({ row }) => row.name.trim() || "（名称空白）").join("、")}`,
    );
    // A text that many wrote is shown with twenty of them.
    const named = source.slice(0, 20);
    if (source.length > 20) named.push(`另有${source.length - 20}个项目`);
    return [String(at + 1), text, named.join("；")];
  });
  return tableLines(page.nextTable(), title, ["序号", "原文", "出处"], rows);
}
