/** 项目名称说是上年结转，而上年结转资金一行没有金额。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { FundLine } from "../../../form/fund-table.ts";
import type { SelfEvaluationForm } from "../../../form/self-evaluation-form.ts";
import { valueOf } from "../../../place/cell.ts";
import { fundPath } from "../../../place/form-path.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "funds/carryover-project-without-carryover",
  title: "结转项目没有结转资金",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.fundsReview],
  why: "名称写明是以前年度结转的项目，钱却全列在当年财政拨款或其他资金，资金来源与名称对不上。续建、尾款等名称不在此列：它们可以由当年预算安排。",
  fix: "核对资金来源：确是结转资金的改填到上年结转资金一行；已由当年预算重新安排的，在备注中写明，或从名称中去掉「结转」。",
  *check({ form }) {
    const named = carriedOverFrom(form);
    if (named === undefined || !isEmpty(form.funds.carryover) || isEmpty(form.funds.total)) return;
    yield violated(fundPath("carryover", "annualBudget"), { named });
  },
  message: ({ named }) => `项目名称写有「${named}」，上年结转资金却没有金额`,
  examples: {
    bad: [
      { projectName: "公共数据平台运维（2023年结转）" },
      {
        projectName: "公共数据平台运维（结转项目）",
        "funds.carryover.annualBudget": null,
        "funds.carryover.annualExecution": null,
        "funds.carryover.executionRate": null,
      },
    ],
    good: [
      {
        projectName: "公共数据平台运维（2023年结转）",
        "funds.currentYearAppropriation.annualBudget": "300.00",
        "funds.currentYearAppropriation.annualExecution": "298.75",
        "funds.currentYearAppropriation.executionRate": "99.58",
        "funds.carryover.annualBudget": "8.00",
        "funds.carryover.annualExecution": "8.00",
        "funds.carryover.executionRate": "100.00",
      },
      { projectName: "公共数据平台运维（2024年结转）" },
      { projectName: "公共数据平台续建（尾款）" },
    ],
    // 空白等于没有填，也是不符；金额无法识别的由读表一组的规则说明。
    uncheckable: [],
  },
});

/** The words of the name that say so; a project carried over from the form's own year is next year's matter. */
function carriedOverFrom({ projectName, fiscalYear }: SelfEvaluationForm): string | undefined {
  const [words, year] = /(?:(\d{4})\s*年?度?\s*)?结转/u.exec(projectName) ?? [];
  if (words === undefined || (year !== undefined && Number.parseInt(year, 10) >= fiscalYear)) return undefined;
  return words.replaceAll(/\s/gu, "");
}

function isEmpty(line: FundLine): boolean {
  return [line.annualBudget, line.annualExecution].every(
    (cell) => cell.kind === "blank" || valueOf(cell)?.yuan.isZero() === true,
  );
}
