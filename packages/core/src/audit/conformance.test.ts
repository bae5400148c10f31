/** The conformance suite: every rule fires on its own planted faults and on nothing else. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EDITIONS } from "../edition/recognise.ts";
import { findEdition } from "../edition/recognise.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { auditForm } from "./audit-form.ts";
import { RULES } from "./registry.gen.ts";
import type { Patches } from "./rule.ts";

function audit(patches: Patches, rules = RULES) {
  const form = sampleForm(patches);
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error(`no edition ${form.edition}`);
  return auditForm(form, scoreForm(form, edition), edition, rules);
}

const fired = (patches: Patches) => [...new Set(audit(patches).map((finding) => `${finding.rule} ${finding.outcome}`))];

describe("conformance", () => {
  it("the sample form is clean", () => {
    expect(audit({})).toEqual([]);
  });

  describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
    it("has examples of all three outcomes", () => {
      expect(rule.examples.bad.length).toBeGreaterThan(0);
      expect(rule.examples.good.length).toBeGreaterThan(0);
      expect(rule.examples.uncheckable.length).toBeGreaterThan(0);
    });
    it.each(rule.examples.good.map((patches) => [JSON.stringify(patches), patches] as const))(
      "is silent on %s",
      (_, patches) => {
        expect(fired(patches)).toEqual([]);
      },
    );
    it.each(rule.examples.bad.map((patches) => [JSON.stringify(patches), patches] as const))(
      "alone is violated by %s",
      (_, patches) => {
        expect(fired(patches)).toEqual([`${id} violated`]);
      },
    );
    it.each(rule.examples.uncheckable.map((patches) => [JSON.stringify(patches), patches] as const))(
      "cannot check %s",
      (_, patches) => {
        expect(fired(patches)).toContain(`${id} uncheckable`);
        expect(fired(patches).filter((one) => one.endsWith("violated"))).toEqual([]);
      },
    );
    it("says what is wrong in one Chinese sentence without holes, and rests on sources", () => {
      for (const patches of rule.examples.bad) {
        for (const finding of audit(patches)) {
          expect(finding.message).toMatch(/\p{Script=Han}/u);
          expect(finding.message).not.toMatch(/undefined|\[object|NaN/);
        }
      }
      for (const edition of EDITIONS) expect(rule.basis(edition).length).toBeGreaterThan(0);
    });
  });

  it("every rule file is in the registry under the id that is its path", () => {
    const root = new URL("./rules/", import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => file.replaceAll("\\", "/").replace(/\.ts$/, ""))
      .toSorted();
    expect(RULES.map((rule) => rule.id)).toEqual(files);
    for (const file of files)
      expect(readFileSync(new URL(`${file}.ts`, root), "utf8")).toContain("export default defineRule(");
  });

  it("the order of the rules does not matter", () => {
    const patches = { "funds.total.executionRate": "1.00", totalScore: "1.00", totalWeight: "99.00", rating: "差" };
    expect(audit(patches, RULES.toReversed())).toEqual(audit(patches));
  });
});
