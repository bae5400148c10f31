import { describe, expect, it } from "vitest";
import { SH_2024 } from "../../../edition/sh-2024.ts";
import { scoreForm } from "../../../scoring/score-form.ts";
import { sampleForm } from "../../../testing/sample-form.ts";
import { auditForm } from "../../audit-form.ts";
import { type Patches } from "../../rule.ts";
import { NO_SETTINGS } from "../../rule-settings.ts";
import rule from "./score-over-weight.ts";

const said = (patches: Patches) => {
  const form = sampleForm(patches);
  return auditForm(form, scoreForm(form, SH_2024), SH_2024, NO_SETTINGS, [rule]).map(
    ({ at, message }) => `${at}: ${message}`,
  );
};

describe("scores/score-over-weight", () => {
  it.each([
    [{ "funds.total.score": "10.01" }, ["funds.total.score: 得分 10.01 不在 0 与分值 10.00 之间"]],
    [{ "indicators[0].score": "10.001" }, ["indicators[0].score: 得分 10.001 不在 0 与分值 10.00 之间"]],
    [{ "indicators[0].score": "-0.01" }, ["indicators[0].score: 得分 -0.01 不在 0 与分值 10.00 之间"]],
    [
      { "indicators[0].weight": null, "indicators[0].score": "-1.00" },
      ["indicators[0].score: 得分 -1.00 不在 0 与分值 （空白） 之间"],
    ],
    [{ "indicators[0].weight": null, "indicators[0].score": "50.00" }, []],
    // A row without weight and score has nothing to check; the execution row has a rule of its own for the blank.
    [{ "indicators[0].weight": null, "indicators[0].score": null }, []],
    [{ "funds.total.score": null }, []],
  ])("of %j says %j", (patches, expected) => expect(said(patches)).toEqual(expected));
});
