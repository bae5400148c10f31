import { expect, it } from "vitest";
import { saysTheSame } from "./retyped-cell.ts";

it.each([
  ["funds.total.annualBudget", "308.00", "308"],
  ["indicators[0].score", "9.90", "9.9"],
  ["indicators[0].name", "加强 业务", "加强业务"],
  ["overallGoal.actual", "一、完成。\n二、完成。", "一、完成。二、完成。"],
  ["projectCode", "A1", null],
  ["notes", "略", null],
])("%s: %j and %j say the same", (at, before, after) => expect(saysTheSame({ at, before, after })).toBe(true));

it.each([
  ["funds.total.annualBudget", "308.00", "308.01"],
  ["funds.total.annualBudget", "308.00", null],
  ["funds.total.annualBudget", null, "0.00"],
  ["indicators[0].target", "≥250.00(次)", "≥250(次)"],
  ["rating", "优", "良"],
  ["notes", "略", "详"],
])("%s: %j and %j do not", (at, before, after) => expect(saysTheSame({ at, before, after })).toBe(false));
