import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FUND_COLUMNS, INDICATOR_FIELDS } from "../place/form-path.ts";
import { fundColumnSpellings, indicatorColumnSpellings } from "./caption-spellings.ts";
import type { Edition } from "./edition.ts";
import { EDITIONS, type SeenFrame, findEdition, recognise } from "./recognise.ts";

function frameOf(
  edition: Edition,
  pick: (spellings: readonly string[]) => string = ([printed = ""]) => printed,
): SeenFrame {
  const { captions } = edition;
  return {
    fundColumns: [captions.funds, ...FUND_COLUMNS.map((column) => pick(fundColumnSpellings(edition, column)))],
    goalCaptions: [captions.overallGoal, captions.expectedGoal, captions.actualGoal],
    indicatorColumns: [
      ...(captions.indicatorBlock === undefined ? [] : [captions.indicatorBlock]),
      ...INDICATOR_FIELDS.map((field) => pick(indicatorColumnSpellings(edition, field))),
    ],
    currencyUnit: edition.currencyUnit,
  };
}

const nameOf = (frame: SeenFrame) => recognise(frame)?.id;

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))("%s", (id, edition) => {
  it("is known by its captions in any of their spellings, set in any width", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.boolean(), (numbers, narrow) => {
        const pick = (spellings: readonly string[]): string => {
          const text = spellings[(numbers.next().value as number) % spellings.length] ?? "";
          return narrow ? text.normalize("NFKC") : text.replaceAll("指标", "指 标");
        };
        expect(nameOf(frameOf(edition, pick))).toBe(id);
      }),
    );
  });

  it("is not known without one of its captions, or with one more", () => {
    const frame = frameOf(edition);
    for (const part of ["fundColumns", "indicatorColumns"] as const) {
      for (const caption of frame[part]) {
        if (caption === edition.captions.funds || caption === edition.captions.indicatorBlock) continue;
        expect(nameOf({ ...frame, [part]: frame[part].filter((each) => each !== caption) }), caption).toBeUndefined();
        expect(nameOf({ ...frame, [part]: [...frame[part], caption] }), caption).toBeUndefined();
      }
      expect(nameOf({ ...frame, [part]: [...frame[part], "完成率"] })).toBeUndefined();
    }
  });

  it("is not known in another money unit", () => {
    const currencyUnit = edition.currencyUnit === "元" ? "万元" : "元";
    expect(nameOf({ ...frameOf(edition), currencyUnit })).toBeUndefined();
    expect(nameOf({ ...frameOf(edition), currencyUnit: undefined })).toBe(id);
  });

  it("is never another one: not with the fund head, the goals or the rows of another", () => {
    for (const other of EDITIONS) {
      const [own, foreign] = [frameOf(edition), frameOf(other)];
      const mixed = { ...own, fundColumns: foreign.fundColumns, currencyUnit: undefined };
      expect([undefined, other.id], other.id).toContain(nameOf(mixed));
    }
  });

  it("has a source for every figure, and words for every caption", () => {
    const { rateRounding, executionScoreRounding, executionWeight, totalWeight, sums, rulePack } = edition;
    const tolerances = Object.values(rulePack.tolerances) as readonly { readonly basis: { readonly note: string } }[];
    for (const { note } of [
      ...[rateRounding, executionScoreRounding, executionWeight, totalWeight, ...tolerances].map(({ basis }) => basis),
      ...edition.gradeBands.map(({ basis }) => basis),
      ...edition.qualitativeTiers.map(({ basis }) => basis),
      sums,
    ])
      expect(note).toMatch(/\p{Script=Han}/u);
  });
});

it("a form of sh-2024 with the block column is no form of central-2020, and of no edition", () => {
  const sh = findEdition("sh-2024");
  if (sh === undefined) throw new Error("no edition sh-2024");
  const frame = frameOf(sh);
  expect(nameOf({ ...frame, indicatorColumns: ["绩效指标", ...frame.indicatorColumns] })).toBeUndefined();
});

it("only what rests on no count may be cut in several ways", () => {
  for (const { id, acceptedRates, acceptedExecutionScores, rateRounding, executionScoreRounding } of EDITIONS) {
    expect(acceptedRates === undefined || rateRounding.basis.certainty === "unverified", id).toBe(true);
    expect(acceptedExecutionScores === undefined || executionScoreRounding.basis.certainty === "unverified", id).toBe(
      true,
    );
  }
});
