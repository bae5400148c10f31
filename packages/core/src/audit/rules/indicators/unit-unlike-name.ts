/** 单位与指标名称说的不是一类：数量以百分号计，比率以个数计，时长以次数计。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { defineRule, violated } from "../../rule.ts";
import { kindUnlikeUnit, unitThatIsAll } from "../../unit-words.ts";

const SAYS = {
  "count-in-percent": "数量，却以百分比计",
  "count-in-time": "数量，却以时间计",
  "share-in-other": "比率，却不以百分比计",
  "duration-in-other": "时长，却不以时间计",
} as const;

export default defineRule({
  id: "indicators/unit-unlike-name",
  title: "单位与指标名称不相称",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.targetsAndActuals, REVIEW_PRACTICE.namesOfIndicators],
  why: "名称说的是一回事，单位说的是另一回事，读者不知道考核的究竟是什么，数字也无从核实。",
  fix: "核对批复的绩效目标：名称不错的改单位和数值，单位不错的把名称改成它考核的内容。",
  *check({ form }) {
    for (const [row, indicator] of form.indicators.entries()) {
      // 原因栏写着真正单位的，由 indicators/note-unit-mismatch 一并说明。
      if (unitThatIsAll(indicator.deviationNote) !== undefined) continue;
      const kind = kindUnlikeUnit(indicator);
      if (kind === undefined) continue;
      const field = indicator.target.kind === "quantitative" ? "target" : "actual";
      yield violated(indicatorPath(row, field), { name: indicator.name, printed: indicator[field].text, kind });
    }
  },
  message: ({ name, printed, kind }) => `「${name}」说的是${SAYS[kind]}：「${printed}」`,
  examples: {
    bad: [
      { "indicators[1].target": "≥70.00(%)", "indicators[1].actual": "78.00(%)" },
      { "indicators[1].target": "≥250.00(天)", "indicators[1].actual": "295.00(天)" },
      { "indicators[2].target": "≥98.00(次)", "indicators[2].actual": "99.00(次)" },
      {
        "indicators[3].name": "故障响应时间",
        "indicators[3].target": "≤9.00(次)",
        "indicators[3].actual": "10.00(次)",
      },
    ],
    good: [
      {
        "indicators[1].name": "短信发送速率",
        "indicators[1].target": "≥250.00(条/秒)",
        "indicators[1].actual": "295.00(条/秒)",
      },
      {
        "indicators[1].name": "巡检次数完成情况",
        "indicators[1].target": "≥70.00(%)",
        "indicators[1].actual": "78.00(%)",
      },
      { "indicators[2].target": "≥9.80(‰)", "indicators[2].actual": "9.90(‰)" },
      { "indicators[2].target": "≥98.00(百分比)", "indicators[2].actual": "99.10(百分比)" },
      {
        "indicators[2].name": "终端配备率",
        "indicators[2].target": "≥1.20(台/人)",
        "indicators[2].actual": "1.25(台/人)",
      },
    ],
    uncheckable: [],
  },
});
