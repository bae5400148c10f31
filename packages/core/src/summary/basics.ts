/** 基本情况: counts, names and sums of money. */
import { compareTexts } from "../audit/project.ts";
import type { Edition } from "../edition/edition.ts";
import { valueOf } from "../place/cell.ts";
import { type FundRow, fundPath } from "../place/form-path.ts";
import { quotient } from "../values/decimal.ts";
import { type CurrencyUnit, type Money, addMoney } from "../values/money.ts";
import type { Rounding } from "../values/rounding.ts";
import type { ProjectLine } from "./entry.ts";
import { groupByDepartment, groupByUnit } from "./form-groups.ts";
import { leftOut } from "./left-out.ts";
import { REPORT_ROUNDING } from "./print-figures.ts";
import type { AmountSum, Basics, FundSums } from "./summary.ts";

/** What the whole settles for its groups too. */
export type PrintedAs = Pick<Basics, "currencyUnit" | "rateRounding">;

/** As all forms do, or one way for all where they differ. */
export function printedAs(projects: readonly ProjectLine[]): PrintedAs {
  const editions = editionsOf(projects);
  return { currencyUnit: commonUnit(projects), rateRounding: commonRounding(editions) };
}

export function basicsOf(projects: readonly ProjectLine[], printed: PrintedAs): Basics {
  return {
    forms: projects.length,
    years: [...new Set(projects.map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => a - b),
    departments: groupByDepartment(projects).map(({ department }) => department),
    units: groupByUnit(projects).map(({ department, unit }) => ({ department, unit })),
    editions: editionsOf(projects),
    ...printed,
    funds: {
      total: fundSums(projects, "total"),
      currentYearAppropriation: fundSums(projects, "currentYearAppropriation"),
      carryover: fundSums(projects, "carryover"),
      otherFunds: fundSums(projects, "otherFunds"),
    },
  };
}

function fundSums(projects: readonly ProjectLine[], row: FundRow): FundSums {
  const pairs = projects.flatMap(({ funds }) => {
    const annualBudget = valueOf(funds[row].annualBudget);
    const annualExecution = valueOf(funds[row].annualExecution);
    return annualBudget === undefined || annualExecution === undefined ? [] : [{ annualBudget, annualExecution }];
  });
  const annualBudget = addMoney(pairs.map((pair) => pair.annualBudget));
  const annualExecution = addMoney(pairs.map((pair) => pair.annualExecution));
  const ratio = quotient(annualExecution.yuan, annualBudget.yuan);
  return {
    initialBudget: initialBudgets(projects, row),
    annualBudget,
    annualExecution,
    rate: ratio === undefined ? undefined : { kind: "rate", ratio },
    counted: pairs.length,
    leftOut: projects.flatMap((project) =>
      (["annualBudget", "annualExecution"] as const).flatMap((column) =>
        leftOut(project, fundPath(row, column), project.funds[row][column]),
      ),
    ),
  };
}

function initialBudgets(projects: readonly ProjectLine[], row: FundRow): AmountSum {
  const amounts = projects.flatMap(({ funds }): readonly Money[] => {
    const amount = valueOf(funds[row].initialBudget);
    return amount === undefined ? [] : [amount];
  });
  return {
    sum: addMoney(amounts),
    counted: amounts.length,
    leftOut: projects.flatMap((project) =>
      leftOut(project, fundPath(row, "initialBudget"), project.funds[row].initialBudget),
    ),
  };
}

function editionsOf(projects: readonly ProjectLine[]): readonly Edition[] {
  return [...new Set(projects.map(({ edition }) => edition))].toSorted((a, b) => compareTexts(a.id, b.id));
}

function commonUnit(projects: readonly ProjectLine[]): CurrencyUnit {
  const [unit, ...others] = new Set(projects.map(({ currencyUnit }) => currencyUnit));
  return unit === undefined || others.length > 0 ? "元" : unit;
}

function commonRounding(editions: readonly Edition[]): Rounding {
  const [rounding = REPORT_ROUNDING, ...others] = editions.map(({ rateRounding }) => rateRounding.value);
  const areAlike = others.every(({ mode, places }) => mode === rounding.mode && places === rounding.places);
  return areAlike ? rounding : REPORT_ROUNDING;
}
