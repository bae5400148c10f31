/** A form as tables of merged cells, in the ways that units set it in Word or on a page. Deterministic. */
import type { WireForm } from "@zipingbiao/core";
import { type Dice, diceOf } from "./random-form.ts";

/** One cell of the form; `column` counts from 0 in a grid of eight columns, nine for sh-2021. */
export interface TableCell {
  readonly column: number;
  readonly across: number;
  readonly down: number;
  /** Paragraphs; `\n` breaks a line in one. */
  readonly paragraphs: readonly string[];
}

/** The rows of one table. */
export interface FormTable {
  readonly rows: readonly (readonly TableCell[])[];
  readonly columns: number;
}

/** What stands on the page: paragraphs and tables. */
export type Piece = string | FormTable;

export interface TableStyle {
  /** Title and year above the table, in its first rows, or both in one cell. */
  readonly title: "above" | "rows" | "one row" | "one line";
  /** First- and second-level labels: merged, printed in every row, or in the first one only. */
  readonly labels: "merged" | "repeated" | "first";
  /** Rows after which the table ends and another one begins: parts of the form, or anywhere. */
  readonly tables: "one" | "parts" | "total apart" | "pages";
  /** On a new page the head is printed again, and labels that go on are marked. */
  readonly headAgain: boolean;
  readonly marked: boolean;
  /** The last row of a page goes on on the next one. */
  readonly torn: boolean;
  /** Goals in paragraphs, and lines broken by hand in any cell. */
  readonly paragraphs: boolean;
  readonly broken: boolean;
  /** An empty column before the form. */
  readonly indent: 0 | 1;
}

export function randomTableStyle(seed: number): TableStyle {
  const dice = diceOf(seed ^ 0x2545f491);
  return {
    title: dice.pick(["above", "rows", "one row", "one line"]),
    labels: dice.pick(["merged", "merged", "repeated", "first"]),
    tables: dice.pick(["one", "parts", "total apart", "pages", "pages"]),
    headAgain: dice.chance(0.5),
    marked: dice.chance(0.5),
    torn: dice.chance(0.4),
    paragraphs: dice.chance(0.5),
    broken: dice.chance(0.4),
    indent: dice.chance(0.15) ? 1 : 0,
  };
}

export const PLAIN_TABLE: TableStyle = {
  title: "above",
  labels: "merged",
  tables: "one",
  headAgain: false,
  marked: false,
  torn: false,
  paragraphs: false,
  broken: false,
  indent: 0,
};

type Row = TableCell[];

/** The form on its page. */
export function piecesOf(form: WireForm, style: TableStyle, seed = 1): Piece[] {
  const dice = diceOf(seed ^ 0x1b873593);
  const old = form.edition === "sh-2021";
  const width = old ? 9 : 8;
  const year = `（${form.fiscalYear}年度）`;
  const above =
    style.title === "above" ? [form.title, year] : style.title === "one line" ? [`${form.title}${year}`] : [];
  const title: Row[] =
    style.title === "rows"
      ? [[cell(0, form.title, width)], [cell(0, year, width)]]
      : style.title === "one row"
        ? [[{ column: 0, across: width, down: 1, paragraphs: [form.title, year] }]]
        : [];
  const frame = [...title, ...headerRows(form, width), ...fundRows(form, old), ...goalRows(form, style, old, width)];
  const head = headRow(old);
  const rows = indicatorRows(form, style, old);
  const foot = footRows(form, old, width);
  const tables = cutTables({ frame, head, rows, foot }, style, old, dice);
  return [...above, ...tables.map((table) => finish(table, style, width, dice))];
}

function cell(column: number, text: string, across = 1, down = 1): TableCell {
  return { column, across, down, paragraphs: [text] };
}

function headerRows(form: WireForm, width: number): Row[] {
  return [
    [cell(0, "项目名称", 2), cell(2, form.projectName, width - 2)],
    [
      cell(0, "主管部门", 2),
      cell(2, form.competentDepartment, 2),
      cell(4, "实施单位", 2),
      cell(6, form.implementingUnit, width - 6),
    ],
  ];
}

function fundRows(form: WireForm, old: boolean): Row[] {
  const shift = old ? 1 : 0;
  const captions = [
    "年初预算数",
    "全年预算数",
    "全年执行数",
    old ? "分值" : "分数",
    old ? "执行率得分" : "执行率(%)",
    "得分",
  ];
  const head: Row = [
    cell(0, `项目资金\n（${form.currencyUnit}）`, 1 + shift, 5),
    cell(1 + shift, ""),
    ...captions.map((caption, at) => cell(2 + shift + at, caption)),
  ];
  const { total, currentYearAppropriation, carryover, otherFunds } = form.funds;
  const lines = [
    ["年度资金总额：", total],
    ["其中：当年财政拨款", currentYearAppropriation],
    ["上年结转资金", carryover],
    ["其他资金", otherFunds],
  ] as const;
  return [
    head,
    ...lines.map(([label, line]): Row => {
      const { initialBudget, annualBudget, annualExecution, weight, executionRate, score } = line;
      const rate = executionRate === null ? null : `${executionRate}${old ? "%" : ""}`;
      const figures = [initialBudget, annualBudget, annualExecution, weight, rate, score];
      return [cell(1 + shift, label), ...figures.map((figure, at) => cell(2 + shift + at, figure ?? "-"))];
    }),
  ];
}

function goalRows(form: WireForm, style: TableStyle, old: boolean, width: number): Row[] {
  const middle = old ? 5 : 4;
  const { expected, actual } = form.overallGoal;
  const prose = (column: number, text: string, across: number): TableCell => ({
    column,
    across,
    down: 1,
    paragraphs: style.paragraphs ? text.split(/(?<=[。；])/u) : [text],
  });
  return [
    [
      cell(0, "年度总体目标", 1, 2),
      cell(1, old ? "预算目标" : "预期目标", middle - 1),
      cell(middle, "实际完成情况", width - middle),
    ],
    [prose(1, expected, middle - 1), prose(middle, actual, width - middle)],
  ];
}

function headRow(old: boolean): Row {
  const captions = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施".split(" ");
  return captions.map((caption, at) => cell((old ? 1 : 0) + at, caption));
}

/** Labels are put in when the tables are cut, since a merged one ends with its table. */
function indicatorRows(form: WireForm, { labels }: TableStyle, old: boolean): Row[] {
  const shift = old ? 1 : 0;
  return form.indicators.map((each, at) => {
    const before = form.indicators[at - 1];
    const opens1 = each.level1 !== before?.level1;
    const opens2 = opens1 || each.level2 !== before?.level2;
    const isPrinted = (opens: boolean) => opens || labels !== "first";
    const { level1, level2, name, target, actual, weight, score, deviationNote } = each;
    const texts = [name, target, actual, weight ?? "", score ?? "", deviationNote];
    return [
      cell(shift, isPrinted(opens1) ? level1 : ""),
      cell(shift + 1, isPrinted(opens2) ? level2 : ""),
      ...texts.map((text, index) => cell(shift + 2 + index, text)),
    ];
  });
}

function footRows(form: WireForm, old: boolean, width: number): Row[] {
  const shift = old ? 1 : 0;
  const total: Row = [
    cell(0, "总分", 5 + shift),
    cell(5 + shift, form.totalWeight ?? ""),
    cell(6 + shift, form.totalScore ?? ""),
    cell(7 + shift, ""),
  ];
  return old ? [total] : [total, [cell(0, "评分等级", 2), cell(2, form.rating ?? "", width - 2)]];
}

interface Parts {
  readonly frame: readonly Row[];
  readonly head: Row;
  readonly rows: readonly Row[];
  readonly foot: readonly Row[];
}

function cutTables({ frame, head, rows, foot }: Parts, style: TableStyle, old: boolean, dice: Dice): Row[][] {
  const merged = (some: readonly Row[]): Row[] => (style.labels === "merged" ? mergeLabels(some, old) : [...some]);
  const block = (some: Row[]): Row[] => {
    const [first, ...others] = some;
    return old && first !== undefined ? [[cell(0, "绩效指标", 1, some.length), ...first], ...others] : some;
  };
  if (style.tables === "one") return [[...frame, ...block([head, ...merged(rows)]), ...foot]];
  if (style.tables === "parts") return [[...frame], [...block([head, ...merged(rows)]), ...foot]];
  if (style.tables === "total apart") return [[...frame, ...block([head, ...merged(rows)])], [...foot]];
  const at = dice.upTo(rows.length - 1, 1);
  const [first, second] = [rows.slice(0, at), rows.slice(at)];
  if (second.length === 0) return [[...frame, ...block([head, ...merged(rows)]), ...foot]];
  const next = second.map((row, index) =>
    index === 0 && style.labels === "merged" ? goOn(row, first.at(-1), style, old) : row,
  );
  const again = style.headAgain ? [head] : [];
  const last = first.at(-1);
  const [end, rest] = style.torn && last !== undefined ? tear(last, old) : [last, undefined];
  return [
    [...frame, ...block([head, ...merged([...first.slice(0, -1), ...(end === undefined ? [] : [end])])])],
    [...block([...again, ...(rest === undefined ? [] : [rest]), ...merged(next)]), ...foot],
  ];
}

/** A row in two halves: the second has no labels and no figures. */
function tear(row: Row, old: boolean): readonly [Row, Row | undefined] {
  const isText = ({ column }: TableCell): boolean => [2, 3, 4, 7].includes(column - (old ? 1 : 0));
  const halves = row.map((each): readonly [string, string] => {
    const text = each.paragraphs[0] ?? "";
    const at = isText(each) && text.length > 5 ? Math.ceil(text.length / 2) : text.length;
    return [text.slice(0, at), text.slice(at)];
  });
  if (halves.every(([, rest]) => rest === "")) return [row, undefined];
  const half = (which: 0 | 1): Row => row.map((each, at) => cell(each.column, halves[at]?.[which] ?? ""));
  return [half(0), half(1)];
}

/** The first row of a page: labels of the row before are printed again, some with a mark. */
function goOn(row: Row, before: Row | undefined, { marked }: TableStyle, old: boolean): Row {
  return row.map((each) => {
    const last = before?.find(({ column }) => column === each.column)?.paragraphs[0];
    const isLabel = each.column < (old ? 3 : 2);
    return marked && isLabel && last !== "" && last === each.paragraphs[0] ? cell(each.column, `${last}（续）`) : each;
  });
}

function mergeLabels(rows: readonly Row[], old: boolean): Row[] {
  const levels = old ? [1, 2] : [0, 1];
  const textAt = (row: Row | undefined, column: number): string | undefined =>
    row?.find((each) => each.column === column)?.paragraphs[0];
  const bare = (text: string | undefined): string | undefined => text?.replace("（续）", "");
  const same = (one: Row | undefined, other: Row | undefined, column: number): boolean =>
    levels.filter((level) => level <= column).every((level) => bare(textAt(one, level)) === bare(textAt(other, level)));
  return rows.map((row, at) =>
    row.flatMap((each) => {
      if (!levels.includes(each.column)) return [each];
      if (same(rows[at - 1], row, each.column)) return [];
      let down = 1;
      while (rows[at + down] !== undefined && same(rows[at + down], row, each.column)) down += 1;
      return [{ ...each, down }];
    }),
  );
}

function finish(rows: Row[], { broken, indent }: TableStyle, columns: number, dice: Dice): FormTable {
  const wrap = (text: string): string => {
    if (!broken || text.length < 5 || /[A-Za-z0-9 .,%]/u.test(text) || dice.chance(0.5)) return text;
    const at = dice.upTo(text.length - 2, 2);
    return `${text.slice(0, at)}\n${text.slice(at)}`;
  };
  return {
    columns: columns + indent,
    rows: rows.map((row) => [
      ...(indent === 1 ? [cell(0, "")] : []),
      ...row.map((each) => ({ ...each, column: each.column + indent, paragraphs: each.paragraphs.map(wrap) })),
    ]),
  };
}
