import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readActual } from "../form/actual.ts";
import { readTarget } from "../form/target.ts";
import { decimalText } from "../testing/form-arbitrary.ts";
import { decimal } from "../values/decimal.ts";
import { targetMet } from "./target-met.ts";

function said(target: string, actual: string): string {
  const achievement = targetMet(readTarget(target), readActual(actual));
  if (achievement.kind === "missed") return `missed ${achievement.share?.toFixed(2) ?? "?"}`;
  return achievement.kind === "met" ? "met" : achievement.reason;
}

describe("a target", () => {
  it.each([
    ["≥90.00(%)", "90.00(%)", "met"],
    ["≥90.00(%)", "89.99(%)", "missed 1.00"],
    [">365.00(天)", "365.00(天)", "missed 1.00"],
    [">365.00(天)", "365.01(天)", "met"],
    ["=6.00(次)", "6.00(次)", "met"],
    ["=6.00(次)", "7.00(次)", "met"],
    ["=6.00(次)", "3.00(次)", "missed 0.50"],
    ["≤5.00(%)", "5.00(%)", "met"],
    ["≤5.00(%)", "10.00(%)", "missed 0.50"],
    ["<1天", "1天", "missed 1.00"],
    ["<1天", "0.5天", "met"],
    ["<1天", "4天", "missed 0.25"],
    // Nothing reached is a share of zero; nothing allowed, or less than nothing reached, is no share at all.
    ["≥90.00(%)", "0.00(%)", "missed 0.00"],
    ["≤0.00(起)", "1.00(起)", "missed 0.00"],
    ["≥90.00(%)", "-1.00(%)", "missed ?"],
    [">0.00(起)", "0.00(起)", "missed ?"],
    ["<0.00(%)", "0.00(%)", "missed ?"],
    ["≤-1.00(%)", "1.00(%)", "missed ?"],
    ["≥90％", "95%", "met"],
    ["", "", "年度指标值空白"],
    ["及时", "", "实际完成值空白"],
    ["及时", "及时", "年度指标值为文字表述"],
    ["100%", "满意", "年度指标值为数量而实际完成值为文字表述"],
    ["24小时/天", "8760小时/年", "单位不同：指标值为「小时/天」，完成值为「小时/年」"],
  ])("%s answered by %s: %s", (target, actual, expected) => expect(said(target, actual)).toBe(expected));

  const two = [decimalText(1, 10_000_00), decimalText(0, 20_000_00)] as const;

  it("that is missed was reached by a share of less than the whole, where more is better", () => {
    fc.assert(
      fc.property(fc.constantFrom("≥", "="), ...two, (sign, due, reached) => {
        const achievement = targetMet(readTarget(`${sign}${due}(个)`), readActual(`${reached}(个)`));
        const enough = decimal(reached).greaterThanOrEqualTo(due);
        expect(achievement.kind).toBe(enough ? "met" : "missed");
        if (achievement.kind !== "missed" || achievement.share === undefined) return;
        expect(achievement.share.lessThan(1)).toBe(true);
        expect(achievement.share.times(due).minus(reached).abs().lessThan("1e-9")).toBe(true);
      }),
    );
  });

  it("and its opposite are never both met, but by what lies between", () => {
    fc.assert(
      fc.property(...two, (due, reached) => {
        const met = (sign: string) => targetMet(readTarget(`${sign}${due}`), readActual(reached)).kind === "met";
        expect([met("≥"), met(">")]).toEqual([!met("<"), !met("≤")]);
        expect(met("≥") && met("≤")).toBe(decimal(due).equals(reached));
      }),
    );
  });
});
