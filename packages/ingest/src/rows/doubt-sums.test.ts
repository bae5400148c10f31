import { type SelfEvaluationForm, decodeForm } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { randomForm } from "../../test/random-form.ts";
import { Refusal } from "../refusal.ts";
import { doubtSums } from "./doubt-sums.ts";

const told = (form: SelfEvaluationForm): string[] => doubtSums(form).unreadable.map(({ at }) => at);

/** A form with one row, whose points and amounts are copied from each other, so that they add up. */
function even(): SelfEvaluationForm {
  const form = randomForm(3);
  const none = { weight: null, score: null, executionRate: null };
  const line = { ...none, initialBudget: "10.00", annualBudget: "12.00", annualExecution: "11.00" };
  const blank = { ...none, initialBudget: null, annualBudget: null, annualExecution: null };
  return decodeForm({
    ...form,
    projectName: "某平台运维",
    funds: { total: line, currentYearAppropriation: line, carryover: blank, otherFunds: blank },
    indicators: form.indicators.slice(0, 1).map((row) => ({ ...row, weight: "5.00", score: "4.00" })),
    totalWeight: "5.00",
    totalScore: "4.00",
    unreadable: [],
    leftovers: [],
    origin: {},
  });
}

describe("a form whose cells were found by their place", () => {
  it("that adds up is left as it is", () => {
    expect(told(even())).toEqual([]);
  });

  it("whose weights do not add up has all its weights told, with what was read", () => {
    const form = even();
    const [row] = form.indicators;
    if (row === undefined) throw new Error("no row");
    const doubled = { ...form, indicators: [row, row] };
    expect(told(doubled)).toEqual(
      expect.arrayContaining(["indicators[0].weight", "indicators[1].weight", "totalWeight", "totalScore"]),
    );
    expect(doubtSums(doubled).unreadable.every(({ candidates }) => candidates?.length === 1)).toBe(true);
  });

  it("whose fund rows are not the sum has every amount told", () => {
    const form = even();
    const { funds } = form;
    expect(told({ ...form, funds: { ...funds, carryover: funds.total } })).toEqual(
      expect.arrayContaining(["funds.total.annualBudget", "funds.carryover.annualBudget"]),
    );
  });

  it("with a blank department is told, and without a project's name refused", () => {
    expect(told({ ...even(), competentDepartment: "" })).toEqual(["competentDepartment"]);
    expect(() => doubtSums({ ...even(), projectName: "" })).toThrow(Refusal);
  });
});
