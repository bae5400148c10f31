import { describe, expect, it } from "vitest";
import { SH_2024 } from "../edition/sh-2024.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { otherRoundings } from "./fund-roundings.ts";

const places = (patches: Readonly<Record<string, unknown>>) => {
  const form = sampleForm(patches);
  return otherRoundings(form, scoreForm(form, SH_2024)).map(({ what, figure }) => `${what} ${figure.at}`);
};

describe("a figure that is rounded otherwise", () => {
  it.each([
    // 306.75 ÷ 308.00 is 99.594155…%, due 99.59; 9.9594… points, due 9.96.
    ["half up to one place", { "funds.total.executionRate": "99.6" }, ["rate funds.total.executionRate"]],
    ["cut to one place", { "funds.total.executionRate": "99.5" }, ["rate funds.total.executionRate"]],
    ["to four places", { "funds.total.executionRate": "99.5942" }, ["rate funds.total.executionRate"]],
    ["to a whole number", { "funds.total.executionRate": "100" }, ["rate funds.total.executionRate"]],
    ["a score cut to two places", { "funds.total.score": "9.95" }, ["score funds.total.score"]],
    ["a whole score", { "funds.total.score": "10" }, ["score funds.total.score"]],
  ])("is told: %s", (_, patches, due) => expect(places(patches)).toEqual(due));

  it.each([
    ["nothing", {}],
    ["up instead of half up", { "funds.total.executionRate": "99.60" }],
    ["another rate", { "funds.total.executionRate": "100.00" }],
    ["another score", { "funds.total.score": "10.00" }],
    ["a rate without money", { "funds.carryover.executionRate": "1.00" }],
    ["more than the budget", { "funds.total.annualExecution": "310.00", "funds.total.score": "10.06" }],
    ["no weight", { "funds.total.weight": null, "funds.total.score": "10" }],
    ["parts of one row", { "funds.total.annualBudget": "308.01" }],
  ])("is not told: %s", (_, patches) => expect(places(patches)).toEqual([]));

  it("is told of a score that comes from the printed rate", () => {
    const spent = { "funds.total.annualBudget": "1000.00", "funds.total.annualExecution": "994.51" };
    // 99.451 % is cut to 99.45; 9.945 points are 9.95, and so are 9.9451.
    const cut = { "funds.total.annualBudget": "1000.00", "funds.total.annualExecution": "994.509" };
    expect(places({ ...spent, "funds.total.score": "9.94" })).toContain("score funds.total.score");
    expect(places({ ...cut, "funds.total.executionRate": "99.45", "funds.total.score": "9.945" })).toContain(
      "score funds.total.score",
    );
  });

  it("is told of sums of amounts in 万元 that were rounded one by one", () => {
    const parts = (total: string) => ({
      "funds.total.initialBudget": total,
      "funds.currentYearAppropriation.initialBudget": "3.33",
      "funds.carryover.initialBudget": "3.33",
      "funds.otherFunds.initialBudget": "3.33",
    });
    expect(places(parts("10.00"))).toEqual(["sum funds.total.initialBudget"]);
    expect(places(parts("9.97"))).toEqual(["sum funds.total.initialBudget"]);
    expect(places(parts("10.02"))).toEqual([]);
    expect(places({ ...parts("10.00"), currencyUnit: "元" })).not.toContain("sum funds.total.initialBudget");
  });
});
