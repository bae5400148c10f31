/** 指标值的用词与指标本身的方向相反，或答非所问，疑为从别栏粘贴。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { defineRule, violated } from "../../rule.ts";

const RAISE = "提高|提升|增强|加强|增加|增长|扩大|促进|推动|推进|改善";
const LOWER = "降低|减少|减轻|下降|压缩|缩短|缩减";
/** The direction that an indicator's name states, at its beginning or its end. */
const NAMED = (verbs: string) => new RegExp(`^(?:${verbs})|(?:${verbs})(?:情况|程度)?$`, "u");
/** A target that is nothing but a verb, however softened. */
const ONLY = (verbs: string) =>
  new RegExp(`^(?:有所|有效|充分|逐步|逐年|不断|持续|明显|显著|进一步|稳步|大幅)?(?:${verbs})$`, "u");
const ANY = (words: string) => new RegExp(words, "u");

/** A target in `only` cannot belong to a name in `named`, unless the name also speaks of what is in `unless`. */
const CONTRADICTIONS = [
  { only: ONLY(LOWER), named: NAMED(RAISE), unless: ANY(LOWER), says: "方向相反" },
  { only: ONLY(RAISE), named: NAMED(LOWER), unless: ANY(RAISE), says: "方向相反" },
  {
    only: ONLY("节能"),
    named: NAMED(`${RAISE}|避免|杜绝|防止|保护|维护`),
    unless: ANY("能|电|耗|碳|排|绿|环|资源|机房|算力|设备|无纸"),
    says: "看不出两者有何联系",
  },
  {
    only: ONLY("节约|节省"),
    named: NAMED(RAISE),
    unless: ANY("节|成本|费|资|支出|投入|价|财|源|能|用|效|时|量|率|集约|减"),
    says: "看不出两者有何联系",
  },
  { only: ONLY("提供"), named: ANY("."), unless: ANY("供|服务|支撑|保障|支持"), says: "没有说提供什么" },
  { only: ONLY("发挥"), named: ANY("."), unless: ANY("发挥|作用|效|功能|优势"), says: "没有说发挥什么" },
] as const;

export default defineRule({
  id: "wording/target-cannot-belong",
  title: "指标值与指标对不上",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "指标要提高，指标值却写降低，多半是整列粘贴时错了行。这样的指标无论怎样完成都无法评价。",
  fix: "对照预算批复时的绩效目标，核对是哪一行的指标值串了位，改回本行的指标值。",
  *check({ form }) {
    for (const [row, { name, target }] of form.indicators.entries()) {
      const wording = target.text.replaceAll(/[\s。.，,]/gu, "");
      const subject = name.replaceAll(/\s/gu, "");
      const found = CONTRADICTIONS.find(
        ({ only, named, unless }) => only.test(wording) && named.test(subject) && !unless.test(subject),
      );
      if (found !== undefined)
        yield violated(`indicators[${row}].target`, { name: subject, target: wording, says: found.says });
    }
  },
  message: ({ name, target, says }) => `指标「${name}」的指标值为「${target}」，${says}`,
  examples: {
    bad: [
      { "indicators[4].target": "降低" },
      { "indicators[4].name": "降低群众办事负担", "indicators[4].target": "有所提高" },
      { "indicators[4].name": "提高食品安全", "indicators[4].target": "节能" },
      { "indicators[4].name": "推动地方经济发展", "indicators[4].target": "节约" },
      { "indicators[4].name": "节能减排", "indicators[4].target": "提供" },
      { "indicators[4].name": "促进智慧城市发展", "indicators[4].target": "发挥" },
    ],
    good: [
      { "indicators[4].name": "降低数据重复采集", "indicators[4].target": "降低" },
      { "indicators[4].name": "提高节能水平", "indicators[4].target": "节能" },
      { "indicators[4].name": "提高办事效率", "indicators[4].target": "节约" },
      { "indicators[4].name": "提升效率、降低负担", "indicators[4].target": "降低" },
      { "indicators[4].name": "推进数字化转型", "indicators[4].target": "提升" },
      { "indicators[4].name": "数据归集服务", "indicators[4].target": "提供" },
      { "indicators[4].name": "专家参谋作用", "indicators[4].target": "充分发挥" },
    ],
    uncheckable: [],
  },
});
