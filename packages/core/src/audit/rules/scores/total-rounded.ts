/** 总分是各项得分之和取舍到较少位数的数。 */
import { DISCLOSED_FORMS } from "../../../basis/disclosed-forms.ts";
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { isRoundedTotal } from "../../printed-rounding.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "scores/total-rounded",
  title: "总分取舍了小数",
  severity: "note",
  editions: "all",
  basis: () => [DISCLOSED_FORMS.sums, REVIEW_PRACTICE.roundingByHand],
  why: "各项得分有两位小数，总分少印了位数。数没有算错，但读者加起来对不上；取舍后恰好跨过等级分界的，等级也会引起疑问。",
  fix: "按各项得分相加的数填写总分，位数保留两位；再看等级。",
  *check({ sheet: { totalScore } }) {
    const { printed, due, agrees } = totalScore;
    if (agrees === false && due.kind === "exact" && isRoundedTotal(printed, due.value))
      yield violated("totalScore", { printed, due: due.text });
  },
  message: ({ printed, due }) => `各项得分之和为 ${due}，总分取舍为 ${printed}`,
  examples: {
    bad: [{ totalScore: "99" }, { totalScore: "98.9" }],
    good: [{ totalScore: "98.960" }],
    uncheckable: [],
  },
});
