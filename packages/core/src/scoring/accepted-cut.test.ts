import { describe, expect, it } from "vitest";
import { CENTRAL_2020 } from "../edition/central-2020.ts";
import { SH_2024 } from "../edition/sh-2024.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { scoreForm } from "./score-form.ts";

/** 37.24 ÷ 43.2 is 86.2037… %, and of 10 points 8.62037…. */
function sheetOf(rate: string, score: string, spent = "37.24") {
  const form = sampleForm({
    edition: "central-2020",
    "funds.total.annualBudget": "43.2",
    "funds.total.annualExecution": spent,
    "funds.total.executionRate": rate,
    "funds.total.score": score,
  });
  const { executionRates, executionScore } = scoreForm(form, CENTRAL_2020);
  return [executionRates.total.agrees, executionScore.agrees];
}

describe("a rate and its score in central-2020", () => {
  it.each([
    ["86.20", "8.62"],
    ["86.21", "8.63"],
    ["86", "8.6"],
    ["87", "8.7"],
    ["86.2", "8.620"],
    ["86.2037", "8.62037"],
  ])("%s %% and %s agree: no source says how they are cut", (rate, score) =>
    expect(sheetOf(rate, score)).toEqual([true, true]),
  );

  it.each([
    ["85", "9"],
    ["86.0", "8"],
    ["86.22", "8.64"],
    ["88", "8.8"],
    ["100", "10"],
  ])("%s %% and %s do not: no cut gives them", (rate, score) => expect(sheetOf(rate, score)).toEqual([false, false]));

  it("may not be cut up to the full 100 % and the full weight", () => {
    expect(sheetOf("100", "10.0", "43.00")).toEqual([false, false]);
    expect(sheetOf("99.5", "9.9", "43.00")).toEqual([true, true]);
    expect(sheetOf("100", "10", "43.2")).toEqual([true, true]);
  });

  it("are strict where they were counted", () => {
    const form = sampleForm({ "funds.total.executionRate": "99.6", "funds.total.score": "9.9" });
    const { executionRates, executionScore } = scoreForm(form, SH_2024);
    expect([executionRates.total.agrees, executionScore.agrees]).toEqual([false, false]);
  });
});
