/** Whether a row's target was met, by its name and note too, where the comparator alone does not tell. */
import type { Indicator } from "../form/indicator.ts";
import { type Achievement, targetMet } from "../scoring/target-met.ts";
import { sameUnit } from "../values/quantity.ts";
import { disownsFigure } from "./deviation-reason.ts";
import { directionOf } from "./indicator-nature.ts";

/**
 * As `targetMet`, but nothing is claimed where the note itself says that a value is wrong. And an 「=」 before what is
 * better the lower (工期 =180 天, 成本 =308 万元) may be a limit, which less does not miss and
 * more does. Where only the unit is one of time, as in 时效指标, nobody can tell whether less is quicker or shorter than
 * agreed.
 */
export function achievementOf(indicator: Indicator): Achievement {
  const { target, actual, deviationNote } = indicator;
  if (disownsFigure(deviationNote)) return cannotTell("偏差原因一栏说指标值或完成值填错");
  const achievement = targetMet(target, actual);
  if (target.kind !== "quantitative" || actual.kind !== "quantitative" || target.comparator !== "=") return achievement;
  if (target.quantity.number.isZero() || !sameUnit(target.quantity, actual.quantity)) return achievement;
  const over = actual.quantity.number.comparedTo(target.quantity.number);
  if (over === 0) return achievement;
  if (directionOf(indicator) === "less")
    return over > 0 ? { kind: "missed", share: undefined } : cannotTell("看不出「=」是不是上限");
  return isTime(indicator, target.quantity.unit) ? cannotTell("看不出是越快越好，还是不少于") : achievement;
}

function isTime({ level2 }: Indicator, unit: string): boolean {
  return level2.includes("时效") && /^(?:秒|分钟|小时|个?工作日|日历天|天|日|周|个?月|年)$/u.test(unit);
}

function cannotTell(reason: string): Achievement {
  return { kind: "cannot-tell", reason };
}
