import { describe, expect, it } from "vitest";
import { SH_2024 } from "../../../edition/sh-2024.ts";
import { FUND_ROWS } from "../../../place/form-path.ts";
import { scoreForm } from "../../../scoring/score-form.ts";
import { sampleForm } from "../../../testing/sample-form.ts";
import { auditForm } from "../../audit-form.ts";
import { type Patches } from "../../rule.ts";
import { NO_SETTINGS } from "../../rule-settings.ts";
import rule from "./parts-total-mismatch.ts";

const said = (patches: Patches) => {
  const form = sampleForm(patches);
  return auditForm(form, scoreForm(form, SH_2024), SH_2024, NO_SETTINGS, [rule]).map(
    ({ at, message }) => `${at}: ${message}`,
  );
};

describe("funds/parts-total-mismatch", () => {
  it("compares every column of money", () => {
    expect(said({ "funds.total.annualBudget": "300.00", "funds.otherFunds.annualExecution": "1.00" })).toEqual([
      "funds.total.annualBudget: 分项之和为 308.00，总额为 300.00",
      "funds.total.annualExecution: 分项之和为 307.75，总额为 306.75",
    ]);
  });

  it("passes over a column in which nothing was filled in, but not over a blank total above its parts", () => {
    const blank = Object.fromEntries(FUND_ROWS.map((row) => [`funds.${row}.initialBudget`, null]));
    expect(said(blank)).toEqual([]);
    expect(said({ "funds.total.initialBudget": null })).toEqual(["funds.total.initialBudget: 无法核对：表中空白"]);
    expect(said({ ...blank, "funds.total.initialBudget": "5.00" })).toEqual([
      "funds.total.initialBudget: 无法核对：资金分项全部空白",
    ]);
  });
});
