import { EDITIONS, type Edition, decodeForm, encodeForm, scoreForm } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  executionScoreFormula,
  pointsSumFormula,
  rateFormula,
  ratingFormula,
} from "../src/form-sheet/template/exact-formulas.ts";
import { BARE, FIFTEEN_DIGITS, compileFormula } from "./formula-evaluator.ts";

const CELLS = { annualBudget: "D6", annualExecution: "E6" };

/** So many units of so small a place: `plain(12345n, 2)` is 123.45. */
function plain(units: bigint, places: number): string {
  const digits = String(units).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A budget and what was spent of it, at the very border of the last digit of a rate or of a score, or just beside it. */
function spending(edition: Edition): fc.Arbitrary<readonly [budget: string, spent: string]> {
  const [finest, widest] = edition.currencyUnit === "万元" ? [6, 7] : [2, 11];
  return fc
    .tuple(
      fc.constantFrom(2, finest),
      fc.integer({ min: 1, max: widest }),
      fc.integer({ min: 0, max: 20_400 }),
      fc.integer({ min: -1, max: 1 }),
    )
    .chain(([places, digits, border, off]) =>
      fc.bigInt({ min: 1n, max: 10n ** BigInt(digits + places) - 1n }).map((budget) => {
        const spent = (budget * BigInt(border)) / 20_000n + BigInt(off);
        return [plain(budget, places), plain(spent < 0n ? 0n : spent, places)] as const;
      }),
    );
}

function due(edition: Edition, budget: string, spent: string, weight: string) {
  const wire = encodeForm(sampleForm({ edition: edition.id, currencyUnit: edition.currencyUnit }));
  const total = { ...wire.funds.total, annualBudget: budget, annualExecution: spent, weight };
  const sheet = scoreForm(decodeForm({ ...wire, funds: { ...wire.funds, total } }), edition);
  return [sheet.executionRates.total.due, sheet.executionScore.due].map((each) =>
    each.kind === "exact" ? each.value.toString() : "",
  );
}

describe.each(EDITIONS)("the formulas of $id", (edition) => {
  const rate = compileFormula(rateFormula(CELLS, edition));
  const points = compileFormula(executionScoreFormula("F6", CELLS, edition));
  const weights = fc.constantFrom("10", "10", "10", "9.99", "5", "20", "33.33", "0");

  it.each([
    ["bare floating point", BARE],
    ["fifteen digits", FIFTEEN_DIGITS],
  ] as const)("give what core computes, in %s", (_, arithmetic) => {
    fc.assert(
      fc.property(spending(edition), weights, ([budget, spent], weight) => {
        const cells = { D6: Number(budget), E6: Number(spent), F6: Number(weight) };
        const percent = edition.rateWithPercentSign ? 100 : 1;
        const shown = rate(cells, arithmetic);
        const computed = [
          typeof shown === "number" ? (shown * percent).toFixed(edition.rateRounding.value.places) : shown,
          String(points(cells, arithmetic)),
        ];
        const [dueRate = "", duePoints = ""] = due(edition, budget, spent, weight);
        expect([budget, spent, ...computed.map(Number)]).toEqual([budget, spent, Number(dueRate), Number(duePoints)]);
      }),
      { numRuns: 1500 },
    );
  });

  it("leave blank what cannot be computed", () => {
    const blank = [
      {},
      { D6: 100 },
      { E6: 100 },
      { D6: "100", E6: 50 },
      { D6: 0, E6: 3 },
      { D6: -1, E6: 1 },
      { D6: 1e15, E6: 1 },
      { D6: 1, E6: 5000 },
    ];
    for (const cells of blank) {
      expect([cells, rate(cells, BARE)]).toEqual([cells, ""]);
      expect([cells, points({ F6: 10, ...cells }, BARE)]).toEqual([cells, ""]);
    }
    expect(rate({ D6: 0, E6: 0 }, BARE)).toBe(0);
    expect(points({ D6: 0, E6: 0, F6: 10 }, BARE)).toBe("");
    expect(points({ D6: 100, E6: 120, F6: 10 }, BARE)).toBe(10);
  });

  it("grade by the bands of the edition, and add up without noise", () => {
    const grade = compileFormula(ratingFormula("G33", edition));
    for (const { label, from } of edition.gradeBands) expect(grade({ G33: Number(from.points) }, BARE)).toBe(label);
    expect(grade({}, BARE)).toBe("");
    const sum = compileFormula(pointsSumFormula("A1,A2,A3", "A1,A2,A3"));
    expect(sum({ A1: 0.1, A2: 0.2, A3: 0.3 }, BARE)).toBe(0.6);
    expect(sum({ A1: "" }, BARE)).toBe("");
  });
});

describe("the trap that the formulas are for", () => {
  it("is one: cut without care, some rates come out a hair too low", () => {
    const careless = compileFormula("INT(E6/D6*10000)/100");
    const wrong = Array.from({ length: 10_000 }, (_, at) => at).filter(
      (at) => careless({ D6: 100, E6: at / 100 }, BARE) !== at / 100,
    );
    expect(wrong.length).toBeGreaterThan(0);
    const edition = EDITIONS.find(({ rateRounding }) => rateRounding.value.mode === "truncate");
    if (edition === undefined) throw new Error("no edition cuts");
    const careful = compileFormula(rateFormula(CELLS, edition));
    expect(wrong.filter((at) => careful({ D6: 100, E6: at / 100 }, BARE) !== at / 100)).toEqual([]);
  });
});
