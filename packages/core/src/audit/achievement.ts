/** Whether a row's target was met, by its name and note too, where the comparator alone does not tell. */
import type { Indicator } from "../form/indicator.ts";
import type { Comparator } from "../form/target.ts";
import { type Achievement, targetMet } from "../scoring/target-met.ts";
import { isPercentage } from "../values/quantity.ts";
import { isLate } from "./deadline.ts";
import { disownsFigure } from "./deviation-reason.ts";
import { type Direction, directionOf } from "./indicator-nature.ts";

/**
 * As `targetMet`, but wording that says 「未完成」 and a date after the deadline are misses; and nothing is claimed where
 * the note itself says that a value is wrong, or where the sign is against the name. An 「=」 before what is better the
 * lower (工期 =180 天, 成本 =308 万元) may be a limit, which less does not miss and more does. Where only the unit is one of
 * time, as in 时效指标, nobody can tell whether less is quicker or shorter than agreed.
 */
export function achievementOf(indicator: Indicator): Achievement {
  const { target, actual, deviationNote } = indicator;
  if (disownsFigure(deviationNote)) return cannotTell("偏差原因一栏称指标值或完成值填写有误");
  if (target.kind === "wording" && actual.kind === "wording" && saysNotDone(target.text, actual.text)) {
    return { kind: "missed", share: undefined };
  }
  const achievement = targetMet(target, actual);
  if (target.kind !== "quantitative" || actual.kind !== "quantitative" || achievement.kind === "cannot-tell") {
    return achievement;
  }
  const direction = directionOf(indicator);
  const { comparator, quantity } = target;
  if (comparator !== "=") {
    const isAgainstName = isPercentage(quantity) && direction !== undefined && direction !== asks(comparator);
    return isAgainstName ? cannotTell("指标值的符号与名称相反") : achievement;
  }
  const over = actual.quantity.number.comparedTo(quantity.number);
  if (over === 0 || quantity.number.isZero()) return achievement;
  if (direction === "less") {
    return over > 0 ? { kind: "missed", share: undefined } : cannotTell("无法确定「=」是否为上限");
  }
  return isTime(indicator, quantity.unit) ? cannotTell("无法确定以更快为好还是以不少于为准") : achievement;
}

function asks(comparator: Comparator): Direction {
  return comparator === "≥" || comparator === ">" ? "more" : "less";
}

/** 未按时完成, 不合格; or a date after the deadline. */
function saysNotDone(target: string, actual: string): boolean {
  return (NOT_DONE.test(actual.trim()) && !NOT_DONE.test(target.trim())) || isLate(target, actual) === true;
}

const NOT_DONE =
  /^(?:尚?未(?:能)?(?:完成|达标|达到|实现|开展|实施|启动|按时|按期|及时|验收)|没有(?:完成|达到|实现|开展|实施)|不(?:及时|合格|达标|规范|健全|完善|到位|满意)|延期|逾期|推迟|滞后)/u;

function isTime({ level2 }: Indicator, unit: string): boolean {
  return level2.includes("时效") && /^(?:秒|分钟|小时|个?工作日|日历天|天|日|周|个?月|年)$/u.test(unit);
}

function cannotTell(reason: string): Achievement {
  return { kind: "cannot-tell", reason };
}
