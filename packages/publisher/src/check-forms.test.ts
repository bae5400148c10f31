import { sampleForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { openCheck } from "./check-forms.ts";
import { Failure } from "./trouble.ts";

const sourced = (patches: Readonly<Record<string, unknown>>, index: number) => ({
  form: sampleForm(patches),
  source: { file: "a.json", index },
});

describe("a running check", () => {
  it("gives a form's own findings as it passes, and again with all others at the end, in the order of the forms", () => {
    const check = openCheck();
    const wrong = check.add(sourced({ totalScore: "98.97" }, 1));
    const right = check.add(sourced({ projectName: "另一个项目" }, 2));
    expect(wrong.findings.map(({ rule }) => rule)).toContain("scores/total-mismatch");
    const { findings } = check.finish();
    expect(findings).toHaveLength(2);
    for (const [at, { findings: own }] of [wrong, right].entries())
      expect(findings[at]).toEqual(expect.arrayContaining([...own]));
  });

  it("keeps to the user's settings", () => {
    const check = openCheck({ settings: { rules: { "scores/total-mismatch": "off" } } });
    expect(check.add(sourced({ totalScore: "98.97" }, 1)).findings.map(({ rule }) => rule)).not.toContain(
      "scores/total-mismatch",
    );
  });

  it("judges by the edition that was asked for, and refuses one that does not exist", () => {
    expect(openCheck({ edition: "sh-2021" }).add(sourced({}, 1)).edition.id).toBe("sh-2021");
    expect(() => openCheck({ edition: "sh-1999" })).toThrow(Failure);
  });

  it("of no forms finds nothing", () => {
    expect(openCheck().finish()).toEqual({ findings: [], batch: [] });
  });
});
