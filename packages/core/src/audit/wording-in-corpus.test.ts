/** What the rules on wording say of the 49 disclosed forms, counted, and the counts on which their basis rests. */
import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { findEdition } from "../edition/recognise.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { firstReading } from "../testing/index.ts";
import { decodeForm } from "../wire/form-codec.ts";
import { auditForm } from "./audit-form.ts";
import { likeness } from "./likeness.ts";
import { RULES } from "./registry.gen.ts";

const EXPECTED = new URL("../../../../fixtures/expected/", import.meta.url);
const forms = readdirSync(EXPECTED)
  .toSorted()
  .flatMap((file) => firstReading(JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8"))) as unknown[])
  .map((json) => decodeForm(json));

it("copied goals stand apart from written results", () => {
  const alike = forms.map(({ overallGoal }) => likeness(overallGoal.expected, overallGoal.actual));
  expect(forms).toHaveLength(49);
  expect(alike.filter((each) => each === 1)).toHaveLength(20);
  expect(alike.filter((each) => each >= 0.95)).toHaveLength(27);
  expect(alike.filter((each) => each < 0.8)).toHaveLength(22);
});

it("the rules speak this often, and no form holds personal data", () => {
  const counts: Record<string, number> = {};
  const rules = RULES.filter(({ id }) => /^(?:wording|reading|privacy)\//u.test(id));
  for (const form of forms) {
    const edition = findEdition(form.edition);
    if (edition === undefined) throw new Error(form.edition);
    for (const { rule } of auditForm(form, scoreForm(form, edition), edition, undefined, rules))
      counts[rule] = (counts[rule] ?? 0) + 1;
  }
  expect(counts).toEqual({
    "wording/caption-left": 1,
    "wording/doubled-words": 3,
    "wording/goal-copied-as-result": 27,
    "wording/grade-spelling": 1,
    "wording/markup-left": 11,
    "wording/name-repeats-group": 6,
    "wording/same-reason-repeated": 3,
    "wording/stray-blanks": 6,
    "wording/target-cannot-belong": 6,
    "wording/text-cut-off": 2,
  });
});
