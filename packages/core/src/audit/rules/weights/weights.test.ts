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
  const rules = RULES.filter(({ id }) => id.startsWith("weights/"));
  expect(
    rules.flatMap((rule) => rule.examples.bad.flatMap((patches) => sentences(rule, patches))),
  ).toMatchInlineSnapshot(`
    [
      "weights/execution-weight-off funds.total.weight: 执行率的分值为 20.00，本版式为 10.00",
      "weights/group-off-norm totalWeight: 分值分配为成本 10、产出 45、效益 25、满意度 10；公开的表中多份采用的是成本 10、产出 40、效益 30、满意度 10，或成本 5、产出 45、效益 30、满意度 10",
      "weights/sum-not-hundred totalWeight: 各项分值之和为 110.00，应为 100.00",
      "weights/sum-not-hundred totalWeight: 各项分值之和为 99.00，应为 100.00",
      "weights/total-mismatch totalWeight: 各项分值之和为 100.00，总分行为 99.00",
      "weights/weight-missing indicators[0].weight: 分值为 0，这项指标不计分",
      "weights/weight-missing indicators[0].weight: 分值空白，而其余各项已满分，这项指标不计分",
      "weights/weight-over-cap indicators[2].weight: 单项分值 30.50，公开的自评表中单项最高为 30.00",
    ]
  `);
});
