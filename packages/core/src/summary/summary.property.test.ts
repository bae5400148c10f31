/** What holds for the summary of any forms. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wireForm } from "../testing/form-arbitrary.ts";
import { summaryEntry } from "../testing/summary-entry.ts";
import { addMoney } from "../values/money.ts";
import { addScores } from "../values/score.ts";
import { decodeForm } from "../wire/form-codec.ts";
import type { IndicatorCounts } from "./indicator-results.ts";
import { summarise } from "./summarise.ts";
import type { Summary } from "./summary.ts";

const entries = fc
  .array(
    fc.tuple(
      wireForm,
      fc.constantFrom("甲局", "乙局", "丙局"),
      fc.constantFrom("一中心", "二中心"),
      fc.constantFrom(2021, 2024),
    ),
    { maxLength: 8 },
  )
  .map((forms) =>
    forms.map(([wire, competentDepartment, implementingUnit, fiscalYear], at) =>
      summaryEntry(
        decodeForm({ ...wire, competentDepartment, implementingUnit, fiscalYear }),
        String(at).padStart(2, "0"),
      ),
    ),
  );

describe("a summary", () => {
  it("does not depend on the order of the entries", () => {
    fc.assert(
      fc.property(
        entries.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          expect(summarise(shuffled)).toEqual(summarise(some));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("is the sum of its departments, of its units and of its years", () => {
    fc.assert(
      fc.property(entries, (some) => {
        const whole = summarise(some);
        for (const groups of [whole.byDepartment, whole.byUnit, whole.byYear]) {
          if (groups.length === 0) continue;
          expect(addMoney(groups.map(({ basics }) => basics.funds.total.annualBudget))).toEqual(
            whole.basics.funds.total.annualBudget,
          );
          expect(addMoney(groups.map(({ basics }) => basics.funds.carryover.annualExecution))).toEqual(
            whole.basics.funds.carryover.annualExecution,
          );
          expect(addScores(groups.map(({ results }) => results.sum))).toEqual(whole.results.sum);
          expect(groups.flatMap(({ projects }) => projects).toSorted((a, b) => a.number - b.number)).toEqual(
            whole.projects,
          );
          for (const count of COUNTS) expect(groups.reduce((sum, group) => sum + count(group), 0)).toBe(count(whole));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("counts every form and every row once", () => {
    fc.assert(
      fc.property(entries, (some) => {
        const { basics, results, indicators } = summarise(some);
        const sum = (counts: readonly { readonly forms: number }[]) =>
          counts.reduce((total, { forms }) => total + forms, 0);
        expect(basics.forms).toBe(some.length);
        expect(sum(results.printedGrades)).toBe(some.length);
        expect(sum(results.dueGrades)).toBe(results.counted);
        expect(sum(results.bands)).toBe(results.counted);
        expect(results.counted + results.leftOut.length).toBe(some.length);
        const rows = some.reduce((total, { form }) => total + form.indicators.length, 0);
        expect(indicators.all.indicators).toBe(rows);
        const groups = indicators.sections.flatMap((section) => section.groups);
        for (const counted of [[indicators.all], indicators.sections, groups]) {
          expect(counted.reduce((total, { met, missed, unjudged }) => total + met + missed + unjudged, 0)).toBe(rows);
          expect(counted.reduce((total, { points }) => total + points.counted + points.leftOut, 0)).toBe(rows);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const COUNTS: readonly ((summary: Summary) => number)[] = [
  ({ basics }) => basics.forms,
  ({ results }) => results.fullMarks,
  ...(["indicators", "met", "missed", "unjudged", "fullMarks"] satisfies (keyof IndicatorCounts)[]).map(
    (name) =>
      ({ indicators }: Summary) =>
        indicators.all[name],
  ),
  ({ indicators }) => indicators.deductedWithoutReason.length,
];
