/** 项目名称、实施单位或三级指标没有填写。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { type FormPath, indicatorPath } from "../../../place/form-path.ts";
import { defineRule, violated } from "../../rule.ts";

/** Strokes that stand for nothing. Dots, which stand for something to come, are told by `wording/placeholder-left`. */
const NO_NAME = /^(?:无|[—–－／/-]*)$/u;

export default defineRule({
  id: "wording/name-blank",
  title: "项目名称、实施单位或三级指标空白",
  severity: "error",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "不知道是哪个单位的哪个项目、考核的是什么，表中其他内容就无从核对，公开后也无法查找。",
  fix: "对照预算批复和绩效目标申报表补填全称；多余的指标行连同分值一并删去。",
  *check({ form }) {
    const names: readonly (readonly [at: FormPath, what: string, text: string])[] = [
      ["projectName", "项目名称", form.projectName],
      ["implementingUnit", "实施单位", form.implementingUnit],
      ...form.indicators.map(({ name }, row) => [indicatorPath(row, "name"), "三级指标", name] as const),
    ];
    // 有字而认不出的，由 reading 组说明。
    const doubtful = new Set(form.unreadable.map(({ at }) => at));
    for (const [at, what, text] of names) {
      const printed = text.trim();
      if (NO_NAME.test(printed) && !doubtful.has(at)) yield violated(at, { what, printed });
    }
  },
  message: ({ what, printed }) => (printed === "" ? `${what}空白` : `${what}只填了「${printed}」`),
  examples: {
    bad: [
      { projectName: "" },
      { projectName: "—" },
      { implementingUnit: " " },
      { "indicators[4].name": "" },
      { "indicators[4].name": "/" },
      { "indicators[4].name": "无" },
    ],
    good: [{ projectName: "甲" }, { "indicators[4].name": "无线网络覆盖" }],
    uncheckable: [],
  },
});
