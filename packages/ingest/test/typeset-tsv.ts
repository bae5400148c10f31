/** A form as tab-separated text, the way tables of Word, PDF and web pages are converted: merged cells empty or repeated. */
import type { WireForm } from "@zipingbiao/core";
import type { Dice } from "./random-form.ts";

export interface TsvStyle {
  /** A merged label is repeated in every row; else it is empty after the first. */
  readonly repeatLabels: boolean;
  /** Labels of narrow cells keep blanks: `产出 指标`. */
  readonly spacedLabels: boolean;
  readonly trailingTabs: boolean;
  /** Rows may lose a blank first cell, or gain a blank one before the target (seen in converted web pages). */
  readonly shiftedRows: boolean;
  /** A label may be cut by a page: its rest follows in a row of its own. */
  readonly cutLabels: boolean;
  readonly repeatGoal: boolean;
  readonly repeatHead: boolean;
  readonly blankLines: boolean;
  /** The column 绩效指标, which forms of central-2020 have or leave out. */
  readonly block: boolean;
  readonly lineEnd: string;
  readonly footer: readonly string[];
}

export function randomTsvStyle(dice: Dice): TsvStyle {
  return {
    repeatLabels: dice.chance(0.3),
    spacedLabels: dice.chance(0.3),
    trailingTabs: dice.chance(0.6),
    shiftedRows: dice.chance(0.25),
    cutLabels: dice.chance(0.3),
    repeatGoal: dice.chance(0.15),
    repeatHead: dice.chance(0.2),
    blankLines: dice.chance(0.3),
    block: dice.chance(0.7),
    lineEnd: dice.pick(["\n", "\r\n"]),
    footer: dice.chance(0.2) ? ["填报人：张三\t联系电话：021-00000000"] : [],
  };
}

const spaced = (label: string, on: boolean): string => (on ? label.replaceAll(/(..)(?=.)/gu, "$1 ") : label);

/** 全年预算数（A） or without (A): forms of central-2020 have either. */
function fundHeads({ edition }: WireForm, dice: Dice): string[] {
  if (edition === "sh-2021") return ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率得分", "得分"];
  if (edition === "sh-2024") return ["年初预算数", "全年预算数", "全年执行数", "分数", "执行率(%)", "得分"];
  const [budget, spent, rate] = dice.pick([
    ["全年预算数（A）", "全年执行数（B）", "执行率（B/A）"],
    ["全年预算数(A)", "全年执行数(B)", "执行率(B/A)"],
    ["全年 预算数", "全年 执行数", "执行率"],
  ] as const);
  return ["年初预算数", budget, spent, "分值", rate, "得分"];
}

export function typesetTsv(form: WireForm, style: TsvStyle, dice: Dice): string {
  const old = form.edition === "sh-2021";
  const central = form.edition === "central-2020";
  const rows: string[][] = [[form.title], [], [`(${form.fiscalYear}${dice.chance(0.3) ? " " : ""}年度)`], []];
  rows.push(
    ["项目名称", "", form.projectName, "", "", "", "", ""],
    ["主管部门", "", form.competentDepartment, "", "实施单位", "", form.implementingUnit, ""],
  );
  rows.push([
    `项目资金${dice.pick(["（", " ("])}${form.currencyUnit}${dice.pick(["）", ")"])}`,
    "",
    ...fundHeads(form, dice),
  ]);
  const { total, currentYearAppropriation, carryover, otherFunds } = form.funds;
  for (const [label, line] of [
    [dice.pick(["年度资金总额:", "年度资金总额"]), total],
    [dice.pick(["其中:当年财政拨款", "其中： 当年财政拨款"]), currentYearAppropriation],
    ["上年结转资金", carryover],
    ["其他资金", otherFunds],
  ] as const) {
    const figures = [
      line.initialBudget,
      line.annualBudget,
      line.annualExecution,
      line.weight,
      line.executionRate,
      line.score,
    ];
    rows.push([
      "",
      label,
      ...figures.map((figure, at) =>
        figure === null
          ? dice.pick(["-", "—", ""])
          : at === 4 && (old || central)
            ? `${figure}%`
            : figure.replace(/^\d+/u, (whole) => whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",")),
      ),
    ]);
  }
  const { expected, actual } = form.overallGoal;
  rows.push([
    spaced("年度总体目标", style.spacedLabels),
    "",
    old ? "预算目标" : "预期目标",
    "",
    "实际完成情况",
    "",
    "",
    "",
  ]);
  rows.push([style.repeatGoal ? expected : "", "", expected, "", actual, "", "", ""]);
  rows.push(...indicatorRows(form, style, dice));
  const block = old || (central && style.block) ? [""] : [];
  rows.push([...block, "总分", "", "", "", "", form.totalWeight ?? "", form.totalScore ?? "", ""]);
  if (!old && !central) rows.push(["评分等级", form.rating ?? "", "", "", "", "", "", ""]);
  for (const [at, note] of (form.notes ?? "").split("\n").entries())
    if (note !== "") rows.push([`${at === 0 ? "注：" : ""}${note}`, "", "", "", "", "", "", ""]);
  const lines = rows.map((row) => (style.trailingTabs ? row.join("\t") : row.join("\t").trimEnd()));
  return [...lines, ...style.footer, ""].join(style.blankLines ? style.lineEnd + style.lineEnd : style.lineEnd);
}

function indicatorRows(form: WireForm, style: TsvStyle, dice: Dice): string[][] {
  const old = form.edition === "sh-2021" || (form.edition === "central-2020" && style.block);
  const block = (text: string): string[] => (old ? [text] : []);
  const head = [
    ...block("绩效指标"),
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    form.edition === "central-2020"
      ? dice.pick(["偏差原因分析 及改进措施", "未完成原因分析", "偏差原因分析及改进措施"])
      : "偏差原因分析 及改进措施",
  ].map((caption) => spaced(caption, style.spacedLabels && caption.length === 4));
  const rows = [head];
  for (const [at, row] of form.indicators.entries()) {
    const before = form.indicators[at - 1];
    if (style.repeatHead && at > 0 && dice.chance(0.15)) rows.push([], head);
    const opens1 = before === undefined || before.level1 !== row.level1;
    const opens2 = opens1 || before.level2 !== row.level2;
    const cut = style.cutLabels && opens2 && !style.repeatLabels && dice.chance(0.4) ? 2 : undefined;
    const level1 = opens1 || style.repeatLabels ? spaced(row.level1, style.spacedLabels) : "";
    const level2 =
      opens2 || style.repeatLabels
        ? cut === undefined
          ? spaced(row.level2, style.spacedLabels)
          : row.level2.slice(0, cut)
        : "";
    const cells = [
      ...block(""),
      level1,
      level2,
      row.name,
      row.target,
      row.actual,
      row.weight ?? "",
      row.score ?? "",
      row.deviationNote,
    ];
    if (style.shiftedRows && old && dice.chance(0.2) && level1 === "") cells.shift();
    else if (style.shiftedRows && dice.chance(0.1)) cells.splice(old ? 4 : 3, 0, "");
    rows.push(cells);
    if (cut !== undefined) rows.push([], [...block(""), "", row.level2.slice(cut), "", "", "", "", "", ""]);
  }
  return rows;
}
