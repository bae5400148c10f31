import { type SelfEvaluationForm, decodeForm } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { randomForm } from "../../test/random-form.ts";
import { tellTorn } from "./tell-torn.ts";

const origin = { file: "表.pdf", page: 2 };

function formWith(title: string, level1: string): SelfEvaluationForm {
  const form = randomForm(3);
  return decodeForm({
    ...form,
    title,
    indicators: form.indicators.slice(0, 1).map((row) => ({ ...row, level1, level2: "社会效益指标" })),
    origin: { projectName: origin, "indicators[0].level1": origin },
    unreadable: [],
    leftovers: [],
  });
}

const told = (form: SelfEvaluationForm) => tellTorn(form).unreadable.map(({ at, candidates }) => [at, candidates]);

describe("what a page's end has cut", () => {
  it("a label that stops before its end, with what it may be", () => {
    expect(told(formWith("自评表", "效益"))).toEqual([["indicators[0].level1", ["效益", "效益指标"]]]);
    expect(told(formWith("自评表", "效益指"))).toEqual([["indicators[0].level1", ["效益指", "效益指标"]]]);
  });

  it("a title", () => {
    expect(told(formWith("", "效益指标"))).toEqual([["title", undefined]]);
  });

  it("is nothing where all is whole, or a label of another kind", () => {
    expect(told(formWith("自评表", "效益指标(30分)"))).toEqual([]);
    expect(told(formWith("自评表", "服务能力"))).toEqual([]);
  });
});
