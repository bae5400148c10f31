import { decodeForm, encodeForm } from "@zipingbiao/core";
import { SAMPLE_FORM, sampleForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { Failure } from "../trouble.ts";
import { changesIn, parseAsked } from "./asked-changes.ts";

describe("parseAsked", () => {
  it.each([
    ["indicators[3].target=≥8500.00(个)", { at: "indicators[3].target", after: "≥8500.00(个)" }],
    ["indicators[3].target==100(%)", { at: "indicators[3].target", after: "=100(%)" }],
    [" rating = 优", { at: "rating", after: " 优" }],
    ["totalScore=", { at: "totalScore", after: null }],
    ["notes=", { at: "notes", after: null }],
    ["indicators[0].deviationNote=", { at: "indicators[0].deviationNote", after: "" }],
    ["nowhere=", { at: "nowhere", after: "" }],
  ])("%s", (text, asked) => {
    expect(parseAsked(text)).toEqual(asked);
  });

  it.each(["rating", "", "=优"])("nothing is asked for by %j", (text) => {
    expect(parseAsked(text)).toBeUndefined();
  });
});

describe("changesIn", () => {
  const rows = SAMPLE_FORM.indicators;
  const form = sampleForm();
  const refusal = (patches: Readonly<Record<string, unknown>>) => {
    try {
      changesIn({ form: sampleForm(patches), medium: "json" }, form, "改好的.json");
    } catch (error) {
      if (error instanceof Failure) return error.trouble;
      throw error;
    }
    throw new Error("not refused");
  };

  it("every cell that the copy says otherwise, in the order of the form", () => {
    const copy = sampleForm({ rating: null, "indicators[1].score": "14.00", projectName: "公共数据平台运行维护" });
    expect(changesIn({ form: copy, medium: "json" }, form, "改好的.json")).toMatchObject([
      { at: "projectName", after: "公共数据平台运行维护" },
      { at: "indicators[1].score", after: "14.00" },
      { at: "rating", after: null },
    ]);
  });

  it("what was noted about the reading of either is no change", () => {
    const origin = { rating: { file: "a.txt", line: 3 } };
    const copy = decodeForm({ ...encodeForm(form), rating: "优秀", origin });
    expect(changesIn({ form: copy, medium: "json" }, form, "改好的.json")).toMatchObject([{ at: "rating" }]);
  });

  it.each([
    [{}, /逐格相同/u],
    [{ edition: "sh-2021" }, /要更正的表为 sh-2024，给出的为 sh-2021/u],
    [{ indicators: rows.slice(1) }, /有 6 行指标，给出的有 5 行/u],
    [
      { projectName: "别的项目", indicators: rows.map((row) => ({ ...row, name: `${row.name}甲` })) },
      /不像是同一个项目/u,
    ],
  ])("refuses %j", (patches, why) => {
    const { file, project, ...words } = refusal(patches);
    expect([file, project]).toEqual(["改好的.json", form.projectName]);
    expect(words.why).toMatch(why);
  });
});
