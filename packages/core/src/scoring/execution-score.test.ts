import { describe, expect, it } from "vitest";
import { SH_2024 } from "../edition/sh-2024.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { decimal } from "../values/decimal.ts";
import { money } from "../values/money.ts";
import { rateOf } from "../values/rate.ts";
import { score } from "../values/score.ts";
import type { Due } from "./due.ts";
import { dueExecutionRate, dueExecutionScore, executionScore } from "./execution-score.ts";

const text = (due: Due) => (due.kind === "unknown" ? `? ${due.reason}` : due.text);

describe("the total row of the fund table", () => {
  const row = (annualBudget: string | null, annualExecution: string | null, weight = "10.00", unread?: string) =>
    sampleForm({
      "funds.total.annualBudget": annualBudget,
      "funds.total.annualExecution": annualExecution,
      "funds.total.weight": weight,
      ...(unread === undefined
        ? {}
        : { unreadable: [{ at: `funds.total.${unread}`, text: "□", origin: { file: "甲.pdf" }, reason: "不清" }] }),
    }).funds.total;
  const due = (line: ReturnType<typeof row>) => [
    text(dueExecutionRate(line, SH_2024)),
    text(dueExecutionScore(line, SH_2024)),
  ];

  it.each([
    [null, "1.00", undefined, "? 全年预算数空白"],
    ["1.00", null, undefined, "? 全年执行数空白"],
    [null, "1.00", "annualBudget", "? 全年预算数无法识别"],
    ["1.00", null, "annualExecution", "? 全年执行数无法识别"],
    ["0.00", "1.00", undefined, "? 全年预算数为 0 而全年执行数不为 0"],
  ])("with %s and %s has neither rate nor score, for the same reason", (budget, spent, unread, reason) => {
    expect(due(row(budget, spent, "10.00", unread))).toEqual([reason, reason]);
  });

  it("without any money has a rate of zero and no score", () => {
    expect(due(row("0.00", "0.00"))).toEqual(["0.00", "? 全年预算数为 0，没有执行率可据以计分"]);
  });

  it("with a budget of which nothing was spent has both", () => {
    expect(due(row("100.00", "0.00"))).toEqual(["0.00", "0.00"]);
  });

  it("takes the longest figures of the wire", () => {
    expect(due(row("0.0000000001", "999999999999999999.00"))).toEqual(["999999999999999999000000000000.00", "10.00"]);
  });

  it("scores as many places as the weight has", () => {
    expect(due(row("100.00", "100.00", "9.999"))).toEqual(["100.00", "9.999"]);
    expect(due(row("100.00", "50.00", "9.998"))).toEqual(["50.00", "5.00"]);
  });
});

describe("the score of a rate", () => {
  const points = (spent: string, weight = "10") => {
    const rate = rateOf(money(decimal(spent), "元"), money(decimal("1000"), "元"));
    if (rate === undefined) throw new Error("no rate");
    const earned = executionScore(rate, score(decimal(weight)), { mode: "half-up", places: 2 });
    expect(earned.kind).toBe("score");
    return earned.points.toString();
  };

  it.each([
    ["-200", "0"],
    ["0", "0"],
    ["978.4", "9.78"],
    ["978.5", "9.79"],
    ["1000", "10"],
    ["1200", "10"],
  ])("of %s in a thousand is %s, never below zero or above the weight", (spent, expected) => {
    expect(points(spent)).toBe(expected);
  });

  it("is not lifted above the weight by rounding", () => expect(points("1000", "9.999")).toBe("9.999"));
});
