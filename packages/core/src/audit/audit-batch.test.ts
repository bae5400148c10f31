import { describe, expect, it } from "vitest";
import { DISCLOSED_FORMS } from "../basis/disclosed-forms.ts";
import { SH_2024 } from "../edition/sh-2024.ts";
import { placeIn } from "../form/place-in-form.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { openBatchAudit } from "./audit-batch.ts";
import { defineBatchRule } from "./batch-rule.ts";
import type { Patches } from "./rule.ts";
import type { RuleSettings } from "./rule-settings.ts";

/** Speaks of every form after the first, and of every expected project. */
const PLANTED = defineBatchRule({
  id: "across/planted",
  title: "样例",
  severity: "warning",
  editions: ["sh-2024"],
  basis: () => [DISCLOSED_FORMS.sums],
  why: "为何",
  fix: "办法",
  collect: ({ form }) => placeIn(form, "projectName"),
  *check(collected, expected) {
    for (const { form, digest } of collected.slice(1)) {
      yield { form, place: digest, outcome: "violated", facts: { first: collected[0]?.digest.text ?? "" } };
    }
    for (const [entry] of (expected ?? []).entries()) yield { expected: entry, outcome: "uncheckable", reason: "未报" };
  },
  message: ({ first }) => `排在「${first}」之后`,
  examples: { bad: [], good: [], uncheckable: [] },
});

function run(forms: readonly Patches[], settings: RuleSettings = { rules: {} }) {
  const audit = openBatchAudit(settings, [PLANTED]);
  for (const patches of forms) {
    const form = sampleForm(patches);
    audit.add({ form, edition: SH_2024, sheet: scoreForm(form, SH_2024) });
  }
  return audit.finish();
}

describe("openBatchAudit", () => {
  it("gives findings about forms in their order, with the place's words", () => {
    const found = run([{ projectName: "甲" }, { projectName: "乙" }, { projectName: "丙" }]);
    expect(found.map((each) => ("form" in each ? each.form : -1))).toEqual([1, 2]);
    expect(found[0]?.finding).toMatchObject({
      rule: "across/planted",
      severity: "warning",
      outcome: "violated",
      at: "projectName",
      label: "项目名称",
      text: "乙",
      message: "排在「甲」之后",
    });
  });

  it("puts findings about expected projects last", () => {
    const expectedProjects = [{ projectName: "丁" }];
    const found = run([{}, {}], { rules: {}, expectedProjects });
    expect(found.at(-1)).toMatchObject({ expected: 0, finding: { text: "丁", message: "无法核对：未报" } });
  });

  it("does what the settings say", () => {
    expect(run([{}, {}], { rules: { "across/planted": "off" } })).toEqual([]);
    expect(run([{}, {}], { rules: { "across/planted": "note" } })[0]?.finding.severity).toBe("note");
  });
});
