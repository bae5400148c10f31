import { sampleForm } from "@zipingbiao/core/testing";
import { PrintFailure } from "@zipingbiao/renderer";
import { expect, it } from "vitest";
import { formTrouble } from "./form-trouble.ts";

const said = { what: "有 1 个字没有字形", why: "“𡋾”（U+212FE）", next: "请核对" };
const failure = new PrintFailure("print/missing-glyph", { ...said, characters: ["𡋾"] });

it("names the cells of a character that cannot be printed, and the line of the first", () => {
  const form = sampleForm({ "overallGoal.actual": "运行平𡋾。", "indicators[0].name": "巡检𡋾数" });
  const origin = { "overallGoal.actual": { file: "甲.txt", line: 12 } };
  expect(formTrouble(failure, "甲.txt", { ...form, origin })).toEqual({
    ...said,
    code: "print/missing-glyph",
    file: "甲.txt",
    line: 12,
    project: form.projectName,
    why: expect.stringMatching(/^“𡋾”（U\+212FE）。所在栏目：年度总体目标.*、.*巡检𡋾数.*$/u),
  });
});

it("counts the cells that it does not name", () => {
  const form = sampleForm({ "indicators[0].name": "𡋾" });
  const rows = Array.from({ length: 7 }, () => form.indicators[0]).filter((row) => row !== undefined);
  expect(formTrouble(failure, "甲.txt", { ...form, indicators: rows }).why).toMatch(/ 等 7 处$/u);
});

it("leaves a character of the template, and every other failure, as they are", () => {
  const form = sampleForm({});
  expect(formTrouble(failure, "甲.txt", form).why).toBe(said.why);
  expect(formTrouble(new PrintFailure("print/timeout", said), "甲.txt", form).why).toBe(said.why);
  expect(() => formTrouble(new Error("bug"), "甲.txt", form)).toThrow("bug");
});
