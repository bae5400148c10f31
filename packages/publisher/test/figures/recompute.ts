/**
 * The figures of a report, reckoned a second time from the forms' JSON with plain integer arithmetic. Shares no code with
 * core's summary and values: whoever changes one of them changes it here by hand, or the two part.
 */
import type { Finding } from "@zipingbiao/core";
import { cutOf, integerOf, quotientText, sumOf, textOf, weightedText, yuanOf } from "./plain-number.ts";
import type { PlainFunds, PlainGroup, PlainSummary } from "./plain-shape.ts";
import { type Numbered, type PublishedEntry, leftOutText } from "./published-entry.ts";
import { plainIndicators } from "./recompute-indicators.ts";
import { plainProblems } from "./recompute-problems.ts";
import { plainResults } from "./recompute-results.ts";
import { bareName } from "./read-plainly.ts";

const ROWS = ["total", "currentYearAppropriation", "carryover", "otherFunds"] as const;

/** Amounts in 元; quotients cut to 30 places. */
export function recompute(entries: readonly PublishedEntry[], aboutAll: readonly Finding[] = []): PlainSummary {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const numbered = entries
    .toSorted(
      (a, b) =>
        a.wire.fiscalYear - b.wire.fiscalYear ||
        order(a.wire.competentDepartment, b.wire.competentDepartment) ||
        order(a.wire.implementingUnit, b.wire.implementingUnit) ||
        order(a.wire.projectName, b.wire.projectName) ||
        order(a.key, b.key),
    )
    .map((entry, at): Numbered => ({ ...entry, number: at + 1 }));
  const whole = groupOf({ kind: "all" }, numbered, numbered, aboutAll);
  const { lines } = plainResults(numbered);
  const { rows } = plainIndicators(numbered);
  const departments = byName(numbered, ({ wire }) => wire.competentDepartment);
  return {
    ...whole,
    byDepartment: severalOf(departments).map(([department, members]) => ({
      ...groupOf({ kind: "department", department }, members, numbered, []),
      byYear: years(members, numbered),
      byUnit: severalOf(byName(members, ({ wire }) => wire.implementingUnit)).map(([unit, below]) =>
        unitGroup(department, unit, below, numbered),
      ),
    })),
    byUnit: severalOf(
      departments.flatMap(([department, members]) =>
        byName(members, ({ wire }) => wire.implementingUnit).map(([unit, below]) => [department, unit, below] as const),
      ),
    ).map(([department, unit, below]) => unitGroup(department, unit, below, numbered)),
    byYear: years(numbered, numbered),
    lines,
    rows,
  };
}

function unitGroup(department: string, unit: string, members: readonly Numbered[], all: readonly Numbered[]) {
  return { ...groupOf({ kind: "unit", department, unit }, members, all, []), byYear: years(members, all) };
}

function years(members: readonly Numbered[], all: readonly Numbered[]): readonly PlainGroup[] {
  const found = [...new Set(members.map(({ wire }) => wire.fiscalYear))].toSorted((a, b) => a - b);
  return severalOf(found).map((year) =>
    groupOf(
      { kind: "year", year },
      members.filter(({ wire }) => wire.fiscalYear === year),
      all,
      [],
    ),
  );
}

function groupOf(
  scope: object,
  entries: readonly Numbered[],
  all: readonly Numbered[],
  aboutAll: readonly Finding[],
): PlainGroup {
  const { lines: _lines, ...results } = plainResults(entries);
  const { rows: _rows, ...indicators } = plainIndicators(entries);
  const departments = byName(entries, ({ wire }) => wire.competentDepartment);
  const units = new Set(all.map(({ wire }) => wire.currencyUnit));
  const [edition, ...more] = new Set(all.map(({ wire }) => wire.edition));
  return {
    scope: JSON.stringify(scope),
    projects: entries.map(({ number }) => number),
    forms: entries.length,
    years: [...new Set(entries.map(({ wire }) => wire.fiscalYear))].toSorted((a, b) => a - b),
    departments: departments.map(([department]) => department),
    units: departments.flatMap(([department, members]) =>
      byName(members, ({ wire }) => wire.implementingUnit).map(([unit]) => `${department}/${unit}`),
    ),
    editions: [...new Set(entries.map(({ wire }) => wire.edition))].toSorted(),
    currencyUnit: units.size === 1 && units.has("万元") ? "万元" : "元",
    rateRounding: `${edition !== undefined && more.length === 0 ? cutOf(edition) : "truncate"} 2`,
    funds: {
      total: fundsOf(entries, "total"),
      currentYearAppropriation: fundsOf(entries, "currentYearAppropriation"),
      carryover: fundsOf(entries, "carryover"),
      otherFunds: fundsOf(entries, "otherFunds"),
    },
    ...results,
    weightedAverage: weightedText(
      entries.flatMap(({ wire }) => {
        const budget = wire.funds.total.annualBudget;
        if (wire.totalScore === null || budget === null) return [];
        return [[integerOf(wire.totalScore), yuanOf(budget, wire.currencyUnit)] as const];
      }),
    ),
    weightedOver: entries.filter(({ wire }) => wire.totalScore !== null && wire.funds.total.annualBudget !== null)
      .length,
    ...indicators,
    ...plainProblems(entries, aboutAll),
    byYear: [],
    byDepartment: [],
    byUnit: [],
  };
}

function fundsOf(entries: readonly Numbered[], row: (typeof ROWS)[number]): PlainFunds {
  let budgets = 0n;
  let executions = 0n;
  let counted = 0;
  const initial: bigint[] = [];
  const initialLeftOut: string[] = [];
  const leftOut: string[] = [];
  for (const { number, wire } of entries) {
    const { initialBudget, annualBudget, annualExecution } = wire.funds[row];
    const missing = (column: string): string => `${number} ${leftOutText(wire, `funds.${row}.${column}`)}`;
    if (initialBudget === null) initialLeftOut.push(missing("initialBudget"));
    else initial.push(yuanOf(initialBudget, wire.currencyUnit));
    if (annualBudget === null) leftOut.push(missing("annualBudget"));
    if (annualExecution === null) leftOut.push(missing("annualExecution"));
    if (annualBudget === null || annualExecution === null) continue;
    budgets += yuanOf(annualBudget, wire.currencyUnit);
    executions += yuanOf(annualExecution, wire.currencyUnit);
    counted += 1;
  }
  return {
    initialBudget: textOf(sumOf(initial)),
    initialCounted: initial.length,
    initialLeftOut,
    annualBudget: textOf(budgets),
    annualExecution: textOf(executions),
    rate: quotientText(executions, budgets),
    counted,
    leftOut,
  };
}

/** Groups with the first spelling of their name, by that name. */
function byName(
  entries: readonly Numbered[],
  nameOf: (entry: Numbered) => string,
): readonly (readonly [name: string, members: readonly Numbered[]])[] {
  const groups = new Map<string, Numbered[]>();
  for (const entry of entries) {
    const key = bareName(nameOf(entry));
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()]
    .map((members) => [members.map((each) => nameOf(each).trim()).toSorted()[0] ?? "", members] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function severalOf<T>(groups: readonly T[]): readonly T[] {
  return groups.length > 1 ? groups : [];
}
