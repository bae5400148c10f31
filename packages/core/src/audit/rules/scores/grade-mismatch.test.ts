import { describe, expect, it } from "vitest";
import { SH_2021 } from "../../../edition/sh-2021.ts";
import { SH_2024 } from "../../../edition/sh-2024.ts";
import { scoreForm } from "../../../scoring/score-form.ts";
import { sampleForm } from "../../../testing/sample-form.ts";
import { auditForm } from "../../audit-form.ts";
import { type Patches } from "../../rule.ts";
import { NO_SETTINGS } from "../../rule-settings.ts";
import rule from "./grade-mismatch.ts";

const said = (patches: Patches, edition = SH_2024) => {
  const form = sampleForm(patches);
  return auditForm(form, scoreForm(form, edition), edition, NO_SETTINGS, [rule]).map(
    ({ at, message }) => `${at}: ${message}`,
  );
};

describe("scores/grade-mismatch", () => {
  it.each([
    [{ rating: "良" }, ["rating: 按总分等级应为「优」，表中为「良」"]],
    [{ rating: null }, ["rating: 无法核对：表中空白"]],
    [{ totalScore: "70.00", rating: "良" }, ["rating: 无法核对：这一档等级的分数界限尚无依据"]],
    // The blank total has a rule of its own.
    [{ totalScore: null, rating: "差" }, []],
  ])("of %j says %j", (patches, expected) => expect(said(patches)).toEqual(expected));

  it("has nothing to say where the edition prints no grade", () => {
    expect(said({ edition: "sh-2021", rating: null }, SH_2021)).toEqual([]);
  });

  it("rests on the borders of all grades and on what attests them", () => {
    expect(rule.basis(SH_2024).map(({ id }) => id)).toEqual(["disclosed/grade-excellent", "disclosed/grade-lower"]);
    const own = { id: "x/attests", title: "", certainty: "sample", note: "" } as const;
    const bands = SH_2024.gradeBands.map((band) =>
      band.attested ? { ...band, attested: { ...band.attested, basis: own } } : band,
    );
    expect(rule.basis({ ...SH_2024, gradeBands: bands }).map(({ id }) => id)).toContain("x/attests");
  });
});
