/** 凭判断扣分的指标，扣分的比例全都一模一样。 */
import { indicatorPath } from "../../../place/form-path.ts";
import { type Decimal, HUNDRED, formatDecimal } from "../../../values/decimal.ts";
import { round } from "../../../values/rounding.ts";
import { defineRule, violated } from "../../rule.ts";
import { type ScoredRow, scoredRows } from "../../scored-rows.ts";

export default defineRule({
  id: "scores/uniform-deductions",
  title: "扣分比例千篇一律",
  severity: "note",
  editions: "all",
  basis: (edition) => [edition.rulePack.tolerances.repeatedRows.basis],
  why: "不同的指标各有各的完成情况，凭判断扣的分却全是同一比例，常是先定总分再分摊扣分。按完成比例可算出扣分的指标不计在内；其中只要有一项的比例不同，本条就不提示。",
  fix: "逐项对照完成情况重新考虑得分；确实相当的可以不改。",
  *check(context) {
    const rows = [...scoredRows(context)].filter(
      ({ lost, achievement }) => !lost.isZero() && achievement.kind !== "missed",
    );
    const [first, ...others] = rows;
    if (first === undefined || rows.length < context.edition.rulePack.tolerances.repeatedRows.value) return;
    if (others.some((row) => !shareLost(row).equals(shareLost(first)))) return;
    const names = rows.slice(0, NAMED).map(({ row }) => `「${row.name}」`);
    yield violated(indicatorPath(first.at, "score"), {
      count: String(rows.length),
      share: formatDecimal(shareLost(first)),
      names: `${names.join("")}${rows.length > NAMED ? "等" : ""}`,
    });
  },
  message: ({ count, share, names }) => `凭判断扣分的 ${count} 项指标都恰好扣了分值的 ${share}%：${names}`,
  examples: {
    bad: [
      {
        "indicators[2].name": "故障处置规范性",
        "indicators[2].target": "规范",
        "indicators[2].actual": "达成指标",
        "indicators[2].score": "12.00",
        "indicators[2].deviationNote": "个别工单记录不全。",
        "indicators[3].name": "故障响应及时性",
        "indicators[3].target": "及时",
        "indicators[3].actual": "达成指标",
        "indicators[3].score": "8.00",
        "indicators[4].score": "24.00",
        "indicators[4].deviationNote": "目录更新频率还可提高。",
        totalScore: "88.96",
        rating: "良",
      },
    ],
    good: [
      {
        "indicators[2].name": "故障处置规范性",
        "indicators[2].target": "规范",
        "indicators[2].actual": "达成指标",
        "indicators[2].score": "12.00",
        "indicators[2].deviationNote": "个别工单记录不全。",
        "indicators[3].name": "故障响应及时性",
        "indicators[3].target": "及时",
        "indicators[3].actual": "达成指标",
        "indicators[3].score": "8.10",
        "indicators[4].score": "24.00",
        "indicators[4].deviationNote": "目录更新频率还可提高。",
        totalScore: "89.06",
        rating: "良",
      },
    ],
    // 空白或无法识别的分值、得分另有规则说明；少几项仍可比较其余。
    uncheckable: [],
  },
});

/** How many names a sentence can hold. */
const NAMED = 6;

/** The share of the weight that was lost, as the percentage that the message prints: cut where no form tells shares apart. */
function shareLost({ lost, weight }: ScoredRow): Decimal {
  return round(lost.dividedBy(weight.points).times(HUNDRED), { mode: "half-up", places: 4 });
}
