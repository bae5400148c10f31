import { expect, it } from "vitest";
import { findEdition } from "../../../edition/recognise.ts";
import { scoreForm } from "../../../scoring/score-form.ts";
import { sampleForm } from "../../../testing/index.ts";
import rule from "./cell-unreadable.ts";

function seen(unreadable: readonly object[]): readonly string[] {
  const edition = findEdition("sh-2024");
  if (edition === undefined) throw new Error("no edition");
  const form = sampleForm({ unreadable });
  return Array.from(rule.check({ form, edition, sheet: scoreForm(form, edition) }), (one) =>
    one.outcome === "violated" ? `${one.at}: ${rule.message(one.facts)}` : `${one.at} 无法核对: ${one.reason}`,
  );
}

const place = (at: string, candidates: readonly string[] | undefined, reason = "少印了一个数。") => ({
  at,
  text: "0.00",
  origin: { file: "表.txt", line: 9 },
  reason,
  candidates,
});

it("tells the cells of one fund row in one doubt once, and each other cell by itself", () => {
  expect(
    seen([
      place("funds.carryover.initialBudget", ["0.00", ""]),
      place("funds.carryover.annualBudget", ["", "0.00"]),
      place("funds.otherFunds.annualBudget", ["0.00", ""]),
      place("funds.carryover.annualExecution", ["0.00", ""], "字迹模糊"),
      place("overallGoal.expected", ["甲".repeat(31), "乙"]),
      place("overallGoal.actual", ["甲".repeat(30), "乙"]),
    ]),
  ).toEqual([
    "funds.carryover.initialBudget: 此处的读法不能确定：少印了一个数；可能是「0.00」或空白；同一行的全年预算数也是如此",
    "funds.otherFunds.annualBudget: 此处的读法不能确定：少印了一个数；可能是「0.00」或空白",
    "funds.carryover.annualExecution: 此处的读法不能确定：字迹模糊；可能是「0.00」或空白",
    `overallGoal.expected: 此处的读法不能确定：少印了一个数；可能是「${"甲".repeat(30)}…」或「乙」`,
    `overallGoal.actual: 此处的读法不能确定：少印了一个数；可能是「${"甲".repeat(30)}」或「乙」`,
  ]);
});

it("says of a cell without content that it could not be read, and what was printed", () => {
  expect(
    seen([
      place("projectCode", undefined, "字迹无法辨认。"),
      place("rating", ["优"]),
      { ...place("indicators[0].name", undefined), text: "" },
    ]),
  ).toEqual([
    "projectCode 无法核对: 此处读不出，原件为「0.00」：字迹无法辨认",
    "rating: 此处的读法不能确定：少印了一个数；可能是「优」",
    "indicators[0].name: 此处的读法不能确定：少印了一个数",
  ]);
});
