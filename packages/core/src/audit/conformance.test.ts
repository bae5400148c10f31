/** The conformance suite: every rule fires on its own planted faults and on nothing else. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EDITIONS } from "../edition/recognise.ts";
import { findEdition } from "../edition/recognise.ts";
import type { Finding } from "../finding/finding.ts";
import { SEVERITY_LABELS } from "../finding/severity.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { openBatchAudit } from "./audit-batch.ts";
import { auditForm } from "./audit-form.ts";
import type { BatchExample } from "./batch-rule.ts";
import { BATCH_RULES, RULES } from "./registry.gen.ts";
import { type Examples, type Patches, type RuleContext, type RuleWords } from "./rule.ts";
import { NO_SETTINGS } from "./rule-settings.ts";

function contextOf(patches: Patches): RuleContext {
  const form = sampleForm(patches);
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error(`no edition ${form.edition}`);
  return { form, edition, sheet: scoreForm(form, edition) };
}

function audit(patches: Patches, rules = RULES): readonly Finding[] {
  const { form, sheet, edition } = contextOf(patches);
  return auditForm(form, sheet, edition, NO_SETTINGS, rules);
}

function auditAcross({ forms, expected }: BatchExample): readonly Finding[] {
  const batch = openBatchAudit({ rules: {}, expectedProjects: expected });
  for (const patches of forms) batch.add(contextOf(patches));
  return batch.finish().map(({ finding }) => finding);
}

const fired = (findings: readonly Finding[]): readonly string[] =>
  [...new Set(findings.map(({ rule, outcome }) => `${rule} ${outcome}`))].toSorted();

/** The promises that a rule's own examples make, whatever it looks at. */
function conforms<E>(
  rules: readonly (RuleWords & { readonly examples: Examples<E> })[],
  run: (example: E) => readonly Finding[],
): void {
  describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
    const { bad, also = [], good, uncheckable } = rule.examples;
    const cases = (all: readonly E[]) => all.map((example) => [JSON.stringify(example), example] as const);
    it("has good and bad examples", () => {
      expect(bad.length).toBeGreaterThan(0);
      expect(good.length).toBeGreaterThan(0);
    });
    it.each(cases(good))("is silent, as all are, on %s", (_, example) => {
      expect(fired(run(example))).toEqual([]);
    });
    it.each(cases(bad))("is violated by %s, with what it names besides and no other", (_, example) => {
      expect(fired(run(example))).toEqual([`${id} violated`, ...also].toSorted());
    });
    it.each(cases(uncheckable))("cannot check %s", (_, example) => {
      const all = fired(run(example));
      expect(all).toContain(`${id} uncheckable`);
      expect(all.filter((one) => one.endsWith("violated"))).toEqual([]);
    });
    it("has words for people: what, why and how to mend it", () => {
      for (const text of [rule.title, rule.why, rule.fix]) expect(text).toMatch(/\p{Script=Han}/u);
      expect(Object.keys(SEVERITY_LABELS)).toContain(rule.severity);
    });
    it("says what is wrong in one Chinese sentence without holes, and rests on sources", () => {
      for (const finding of bad.flatMap((example) => run(example)).filter((each) => each.rule === id)) {
        expect(finding.message).toMatch(/\p{Script=Han}/u);
        expect(finding.message).not.toMatch(/undefined|\[object|NaN|。$/u);
      }
      for (const edition of EDITIONS) {
        const sources = rule.basis(edition).map((citation) => citation.id);
        expect(sources.length).toBeGreaterThan(0);
        expect(sources).toEqual([...new Set(sources)]);
      }
    });
    it("says why it cannot check", () => {
      for (const finding of uncheckable.flatMap((example) => run(example)).filter((each) => each.rule === id))
        expect(finding.message).toMatch(/^无法核对：[^：]*\p{Script=Han}/u);
    });
  });
}

describe("rules about one form", () => {
  it("have nothing to say about the sample form", () => {
    expect(audit({})).toEqual([]);
  });
  conforms(RULES, (patches) => audit(patches));
  it("do not mind their order", () => {
    const patches = { "funds.total.executionRate": "1.00", totalScore: "1.00", totalWeight: "99.00", rating: "差" };
    expect(audit(patches, RULES.toReversed())).toEqual(audit(patches));
  });
});

describe("rules across forms", () => {
  it("have nothing to say about the sample form alone", () => {
    expect(auditAcross({ forms: [{}] })).toEqual([]);
  });
  conforms(BATCH_RULES, auditAcross);
});

it("every rule file is in the registry under the id that is its path", () => {
  const root = new URL("./rules/", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.replaceAll("\\", "/").replace(/\.ts$/, ""))
    .toSorted();
  expect([...RULES, ...BATCH_RULES].map((rule) => rule.id).toSorted()).toEqual(files);
  for (const file of files) {
    const source = readFileSync(new URL(`${file}.ts`, root), "utf8");
    expect(source).toContain(`export default ${file.startsWith("across/") ? "defineBatchRule" : "defineRule"}(`);
  }
});
