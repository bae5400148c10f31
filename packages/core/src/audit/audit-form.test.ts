import { describe, expect, it } from "vitest";
import { DISCLOSED_FORMS } from "../basis/disclosed-forms.ts";
import { SH_2024 } from "../edition/sh-2024.ts";
import type { Figure } from "../scoring/due.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { auditForm } from "./audit-form.ts";
import { type Observation, type Rule, defineRule, observe, uncheckable, violated } from "./rule.ts";
import { NO_SETTINGS } from "./rule-settings.ts";

// Called by each test and not once for all: what runs while a file is loaded belongs to no test when mutants are judged.
const sample = () => sampleForm({ origin: { "indicators[3].score": { file: "甲.txt", line: 12 } } });
const sheet = () => scoreForm(sample(), SH_2024);

/** A rule that sees what it is told to see. */
function seeing(id: string, observations: readonly Observation<{ printed: string }>[]): Rule {
  return defineRule<{ printed: string }>({
    id,
    title: "试",
    severity: "warning",
    editions: "all",
    basis: () => [DISCLOSED_FORMS.sums],
    why: "为何",
    fix: "如何改",
    check: () => observations,
    message: ({ printed }) => `表中为 ${printed}`,
    examples: { bad: [], good: [], uncheckable: [] },
  });
}

const audit = (rules: readonly Rule[], settings = NO_SETTINGS) =>
  auditForm(sample(), sheet(), SH_2024, settings, rules);

describe("a finding", () => {
  it("that is violated names its place in the form's words, the cell, the facts and the sources", () => {
    expect(audit([seeing("a/one", [violated("indicators[3].score", { printed: "9.00" })])])).toEqual([
      {
        rule: "a/one",
        severity: "warning",
        outcome: "violated",
        at: "indicators[3].score",
        label: "时效指标 · 故障响应及时率 · 得分",
        text: "9.00",
        origin: { file: "甲.txt", line: 12 },
        facts: { printed: "9.00" },
        message: "表中为 9.00",
        fix: "如何改",
        basis: [DISCLOSED_FORMS.sums],
      },
    ]);
  });

  it("that cannot be checked gives the reason, as fact and as sentence", () => {
    const [finding] = audit([seeing("a/one", [uncheckable("totalScore", "表中空白")])]);
    expect(finding).toMatchObject({
      outcome: "uncheckable",
      at: "totalScore",
      facts: { reason: "表中空白" },
      message: "无法核对：表中空白",
    });
    expect(finding).not.toHaveProperty("origin");
  });
});

describe("an audit", () => {
  const late = seeing("a/late", [
    violated("rating", { printed: "优" }),
    violated("indicators[0].score", { printed: "1" }),
  ]);
  const early = seeing("b/early", [violated("indicators[0].score", { printed: "1" }), uncheckable("title", "缺")]);

  it("puts findings in the order of the form, then of the rules' names", () => {
    expect(audit([early, late]).map(({ at, rule }) => `${at} ${rule}`)).toEqual([
      "title b/early",
      "indicators[0].score a/late",
      "indicators[0].score b/early",
      "rating a/late",
    ]);
    expect(audit([late, early])).toEqual(audit([early, late]));
  });

  it("does not run a rule that is off, and weighs the others as it is told", () => {
    const found = audit([early, late], { rules: { "a/late": "off", "b/early": "error" } });
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(["b/early error", "b/early error"]);
    const bug: Rule = {
      ...late,
      check: () => {
        throw new Error("was run");
      },
    };
    expect(audit([bug], { rules: { "a/late": "off" } })).toEqual([]);
  });
});

describe("observing a figure of the score sheet", () => {
  const seen = (figure: Partial<Figure>) => [...observe({ ...sheet().totalScore, ...figure })];

  it("says nothing of one that agrees", () => expect(seen({ agrees: true })).toEqual([]));

  it("sets printed and due side by side where they differ", () => {
    expect(seen({ agrees: false, printed: "98.00" })).toEqual([
      { outcome: "violated", at: "totalScore", facts: { printed: "98.00", due: "98.96" } },
    ]);
    expect(seen({ agrees: false, printed: "优", due: { kind: "word", text: "良" } })).toMatchObject([
      { facts: { printed: "优", due: "良" } },
    ]);
    expect(seen({ agrees: false, printed: "1", due: { kind: "unknown", reason: "无" } })).toMatchObject([
      { facts: { printed: "1", due: "" } },
    ]);
  });

  it("says why it cannot tell: nothing due, nothing printed, or nothing that can be read", () => {
    const reason = (figure: Partial<Figure>) => seen({ agrees: undefined, ...figure });
    const because = (text: string) => [{ outcome: "uncheckable", at: "totalScore", reason: text }];
    expect(reason({ due: { kind: "unknown", reason: "得分全部空白" } })).toEqual(because("得分全部空白"));
    expect(reason({ printed: "", due: { kind: "unknown", reason: "得分全部空白" } })).toEqual(because("得分全部空白"));
    expect(reason({ printed: "" })).toEqual(because("表中空白"));
    expect(reason({ printed: "98.9O" })).toEqual(because("表中为「98.9O」，不能识别"));
  });
});
