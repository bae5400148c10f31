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
  const rules = RULES.filter(({ id }) => id.startsWith("funds/"));
  expect(
    rules.flatMap((rule) => rule.examples.bad.flatMap((patches) => sentences(rule, patches))),
  ).toMatchInlineSnapshot(`
    [
      "funds/carryover-project-without-carryover funds.carryover.annualBudget: 项目名称写有「2023年结转」，上年结转资金却没有金额",
      "funds/carryover-project-without-carryover funds.carryover.annualBudget: 项目名称写有「结转」，上年结转资金却没有金额",
      "funds/execution-rate-mismatch funds.total.executionRate: 执行率应为 99.59，表中为 99.60",
      "funds/execution-rate-mismatch funds.carryover.executionRate: 执行率应为 0.00，表中为 100.00",
      "funds/execution-score-mismatch funds.total.score: 执行率得分应为 9.96，表中为 9.95",
      "funds/low-execution-without-reason funds.total.executionRate: 执行率只有 79.96%，表中没有一处说明资金为何没有用完",
      "funds/no-annual-budget funds.total.annualBudget: 全年预算数为 0，各项得分合计 89.00 分",
      "funds/nothing-spent funds.total.annualExecution: 全年预算 308.00 万元，分文未支，各项指标却得了 89.00 分",
      "funds/nothing-spent funds.carryover.annualExecution: 全年预算 1.25 万元，分文未支",
      "funds/part-row-scored funds.currentYearAppropriation.score: 分项行不计分，这里填了 9.96",
      "funds/part-row-scored funds.otherFunds.weight: 分项行不计分，这里填了 10.00",
      "funds/parts-total-mismatch funds.total.initialBudget: 分项之和为 5.00，总额为 0.00",
      "funds/spent-over-budget funds.currentYearAppropriation.annualExecution: 全年执行数 310.00 万元，超出全年预算数 308.00 万元",
      "funds/spent-over-budget funds.otherFunds.annualExecution: 全年执行数 1.00 万元，超出全年预算数 0.00 万元",
      "funds/zero-initial-budget funds.total.initialBudget: 年初预算数为 0，全年预算数为 308.00 元，看来是年中追加的",
    ]
  `);
});
