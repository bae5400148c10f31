/** What somebody fills in for one project, and the cells of the two fill-in workbooks that it goes to. */
import {
  type Edition,
  FUND_PARTS,
  LIST_HEAD_ROWS,
  fundPath,
  indicatorListColumns,
  projectColumns,
} from "@zipingbiao/core";
import { decimalText } from "@zipingbiao/core/testing";
import * as fc from "fast-check";
import { type Typed, type TypedCells, fillWorkbook } from "./fill-workbook.ts";

const AMOUNTS = ["initialBudget", "annualBudget", "annualExecution"] as const;

/** Figures as they are typed, `""` for a cell that stays blank. */
export interface ProjectFill {
  readonly year: string;
  readonly name: string;
  readonly department: string;
  readonly unit: string;
  readonly funds: Readonly<Record<(typeof FUND_PARTS)[number], Readonly<Record<(typeof AMOUNTS)[number], string>>>>;
  readonly expected: string;
  readonly actual: string;
  readonly indicators: readonly IndicatorFill[];
}

export interface IndicatorFill {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: string;
  readonly score: string;
  readonly deviationNote: string;
}

const text = (value: string): Typed => ({ text: value });
const number = (value: string): Typed => ({ number: value });

/** The workbook of one form, filled in. */
export function fillForm(template: Uint8Array, edition: Edition, fill: ProjectFill): Uint8Array {
  return fillWorkbook(template, { 1: formCells(edition, fill) });
}

/** Where the cells stand is written out here a second time: the layout is what people know. */
function formCells(edition: Edition, fill: ProjectFill): TypedCells {
  const lead = edition.captions.indicatorBlock === undefined ? 0 : 1;
  const letter = (column: number) => "ABCDEFGHI"[column + lead] ?? "";
  const cells: [string, Typed][] = [
    ["A2", number(fill.year)],
    [`${letter(1)}3`, text(fill.name)],
    [`${letter(1)}4`, text(fill.department)],
    [`${letter(4)}4`, text(fill.unit)],
    [`${letter(1)}11`, text(fill.expected)],
    [`${letter(4)}11`, text(fill.actual)],
    ...FUND_PARTS.flatMap((part, row) =>
      AMOUNTS.map((column, at): [string, Typed] => [`${letter(2 + at)}${7 + row}`, number(fill.funds[part][column])]),
    ),
    ...fill.indicators.flatMap((row, at) =>
      Object.values(indicatorCells(row)).map((typed, column): [string, Typed] => [
        `${letter(column)}${13 + at}`,
        typed,
      ]),
    ),
  ];
  return withoutBlanks(cells);
}

function indicatorCells(row: IndicatorFill): Readonly<Record<keyof IndicatorFill, Typed>> {
  return {
    level1: text(row.level1),
    level2: text(row.level2),
    name: text(row.name),
    target: text(row.target),
    actual: text(row.actual),
    weight: number(row.weight),
    score: number(row.score),
    deviationNote: text(row.deviationNote),
  };
}

/** The workbook of many projects, filled in: numbers 1, 2, 3 …; targets whole in their middle cell. */
export function fillLists(template: Uint8Array, edition: Edition, fills: readonly ProjectFill[]): Uint8Array {
  const projects = projectColumns(edition);
  const indicators = indicatorListColumns(edition);
  const cell = (columns: readonly { readonly at: string }[], at: string, row: number) =>
    `${nameOf(columns.findIndex((column) => column.at === at))}${LIST_HEAD_ROWS + 1 + row}`;
  let next = 0;
  const first: [string, Typed][] = [];
  const second: [string, Typed][] = [];
  for (const [row, fill] of fills.entries()) {
    const put = (at: string, typed: Typed) => first.push([cell(projects, at, row), typed]);
    put("number", number(String(row + 1)));
    put("fiscalYear", number(fill.year));
    put("projectName", text(fill.name));
    put("competentDepartment", text(fill.department));
    put("implementingUnit", text(fill.unit));
    put("overallGoal.expected", text(fill.expected));
    put("overallGoal.actual", text(fill.actual));
    for (const part of FUND_PARTS)
      for (const column of AMOUNTS) put(fundPath(part, column), number(fill.funds[part][column]));
    for (const indicator of fill.indicators) {
      second.push([cell(indicators, "number", next), number(String(row + 1))]);
      for (const [at, typed] of Object.entries(indicatorCells(indicator)))
        second.push([cell(indicators, at, next), typed]);
      next += 1;
    }
  }
  return fillWorkbook(template, { 1: withoutBlanks(first), 2: withoutBlanks(second) });
}

function withoutBlanks(cells: readonly (readonly [string, Typed])[]): TypedCells {
  return Object.fromEntries(cells.filter(([, typed]) => Object.values(typed).join("") !== ""));
}

function nameOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : nameOf(Math.floor(column / 26) - 1) + last;
}

/** So many units of so small a place, as a decimal: `plain(12345n, 2)` is 123.45. */
function plain(units: bigint, places: number): string {
  const digits = String(units).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/u, (zeros) =>
    zeros.startsWith(".") ? "" : zeros.replace(/0+$/u, ""),
  );
}

/** A budget and what was spent of it, most often at the very border of a rate's last digit, or of a score's. */
function spending(edition: Edition): fc.Arbitrary<{ readonly annualBudget: string; readonly annualExecution: string }> {
  const finest = edition.currencyUnit === "万元" ? 6 : 2;
  // Up to a hundred million 万元 the sheet computes; beyond it leaves the cell blank.
  const widest = edition.currencyUnit === "万元" ? 7 : 11;
  const sized = fc
    .tuple(fc.constantFrom(2, finest), fc.integer({ min: 1, max: widest }))
    .chain(([places, digits]) =>
      fc
        .bigInt({ min: 10n ** BigInt(places), max: 10n ** BigInt(digits + places) })
        .map((budget) => ({ places, budget })),
    );
  const border = fc
    .tuple(sized, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -1, max: 1 }))
    .map(([{ places, budget }, twentyThousandths, off]) => {
      const spent = (budget * BigInt(twentyThousandths)) / 20_000n + BigInt(off);
      return { annualBudget: plain(budget, places), annualExecution: plain(spent < 0n ? 0n : spent, places) };
    });
  const any = fc.tuple(sized, sized).map(([{ places, budget }, { budget: spent }]) => ({
    annualBudget: plain(budget, places),
    annualExecution: plain(spent % (budget * 2n + 1n), places),
  }));
  const odd = fc.constantFrom(
    { annualBudget: "0", annualExecution: "0" },
    { annualBudget: "", annualExecution: "" },
    { annualBudget: "100", annualExecution: "88.69" },
    { annualBudget: "100", annualExecution: "" },
    { annualBudget: "0", annualExecution: "3" },
  );
  return fc.oneof({ arbitrary: border, weight: 6 }, { arbitrary: any, weight: 3 }, { arbitrary: odd, weight: 2 });
}

const word = fc.constantFrom(
  "平台运维",
  "≥90%",
  "=12(次)",
  "≤30(万元)",
  "达成指标",
  "提高",
  "=100%",
  "+1",
  "@甲",
  "2024-5",
  "1/2",
);
const points = decimalText(0, 30_00);

/** A project as people fill it in; figures may be missing, and need not be right. */
export function projectFill(edition: Edition): fc.Arbitrary<ProjectFill> {
  const line = fc
    .record({ initialBudget: fc.option(decimalText(0, 9_999_999_99), { nil: "" }), spent: spending(edition) })
    .map(({ initialBudget, spent }) => ({ initialBudget, ...spent }));
  const none = fc.constant({ initialBudget: "", annualBudget: "", annualExecution: "" });
  const indicator = fc.record({
    level1: fc.constantFrom("产出指标", "效益指标"),
    level2: fc.constantFrom("数量指标", "社会效益指标"),
    name: fc.constantFrom("巡检次数", "=1+1", "完成率", "≥"),
    target: word,
    actual: word,
    weight: points,
    score: points,
    deviationNote: fc.constantFrom("", "备件到货较晚", "-无"),
  });
  return fc.record({
    year: fc.integer({ min: 2016, max: 2035 }).map(String),
    name: fc.integer({ min: 1, max: 1_000_000 }).map((at) => `项目${at}`),
    department: fc.constantFrom("某区数据局", "=局"),
    unit: fc.constantFrom("某区大数据中心", "001"),
    funds: fc.record({
      currentYearAppropriation: line,
      carryover: fc.oneof(line, none, none),
      otherFunds: fc.oneof(line, none, none),
    }),
    expected: fc.constantFrom("做好日常运维。", "=目标"),
    actual: fc.constantFrom("全年运行稳定。", "100%"),
    indicators: fc.array(indicator, { minLength: 1, maxLength: 8 }),
  });
}
