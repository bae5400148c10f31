/** What the rules of this group say of their own bad examples: the place and the sentence, read by a person. */
import { expect, it } from "vitest";
import { findEdition } from "../../../edition/recognise.ts";
import { scoreForm } from "../../../scoring/score-form.ts";
import { sampleForm } from "../../../testing/sample-form.ts";
import { auditForm } from "../../audit-form.ts";
import { RULES } from "../../registry.gen.ts";
import type { Patches, Rule } from "../../rule.ts";

function sentences(rule: Rule, patches: Patches): readonly string[] {
  const form = sampleForm(patches);
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error(form.edition);
  const findings = auditForm(form, scoreForm(form, edition), edition, undefined, [rule]);
  return findings.map(({ at, message }) => `${rule.id} ${at}: ${message}`);
}

it("say what is wrong, and where", () => {
  const rules = RULES.filter(({ id }) => id.startsWith("scores/"));
  expect(
    rules.flatMap((rule) => rule.examples.bad.flatMap((patches) => sentences(rule, patches))),
  ).toMatchInlineSnapshot(`
    [
      "scores/above-due indicators[3].score: 指标值 ≥99.00(%)，完成值 49.50(%)，按完成比例为 5.00 分，表中得 9.00 分",
      "scores/above-due indicators[3].score: 指标值 ≥99.00(%)，完成值 79.20(%)，按完成比例为 8.00 分，表中得 9.00 分",
      "scores/above-due indicators[3].score: 指标值 ≥99.00(%)，完成值 83.16(%)，按完成比例为 8.40 分，表中得 9.40 分",
      "scores/above-due indicators[3].score: 指标值 =0.00(起)，完成值 1.00(起)，按完成比例为 0.00 分，表中得 9.00 分",
      "scores/below-due indicators[3].score: 指标值 ≥99.00(%)，完成值 95.00(%)，按完成比例为 9.60 分，表中只得 8.60 分",
      "scores/below-due indicators[3].score: 指标值 ≥99.00(%)，完成值 95.00(%)，按完成比例为 9.60 分，表中只得 0.00 分",
      "scores/deduction-without-reason indicators[3].deviationNote: 分值 10.00，得分 9.00，扣 1 分；未填原因",
      "scores/deduction-without-reason indicators[2].deviationNote: 分值 15.00，得分 14.50，扣 0.5 分，而完成值 99.10(%) 已达到指标值 ≥98.00(%)；未填原因",
      "scores/deduction-without-reason indicators[4].deviationNote: 分值 30.00，得分 24.00，扣 6 分，完成情况为「达成指标」；未填原因",
      "scores/full-marks-though-missed indicators[3].score: 完成值 95.00(%) 未达指标值 ≥99.00(%)，却得满分 10.00；按完成比例为 9.60",
      "scores/full-marks-though-missed indicators[3].score: 完成值 95.00(%) 未达指标值 ≥99.00(%)，却得满分 10.00；按完成比例为 9.60",
      "scores/full-marks-though-missed indicators[1].score: 完成值 295.00(次) 未达指标值 ≥300.00(次)，却得满分 15.00；按完成比例为 14.75",
      "scores/grade-mismatch rating: 按总分等级应为「优」，表中为「良」",
      "scores/grade-mismatch rating: 按总分等级应为「优」，表中为「差」",
      "scores/met-but-deducted indicators[3].score: 完成值 95.00(%) 已达到指标值 ≥95.00(%)，却只得 9.00 分（分值 10.00）",
      "scores/met-but-deducted indicators[5].score: 完成值 93.00(%) 已达到指标值 ≥90.00(%)，却只得 9.00 分（分值 10.00）",
      "scores/on-grade-border totalScore: 总分恰为 90.00，正好够上「优」",
      "scores/outside-tier indicators[4].score: 完成情况为「达成指标」，分值 30.00 的这一档为 24.00—30.00 分，表中为 23.90 分",
      "scores/outside-tier indicators[4].score: 完成情况为「部分达成指标并具有一定效果」，分值 30.00 的这一档为 18.00—24.00 分，表中为 30.00 分",
      "scores/outside-tier indicators[4].score: 完成情况为「未达成指标且效果较差」，分值 30.00 的这一档为 0.00—18.00 分，表中为 20.00 分",
      "scores/reason-without-deduction indicators[1].deviationNote: 这里说到没有做到的地方，得分却是满分 15.00",
      "scores/reason-without-deduction indicators[4].deviationNote: 这里说到没有做到的地方，得分却是满分 30.00",
      "scores/score-over-weight indicators[0].score: 得分 10.50 不在 0 与分值 10.00 之间",
      "scores/score-over-weight indicators[3].score: 得分 -1.00 不在 0 与分值 10.00 之间",
      "scores/total-mismatch totalScore: 各项得分之和为 98.96，总分为 98.97",
      "scores/uniform-deductions indicators[1].score: 有 3 项指标都恰好扣了分值的 20%：「日常巡检次数」「提升数据共享水平」「使用部门满意度」",
    ]
  `);
});
