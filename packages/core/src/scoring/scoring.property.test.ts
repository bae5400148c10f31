/** What holds for every form, not only for the ones that we have seen. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EDITIONS, findEdition } from "../edition/recognise.ts";
import { auditForm } from "../audit/audit-form.ts";
import { NO_SETTINGS } from "../audit/rule-settings.ts";
import { RULES } from "../audit/registry.gen.ts";
import { decimalText, wireForm } from "../testing/form-arbitrary.ts";
import { SAMPLE_FORM } from "../testing/sample-form.ts";
import { decimal } from "../values/decimal.ts";
import { money } from "../values/money.ts";
import { rateOf } from "../values/rate.ts";
import { compareScores, score } from "../values/score.ts";
import { decodeForm, encodeForm } from "../wire/form-codec.ts";
import { executionScore } from "./execution-score.ts";
import { figuresOf, scoreForm } from "./score-form.ts";

const editionOf = (id: string) => findEdition(id) ?? EDITIONS[0]!;

describe("scoring", () => {
  const budgetAndSpent = fc.record({
    budget: decimalText(1, 10_000_000_00),
    a: decimalText(0, 20_000_000_00),
    b: decimalText(0, 20_000_000_00),
    weight: decimalText(0, 100_00),
  });

  it("0 ≤ execution score ≤ weight, and more execution never scores less", () => {
    fc.assert(
      fc.property(budgetAndSpent, fc.constantFrom(...EDITIONS), ({ budget, a, b, weight }, edition) => {
        const due = (spent: string) =>
          executionScore(
            rateOf(money(decimal(spent), "万元"), money(decimal(budget), "万元"))!,
            score(decimal(weight)),
            edition.executionScoreRounding.value,
          );
        const [low, high] = decimal(a).lessThan(decimal(b)) ? [a, b] : [b, a];
        for (const spent of [low, high]) {
          expect(due(spent).points.isNegative()).toBe(false);
          expect(compareScores(due(spent), score(decimal(weight)))).toBeLessThanOrEqual(0);
        }
        expect(compareScores(due(low), due(high))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("every due indicator score lies between 0 and the weight", () => {
    fc.assert(
      fc.property(wireForm, (wire) => {
        const form = decodeForm(wire);
        scoreForm(form, editionOf(form.edition)).indicatorScores.forEach(({ due }, at) => {
          const weight = form.indicators[at]!.weight;
          if (due.kind === "unknown" || weight.kind !== "read") return;
          const [low, high] =
            due.kind === "range"
              ? [due.low, due.high]
              : due.kind === "exact"
                ? [due.value, due.value]
                : [decimal("0"), decimal("0")];
          expect(low.isNegative()).toBe(false);
          expect(high.lessThanOrEqualTo(weight.value.points)).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("decode∘encode is the identity for every form, through JSON text too", () => {
    fc.assert(
      fc.property(wireForm, (wire) => {
        expect(encodeForm(decodeForm(wire))).toEqual(wire);
        expect(encodeForm(decodeForm(JSON.parse(JSON.stringify(wire))))).toEqual(wire);
      }),
      { numRuns: 300 },
    );
  });

  it("any form can be scored and audited, and a form that prints its due figures has no arithmetic error", () => {
    fc.assert(
      fc.property(wireForm, (wire) => {
        const form = decodeForm(wire);
        const edition = editionOf(form.edition);
        const sheet = scoreForm(form, edition);
        const findings = auditForm(form, sheet, edition);
        expect(auditForm(form, sheet, edition, NO_SETTINGS, RULES.toReversed())).toEqual(findings);
        const wronglyAccused = figuresOf(sheet).filter(
          (figure) => figure.agrees === false && "text" in figure.due && figure.due.text === figure.printed,
        );
        expect(wronglyAccused).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("a printed total agrees exactly when it is the sum of the printed scores, in whatever order the rows stand", () => {
    const rows = fc.array(decimalText(0, 30_00), { maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.integer({ min: -1, max: 1 }), (texts, offByHundredths) => {
        // Plain integer arithmetic in hundredths, independent of the code under test.
        const hundredths =
          texts.reduce((sum, text) => sum + BigInt(text.replace(".", "")), 996n) + BigInt(offByHundredths);
        const digits = hundredths.toString().padStart(3, "0");
        const indicators = texts.map((text) => ({ ...SAMPLE_FORM.indicators[0]!, weight: "30.00", score: text }));
        const wire = { ...SAMPLE_FORM, indicators, totalScore: `${digits.slice(0, -2)}.${digits.slice(-2)}` };
        const agrees = (form: unknown) => scoreForm(decodeForm(form), editionOf("sh-2024")).totalScore.agrees;
        expect(agrees(wire)).toBe(offByHundredths === 0);
        expect(agrees({ ...wire, indicators: indicators.toReversed() })).toBe(offByHundredths === 0);
      }),
    );
  });
});
