/** 满意度放在了别的指标之下，或满意度指标里放了别的内容。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/satisfaction-misplaced",
  title: "满意度与满意度指标放错位置",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "满意度单列一类计分；放到别处，或在满意度下放别的内容，服务对象满意不满意就没有得到考核。",
  fix: "把满意度移到满意度指标之下；满意度指标下的其他内容移到它所属的一类，并核对各类分值。",
  *check({ form }) {
    for (const [row, { level1, level2, name, target, actual }] of form.indicators.entries()) {
      const group = `${level1}${level2}`.replaceAll(/\s/gu, "");
      const words = `${name}${target.text}${actual.text}`.replaceAll(/\s/gu, "");
      const inGroup = group.includes("满意");
      if (group !== "" && !inGroup && IS_SATISFACTION.test(name.replaceAll(/\s/gu, ""))) {
        yield violated(indicatorPath(row, "level2"), { name, group: level2 || level1, kind: "elsewhere" });
      } else if (inGroup && name.trim() !== "" && !TELLS_OF_SATISFACTION.test(words)) {
        yield violated(indicatorPath(row, "name"), { name, group: level2 || level1, kind: "other" });
      }
    }
  },
  message: ({ name, group, kind }) =>
    kind === "elsewhere"
      ? `「${name}」说的是满意度，却列为「${group}」`
      : `「${name}」列为「${group}」，说的不是满意度`,
  examples: {
    bad: [
      { "indicators[4].name": "政府部门满意", "indicators[4].target": "满意" },
      { "indicators[4].name": "政府部门满意度", "indicators[4].target": "≥85%", "indicators[4].actual": "90%" },
      {
        "indicators[5].name": "试点工程项目管理",
        "indicators[5].target": "按时完成",
        "indicators[5].actual": "达成指标",
      },
    ],
    good: [
      { "indicators[4].name": "满意度调查覆盖面", "indicators[4].target": "全面" },
      { "indicators[5].name": "实际效果", "indicators[5].target": "满意", "indicators[5].actual": "满意" },
      { "indicators[5].name": "办事体验", "indicators[5].target": "良好", "indicators[5].actual": "良好" },
      { "indicators[5].name": "群众安全感" },
      {
        "indicators[5].name": "群众测评得分",
        "indicators[5].target": "≥90.00(分)",
        "indicators[5].actual": "93.00(分)",
      },
      { "indicators[5].name": "有效投诉数", "indicators[5].target": "=0(起)", "indicators[5].actual": "0(起)" },
    ],
    uncheckable: [],
  },
});

// 见于公开表：政府行业部门满意（列在可持续影响指标之下）。
const IS_SATISFACTION = /(?:满意|满意[度率])(?:[（(][^（()）]*[)）])?$/u;

const TELLS_OF_SATISFACTION =
  /满意|好评|差评|投诉|举报|信访|上访|表扬|锦旗|评价|测评|评分|认可|认同|信任|支持率|拥护|口碑|反馈|反映|意见|体验|感受|获得感|幸福感|安全感/u;
