/** 评分等级与总分不符。 */
import { defineRule, observe } from "../../rule.ts";

export default defineRule({
  id: "scores/grade-mismatch",
  title: "评分等级与总分不符",
  severity: "error",
  editions: "all",
  basis: (edition) =>
    edition.gradeBands
      .flatMap((band) => [band.basis, ...(band.attested === undefined ? [] : [band.attested.basis])])
      .filter((citation, at, all) => all.indexOf(citation) === at),
  why: "等级是公开后被引用最多的一项，必须与总分对得上。",
  fix: "先核对总分，再按本版式的分数段填写等级。",
  *check({ sheet, form }) {
    // 总分空白由 scores/total-mismatch 说明，一处不报两次。
    if (sheet.rating === undefined || form.totalScore.kind !== "read") return;
    yield* observe(sheet.rating);
  },
  message: ({ printed, due }) => `按总分等级应为「${due}」，表中为「${printed}」`,
  examples: {
    bad: [{ rating: "良" }, { rating: "差" }],
    good: [{ totalScore: "98.960" }],
    uncheckable: [{ rating: null }, { rating: "合格" }],
  },
});
