/** 指标值是数而完成值不是，或指标值是文字而完成值是数。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Indicator } from "../../../form/indicator.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { moneyOf } from "../../../values/quantity.ts";
import { bareText } from "../../likeness.ts";
import { defineRule, uncheckable, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/answer-of-another-kind",
  title: "完成值与指标值不是同一种",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.targetsAndActuals],
  why: "指标值是数，完成值就要是同一单位的数；指标值是文字，完成值就要说明是否做到；否则比不出是否达成。",
  fix: "定量指标填实际达到的数和单位；定性指标填「达成指标」等三档之一；指标值本身不合适的，先更正指标值。",
  *check({ form }) {
    for (const [row, indicator] of form.indicators.entries()) {
      const at = indicatorPath(row, "actual");
      const kind = kindOf(indicator);
      if (kind === "unclear") yield uncheckable(at, `完成值「${indicator.actual.text}」里有数字，但认不出是哪个数`);
      else if (kind !== undefined) {
        yield violated(at, { target: indicator.target.text, actual: indicator.actual.text, kind });
      }
    }
  },
  message: ({ target, actual, kind }) => {
    switch (kind) {
      case "inexact":
        return `指标值为「${target}」，完成值「${actual}」不是一个确定的数`;
      case "words":
        return `指标值「${target}」是数，完成值「${actual}」是文字`;
      case "figure":
        return `指标值「${target}」是文字，完成值「${actual}」是数`;
    }
  },
  examples: {
    bad: [
      { "indicators[2].actual": "满意" },
      { "indicators[2].actual": "达成指标" },
      { "indicators[2].actual": "≥98%" },
      { "indicators[2].actual": "系统用户满意度98%以上" },
      { "indicators[4].actual": "100%" },
    ],
    good: [
      { "indicators[4].target": "每年不少于两次", "indicators[4].actual": "4(次)" },
      { "indicators[4].target": "<=概算批复", "indicators[4].actual": "达成指标" },
      { "indicators[4].target": "7*24小时服务", "indicators[4].actual": "365(天)" },
      { "indicators[2].name": "安全事故", "indicators[2].target": "0起", "indicators[2].actual": "未发生" },
      { "indicators[4].name": "安全事故", "indicators[4].target": "无事故", "indicators[4].actual": "0起" },
      { "indicators[0].target": "不超预算", "indicators[0].actual": "306.75万元" },
      { "indicators[4].name": "质保服务", "indicators[4].target": "12个月", "indicators[4].actual": "一年" },
      { "indicators[4].name": "质保服务", "indicators[4].target": "1年", "indicators[4].actual": "2024年1月至12月" },
    ],
    uncheckable: [{ "indicators[2].actual": "99.10%，其中夜间98.50%" }],
  },
});

function kindOf({ target, actual }: Indicator): "inexact" | "words" | "figure" | "unclear" | undefined {
  // 空白（只有横线的也算）由 target-blank、actual-blank 说明。
  if (bareText(target.text) === "" || bareText(actual.text) === "") return undefined;
  if (target.kind === "quantitative" && actual.kind === "wording") {
    // 「未发生」就是 0 起，「一年」就是 12 个月。
    if (target.quantity.number.isZero() && NONE.test(actual.text.trim())) return undefined;
    if (!/\d/u.test(actual.text)) return IN_CHARACTERS.test(actual.text.trim()) ? undefined : "words";
    if (INEXACT.test(actual.text)) return "inexact";
    return DATE_OR_LIMIT.test(actual.text) ? undefined : "unclear";
  }
  // 文字里说到数目的（「每年不少于四次」「八月前」），用数作答是正常的。
  if (target.kind === "wording" && actual.kind === "quantitative") {
    // 「不超预算」答花了多少，正是所问。
    if (moneyOf(actual.quantity) !== undefined && /预算|概算|批复|成本|控制|超/u.test(target.text)) return undefined;
    if (actual.quantity.number.isZero() && NONE.test(target.text.trim())) return undefined;
    return /[\d一二两三四五六七八九十百千万]/u.test(target.text) ? undefined : "figure";
  }
  return undefined;
}

const NONE = /^(?:全年|年内)?(?:无|零|未|没有|不发生|杜绝)/u;
const IN_CHARACTERS = /^[一二两三四五六七八九十百半]+个?(?:年|月|季度|周|天|日|小时|次|批|期|项|个|家|场|人|台|套)$/u;
const DATE_OR_LIMIT =
  /[年月日](?:底|初|份|中旬|上旬|下旬)?(?:前|之前)?(?:完成)?$|\d\p{Script=Han}{1,4}(?:以?内|之内)(?:完成)?$/u;

// 见于公开表：<1天、$\geq 90\%$；其余为常见写法。
const INEXACT =
  /[≥≤<>＜＞≧≦⩾⩽~～]|\\[gl]eq|以上|以下|以内|左右|大约|约\d|近\d|超过|超\d|不低于|不少于|不超过|不高于|至少|\d[-—–]\d/u;
