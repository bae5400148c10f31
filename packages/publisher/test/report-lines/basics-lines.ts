/** 一、基本情况, line by line. */
import type { PlainFunds, PlainGroup } from "../figures/plain-shape.ts";
import { printedFunds, printedGroup } from "../figures/printed-figures.ts";
import { type ExpectedLine, cells, says } from "./expected-line.ts";
import { MOST_BARS, bandTexts } from "./expected-charts.ts";
import { type Page, captionLines, tableLines } from "./page.ts";
import { calledAll, entryOf, printedRateOf, quotedName, rateOf, whoPieces, yearsText } from "./reckoned.ts";

export function basicsLines(page: Page): readonly ExpectedLine[] {
  const { plain, charts } = page;
  const rates = charts.rates === undefined ? [] : [cells("（三）各项目执行率"), ratesLine(page, charts.rates.number)];
  return [
    cells("一、基本情况"),
    cells("（一）项目概况"),
    projectsLine(page),
    cells("（二）资金安排和执行情况"),
    says(
      ...totalPieces(plain),
      ...(plain.funds.total.initialCounted === 0 ? [] : leftOutPieces(page, plain.funds.total.initialLeftOut)),
      ...(plain.funds.total.counted === 0 ? [] : leftOutPieces(page, plain.funds.total.leftOut)),
    ),
    ...fundsTable(page),
    ...rates,
    ...comparisons(page, rates.length === 0 ? "三四五" : "四五六"),
    ...captionLines(charts.rates),
  ];
}

function projectsLine({ plain, entries }: Page): ExpectedLine {
  const [only] = entries;
  const count = plain.forms === 1 && only !== undefined ? `1个，为${quotedName(only)}` : `项目共${plain.forms}个`;
  const units = plain.units.map((path) => path.slice(path.indexOf("/") + 1) || "空白");
  const named = units.length > 5 ? [] : units;
  const below =
    plain.departments.length > 1
      ? [`涉及${plain.departments.length}个主管部门的${units.length}个实施单位`]
      : units.length === 1
        ? [`实施单位为${units.join("")}`]
        : [`涉及实施单位${units.length}个`, ...named];
  return says(yearsText(plain.years), ...(plain.departments.length === 1 ? plain.departments : []), count, ...below);
}

function totalPieces(plain: PlainGroup): readonly string[] {
  const { initialBudget, annualBudget, annualExecution, rate } = printedFunds(plain.funds.total, plain);
  const sum = plain.forms === 1 ? "" : "合计";
  const amount = (column: string, text: string): string =>
    text === "—" ? `${column}空白或无法辨认` : `${column}${sum}${text}${plain.currencyUnit}`;
  return [
    amount("年初预算数", initialBudget),
    ...(plain.funds.total.counted === 0
      ? []
      : [amount("全年预算数", annualBudget), amount("全年执行数", annualExecution)]),
    rate === "—" ? "无法计算执行率" : `执行率${rate}`,
  ];
}

function leftOutPieces(page: Page, leftOut: readonly string[]): readonly string[] {
  return calledAll(projectsOf(page, leftOut), page);
}

/** Of texts that begin with the number of the form. */
function projectsOf(page: Page, leftOut: readonly string[]) {
  return [...new Set(leftOut.map((text) => text.split(" ")[0] ?? ""))].map((number) => entryOf(page, number));
}

function fundsTable(page: Page): readonly ExpectedLine[] {
  const { plain, nextTable } = page;
  const rows = [
    ["年度资金总额", plain.funds.total],
    ["其中：当年财政拨款", plain.funds.currentYearAppropriation],
    ["上年结转资金", plain.funds.carryover],
    ["其他资金", plain.funds.otherFunds],
  ] as const;
  const blanks = (funds: PlainFunds): readonly string[] =>
    projectsOf(page, [...funds.initialLeftOut, ...funds.leftOut])
      .map(({ number }) => String(number))
      .toSorted();
  const parts = new Map<string, { count: number; names: string[] }>();
  for (const [name, funds] of rows.slice(1)) {
    const members = blanks(funds);
    const alike = parts.get(members.join()) ?? { count: members.length, names: [] };
    if (members.length > 0)
      parts.set(members.join(), { ...alike, names: [...alike.names, name.replace("其中：", "")] });
  }
  const remark = [...parts.values()].flatMap(({ count, names }) => [`${count}个项目的`, ...names]);
  return tableLines(
    nextTable(),
    `资金安排和执行情况（${plain.currencyUnit}）`,
    ["资金来源", "年初预算数", "全年预算数", "全年执行数", "执行率"],
    rows.map(([name, funds]) => {
      const { initialBudget, annualBudget, annualExecution, rate } = printedFunds(funds, plain);
      return [name, initialBudget, annualBudget, annualExecution, rate];
    }),
    remark.length === 0 ? undefined : says("注：", ...remark),
  );
}

function ratesLine(page: Page, chart: string): ExpectedLine {
  const rated = page.entries.flatMap((entry) => {
    const rate = rateOf(entry);
    return rate === undefined ? [] : [{ entry, ...rate }];
  });
  const unrated = page.entries.filter((entry) => rateOf(entry) === undefined);
  const sorted = rated.toSorted((a, b) => (a.part * b.whole < b.part * a.whole ? -1 : 1));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) throw new Error("no rates");
  const alike = (other: typeof lowest) =>
    rated.filter(({ part, whole }) => part * other.whole === other.part * whole).map(({ entry }) => entry);
  const isLong = page.entries.length > MOST_BARS;
  const spread =
    alike(lowest).length === rated.length
      ? [`各项目执行率均为${printedRateOf(lowest.entry)}`]
      : [
          ...whoPieces(`最高${printedRateOf(highest.entry)}`, alike(highest), page),
          ...whoPieces(`最低${printedRateOf(lowest.entry)}`, alike(lowest), page),
          ...bandTexts(page.entries),
        ];
  return says(...spread, ...calledAll(unrated, page), `见${chart}`, ...(isLong ? ["附表1"] : []));
}

/** A table for each way in which the projects fall into more than one group. */
function comparisons({ plain, nextTable }: Page, numerals: string): readonly ExpectedLine[] {
  const { byYear, byDepartment, byUnit } = plain;
  const isOneEach = byDepartment.length > 1 && byUnit.length === byDepartment.length;
  const tables = [
    { by: "年度", groups: byYear, remark: [] },
    { by: "主管部门", groups: byDepartment, remark: isOneEach ? ["1个实施单位"] : [] },
    { by: "实施单位", groups: isOneEach ? [] : byUnit, remark: [] },
  ].filter(({ groups }) => groups.length > 1);
  return tables.flatMap(({ by, groups, remark }, at) => {
    const number = nextTable();
    return [
      cells(`（${numerals.charAt(at)}）分${by}情况`),
      says(`见${number}`, ...remark),
      ...tableLines(
        number,
        `分${by}情况（金额单位：${plain.currencyUnit}）`,
        [by, "项目数", "全年预算数", "全年执行数", "执行率", "平均得分", "加权平均得分"],
        [...groups.map((group) => comparedRow(groupName(group, plain), group)), comparedRow("合计", plain)],
      ),
    ];
  });
}

function comparedRow(name: string, group: PlainGroup): readonly string[] {
  return [name, ...Object.values(printedGroup(group))];
}

function groupName({ scope }: PlainGroup, { byDepartment }: PlainGroup): string {
  const { year, department, unit } = JSON.parse(scope) as Partial<Record<"year" | "department" | "unit", string>>;
  if (year !== undefined) return `${year}年度`;
  if (unit === undefined) return department ?? "";
  return byDepartment.length > 1 ? `${unit}（${department ?? ""}）` : unit;
}
