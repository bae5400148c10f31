/** 表的年度、金额单位或版式与核对所用的版式对不上。 */
import { FORM_READING } from "../../../basis/form-reading.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "reading/edition-mismatch",
  title: "与核对所用的版式对不上",
  severity: "note",
  editions: "all",
  basis: () => [FORM_READING.editions],
  why: "进位方式、分值和等级都随版式而定。用另一版式，或用没有见过样本的年度来核对，结论只能参考。",
  fix: "先看年度和金额单位是否填对；填对了的，找该年度的正式表样核对表头文字和进位方式。",
  *check({ form, edition }) {
    if (form.edition !== edition.id)
      yield violated("edition", { what: `表为版式 ${form.edition}`, edition: edition.name });
    if (form.currencyUnit !== edition.currencyUnit)
      yield violated("currencyUnit", { what: `金额单位为${form.currencyUnit}`, edition: edition.name });
    if (!edition.fiscalYearsSeen.includes(form.fiscalYear))
      yield violated("fiscalYear", {
        what: `年度为 ${form.fiscalYear}，而样本只有 ${edition.fiscalYearsSeen.join("、")} 年度的`,
        edition: edition.name,
      });
  },
  message: ({ what, edition }) => `按「${edition}」核对，但${what}`,
  examples: {
    bad: [{ fiscalYear: 2023 }, { fiscalYear: 2025 }],
    good: [{ fiscalYear: 2024 }],
    uncheckable: [],
  },
});
