/** 同一个词连写了两遍。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { proseOf } from "../../../form/place-in-form.ts";
import { defineRule, violated } from "../../rule.ts";

const DOUBLED = /(?!(\p{Script=Han})\1)(\p{Script=Han}{2,8})\2/gu;

export default defineRule({
  id: "wording/doubled-words",
  title: "词语重复",
  severity: "note",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "「系统系统」「验收验收」多半是修改时没有删净，公开后显得没有校对。",
  fix: "读一遍，删去多写的一个；确需连写的可以不改。",
  *check({ form }) {
    for (const { at, text } of proseOf(form)) {
      if (!hasPairTwice(text)) continue;
      const found = [...new Set(Array.from(text.matchAll(DOUBLED), ([piece]) => piece))];
      if (found.length > 0) yield violated(at, { found: found.slice(0, 3).join("」「") });
    }
  },
  message: ({ found }) => `词语连写了两遍：「${found}」`,
  examples: {
    bad: [
      { "overallGoal.actual": "全年平台平台运行稳定，未发生重大责任事故。" },
      { "indicators[2].name": "故障解决解决率" },
    ],
    good: [{ "overallGoal.actual": "人人参与、常常巡检，平台运行稳定；“数据”数据均已归集。" }],
    uncheckable: [],
  },
});

/** Whether two neighbouring characters come again as soon as a doubled word needs; told without a search for words. */
function hasPairTwice(text: string): boolean {
  for (let at = 0; at + 3 < text.length; at += 1) {
    const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    for (let again = at + 2; again <= at + MOST_UNITS && again + 1 < text.length; again += 1)
      if (text.charCodeAt(again) === first && text.charCodeAt(again + 1) === second) return true;
  }
  return false;
}

/** Eight characters, each of two UTF-16 units at most. */
const MOST_UNITS = 16;
