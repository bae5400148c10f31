/** A form with much of everything, for tests of pages: 120 characters of name, long goals, hundreds of indicators. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import { SAMPLE_FORM, sampleForm } from "@zipingbiao/core/testing";

const GROUPS = ["成本指标", "产出指标", "效益指标", "满意度指标"];

/** `rows` indicators in four groups; an address in the goal that no line can hold and nothing may break. */
export function longForm(rows: number): SelfEvaluationForm {
  const indicators = Array.from({ length: rows }, (_, row) => ({
    ...SAMPLE_FORM.indicators[1],
    level1: GROUPS[Math.floor((row * GROUPS.length) / rows)],
    level2: `生态环境成本指标${Math.floor(row / 5)}`,
    name: `第${row}项${row % 7 === 0 ? "，名称很长的指标".repeat(12) : ""}`,
    weight: "0.10",
    score: "0.10",
    deviationNote: row % 4 === 0 ? "因机房搬迁，部分设备停机，已调整计划。" : "",
  }));
  return sampleForm({
    projectName: "城市数字化转型专项资金项目".repeat(9).slice(0, 120),
    overallGoal: {
      expected: "全年保障平台稳定运行；\n".repeat(40),
      actual: `网址为 ${"unbrokenaddress".repeat(12)}，运行稳定。`.repeat(5),
    },
    indicators,
    totalScore: null,
    totalWeight: null,
  });
}
