/** Entries → lines, in the order of the publication. */
import { compareTexts } from "../audit/project.ts";
import type { FundLine } from "../form/fund-table.ts";
import { type Cell, valueOf } from "../place/cell.ts";
import { bandOf } from "../scoring/rating.ts";
import { quotient } from "../values/decimal.ts";
import { type Score, compareScores } from "../values/score.ts";
import type { DueGrade, FundAmounts, ProjectLine, SummaryEntry } from "./entry.ts";

/** Where a form stands among others: year, department, unit, project and key. */
export type FormOrder = readonly [year: number, ...names: string[]];

export function orderOf({ form, key }: SummaryEntry): FormOrder {
  return [form.fiscalYear, form.competentDepartment, form.implementingUnit, form.projectName, key];
}

/** The order in which the entries come plays no part. */
export function compareOrders([year, ...names]: FormOrder, [otherYear, ...others]: FormOrder): number {
  if (year !== otherYear) return year - otherYear;
  const at = names.findIndex((name, place) => name !== others[place]);
  return at === -1 ? 0 : compareTexts(names[at] ?? "", others[at] ?? "");
}

/** `number` counts from 1. */
export function projectLine({ key, form, edition, sheet, findings }: SummaryEntry, number: number): ProjectLine {
  const { funds, totalScore } = form;
  const printedGrade = form.rating?.replaceAll(/\s/gu, "");
  return {
    number,
    key,
    fiscalYear: form.fiscalYear,
    department: form.competentDepartment.trim(),
    unit: form.implementingUnit.trim(),
    projectName: form.projectName.trim(),
    edition,
    currencyUnit: form.currencyUnit,
    funds: {
      total: amountsOf(funds.total),
      currentYearAppropriation: amountsOf(funds.currentYearAppropriation),
      carryover: amountsOf(funds.carryover),
      otherFunds: amountsOf(funds.otherFunds),
    },
    executionWeight: funds.total.weight,
    executionScore: funds.total.score,
    totalScore,
    printedGrade: printedGrade === "" ? undefined : printedGrade,
    dueGrade: dueGradeOf(totalScore, edition),
    gradeAgrees: sheet.rating?.agrees,
    findings,
  };
}

function amountsOf({ initialBudget, annualBudget, annualExecution, executionRate }: FundLine): FundAmounts {
  const amounts = { initialBudget, annualBudget, annualExecution, printedRate: executionRate };
  if (annualBudget.kind !== "read" || annualExecution.kind !== "read") {
    const isUnreadable = annualBudget.kind === "unreadable" || annualExecution.kind === "unreadable";
    return { ...amounts, rate: { kind: "none", reason: isUnreadable ? "unreadable" : "blank" } };
  }
  const ratio = quotient(annualExecution.value.yuan, annualBudget.value.yuan);
  return {
    ...amounts,
    rate:
      ratio === undefined ? { kind: "none", reason: "zero-budget" } : { kind: "rate", rate: { kind: "rate", ratio } },
  };
}

function dueGradeOf(cell: Cell<Score>, edition: SummaryEntry["edition"]): DueGrade | undefined {
  const total = valueOf(cell);
  const band = total === undefined ? undefined : bandOf(total, edition);
  if (total === undefined || band === undefined) return undefined;
  const { attested } = band;
  return {
    band,
    attested:
      band.basis.certainty !== "unverified" || (attested !== undefined && compareScores(total, attested.from) >= 0),
  };
}
