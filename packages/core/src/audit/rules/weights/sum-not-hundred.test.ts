import { describe, expect, it } from "vitest";
import { SH_2024 } from "../../../edition/sh-2024.ts";
import { scoreForm } from "../../../scoring/score-form.ts";
import { sampleForm } from "../../../testing/sample-form.ts";
import { auditForm } from "../../audit-form.ts";
import { type Patches } from "../../rule.ts";
import { NO_SETTINGS } from "../../rule-settings.ts";
import rule from "./sum-not-hundred.ts";

const said = (patches: Patches) => {
  const form = sampleForm(patches);
  return auditForm(form, scoreForm(form, SH_2024), SH_2024, NO_SETTINGS, [rule]).map(
    ({ at, message }) => `${at}: ${message}`,
  );
};

describe("weights/sum-not-hundred", () => {
  it.each([
    [{ "indicators[0].weight": "9.99" }, ["totalWeight: 各项分值之和为 99.99，应为 100.00"]],
    [
      { "indicators[0].weight": null, "indicators[1].weight": null },
      ["totalWeight: 无法核对：有 2 处分值空白或无法识别"],
    ],
    // What is there makes up the hundred, so the blank held nothing.
    [{ "indicators[0].weight": null, "indicators[1].weight": "25.00" }, []],
  ])("of %j says %j", (patches, expected) => expect(said(patches)).toEqual(expected));
});
