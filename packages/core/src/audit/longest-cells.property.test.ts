/** A cell of any length costs the rules on wording time in proportion: hostile pieces, repeated without end. */
import { expect, it } from "vitest";
import { findEdition } from "../edition/recognise.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "../testing/index.ts";
import { RULES } from "./registry.gen.ts";

it("the longest cells cost every rule on wording little time, whatever is in them", () => {
  const edition = findEdition("sh-2024");
  const base = sampleForm();
  if (edition === undefined) throw new Error("no edition");
  const sheet = scoreForm(base, edition);
  const pieces = [
    "<a ",
    "$\\",
    "&a",
    "(",
    "（ ",
    "…",
    "。",
    "指标",
    "请",
    "平台",
    "平",
    "平 ",
    "XX",
    "*",
    "涉密",
    "字",
    "100",
    "预期目标",
    " ",
  ];
  const started = performance.now();
  for (const piece of pieces) {
    const text = piece.repeat(500_000 / piece.length);
    const indicators = base.indicators.slice(0, 1).map((row) => ({ ...row, name: text, deviationNote: text }));
    const form = { ...base, overallGoal: { expected: text, actual: `${text}。` }, indicators };
    for (const rule of RULES.filter(({ id }) => id.startsWith("wording/")))
      for (const found of rule.check({ form, edition, sheet })) expect(found.at).not.toBe("");
  }
  expect(performance.now() - started).toBeLessThan(60_000);
}, 120_000);
