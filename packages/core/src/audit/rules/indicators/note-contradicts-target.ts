/** 偏差原因自己写明指标值填错，或另给了一个指标值。 */
import { DISCLOSED_FORMS } from "../../../basis/disclosed-forms.ts";
import { type Target, readTarget } from "../../../form/target.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { sameUnit } from "../../../values/quantity.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/note-contradicts-target",
  title: "说明与本行的指标值矛盾",
  severity: "warning",
  editions: "all",
  basis: () => [DISCLOSED_FORMS.disownedTarget],
  why: "说明里承认指标值填错而表中仍是错的，公众看到的目标、完成情况和得分就都对不上。",
  fix: "核对批复的绩效目标：指标值确实填错的，改正指标值并按改后的值重新评分；没有填错的，改写说明。",
  *check({ form }) {
    for (const [at, { target, deviationNote }] of form.indicators.entries()) {
      if (target.kind === "blank") continue;
      const stated = statedTarget(deviationNote);
      if (stated === undefined ? !DISOWNED.test(deviationNote) : agrees(stated, target)) continue;
      yield violated(indicatorPath(at, "target"), { target: target.text, stated: stated ?? "" });
    }
  },
  message: ({ target, stated }) =>
    stated === ""
      ? `指标值为「${target}」，而本行说明写明指标值填写有误`
      : `指标值为「${target}」，而本行说明写明应为「${stated}」`,
  examples: {
    bad: [
      { "indicators[3].deviationNote": "指标值填报错误，应该为≥90.00(%)" },
      { "indicators[3].deviationNote": "目标值应为95%，备件到货较晚，已增加库存。" },
      { "indicators[3].deviationNote": "年度指标值填写有误，备件到货较晚，已增加库存。" },
      { "indicators[3].deviationNote": "指标值应是：＞99%，备件到货较晚，已增加库存。" },
    ],
    good: [
      { "indicators[3].deviationNote": "指标值应为99％，备件到货较晚，已增加库存。" },
      { "indicators[3].deviationNote": "指标值填报错误，应为≥99.00(%)，备件到货较晚，已增加库存。" },
      { "indicators[3].deviationNote": "指标值为全年累计数，备件到货较晚，应急响应为 2 小时。" },
      { "indicators[3].deviationNote": "备件型号填写有误，到货较晚，距指标值差 4 个百分点。" },
    ],
    uncheckable: [],
  },
});

const SUBJECT = "(?:指标值|目标值)";
/** 「指标值……应为≥8500」，中间不隔句。 */
const STATED = new RegExp(
  `${SUBJECT}[^。；;！？]{0,12}应(?:该|当)?(?:为|是)[：:]?\\s*([≥≤><=＞＜＝]{0,2}\\s*\\d[\\d,]*(?:\\.\\d+)?(?:\\s*[（(][^（()）]*[)）]|[%％])?)`,
  "u",
);
/** 「指标值填报错误」。 */
const DISOWNED = new RegExp(`${SUBJECT}[^，,。；;！？]{0,6}(?:错误|有误|失误|填错|写错|报错|笔误)`, "u");

function statedTarget(note: string): string | undefined {
  return STATED.exec(note)?.[1]?.trim();
}

/** Whether the note's words are the printed target; what the note leaves out (sign, unit) is not held against it. */
function agrees(stated: string, target: Target): boolean {
  const said = readTarget(stated);
  if (said.kind !== "quantitative" || target.kind !== "quantitative") return false;
  const signed = /^[≥≤><=＞＜＝]/u.test(stated);
  return (
    said.quantity.number.equals(target.quantity.number) &&
    (!signed || said.comparator === target.comparator) &&
    (said.quantity.unit === "" || sameUnit(said.quantity, target.quantity))
  );
}
