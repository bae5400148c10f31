import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findEdition } from "../../../edition/recognise.ts";
import { scoreForm } from "../../../scoring/score-form.ts";
import { SAMPLE_FORM, patchedWire } from "../../../testing/sample-form.ts";
import { decodeForm } from "../../../wire/form-codec.ts";
import doubledWords from "./doubled-words.ts";

const edition = findEdition("sh-2024");
if (edition === undefined) throw new Error("no edition");

const isReported = (text: string): boolean => {
  const form = decodeForm(patchedWire(SAMPLE_FORM, { "overallGoal.actual": text }));
  return [...doubledWords.check({ form, edition, sheet: scoreForm(form, edition) })].length > 0;
};

/** Told the slow way: every beginning, every length. */
function hasDoubledWord(text: string): boolean {
  const characters = [...text];
  return characters.some((_, at) =>
    [2, 3, 4, 5, 6, 7, 8].some((length) => {
      const word = characters.slice(at, at + length);
      const again = characters.slice(at + length, at + 2 * length);
      return (
        word.length === length &&
        word.every((character) => /\p{Script=Han}/u.test(character)) &&
        word[0] !== word[1] &&
        word.join("") === again.join("")
      );
    }),
  );
}

describe("wording/doubled-words", () => {
  it("finds every doubled word of two to eight characters, rare ones too", () => {
    const text = fc
      .array(fc.constantFrom("甲", "乙", "𠀀", "，"), { minLength: 1, maxLength: 24 })
      .map((characters) => characters.join(""));
    fc.assert(
      fc.property(text, (each) => {
        expect(isReported(each)).toBe(hasDoubledWord(each));
      }),
    );
    const long = "一二三四五六七𠀀";
    expect([long + long, `${long}九${long}九`].map(isReported)).toEqual([true, false]);
  });
});
