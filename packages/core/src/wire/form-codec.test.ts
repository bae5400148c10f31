import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { firstReading } from "../testing/first-reading.ts";
import { SAMPLE_FORM, patchedWire } from "../testing/sample-form.ts";
import { WireFormError, decodeForm, encodeForm, formJsonSchema } from "./form-codec.ts";

const EXPECTED = new URL("../../../../fixtures/expected/", import.meta.url);

/** `place: reason` of everything that is refused. */
function problemsOf(json: unknown): readonly string[] {
  try {
    decodeForm(json);
    return [];
  } catch (error) {
    if (!(error instanceof WireFormError)) throw error;
    return error.problems.map(({ at, reason }) => `${at}: ${reason}`);
  }
}

describe("form@1 codec", () => {
  it("decode∘encode is the identity on the sample form and on all 49 disclosed forms", () => {
    const forms = readdirSync(EXPECTED)
      .filter((file) => file.endsWith(".expected.json"))
      .flatMap((file) => JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8")) as unknown[])
      .map(firstReading);
    expect(forms).toHaveLength(49);
    for (const wire of [SAMPLE_FORM, ...forms]) expect(encodeForm(decodeForm(wire))).toEqual(wire);
  });

  it("keeps the money in 元 whatever unit is printed", () => {
    expect(decodeForm(SAMPLE_FORM).funds.total.annualBudget).toMatchObject({ kind: "read", text: "308.00" });
    const cell = decodeForm(SAMPLE_FORM).funds.total.annualBudget;
    expect(cell.kind === "read" && cell.value.yuan.toFixed()).toBe("3080000");
  });

  it.each([
    ["funds.total.annualBudget", "2,936.70"],
    ["funds.total.executionRate", "99.5%"],
    ["indicators[0].score", "1e3"],
    ["indicators[0].score", "0x1f"],
    ["indicators[0].score", 10],
    ["indicators[0].name", "坏\u0000字"],
    ["indicators[0].name", "孤\uD800立"],
    ["overallGoal.expected", "长".repeat(20_001)],
    ["edition", "sh-1999"],
    ["surplus", "x"],
  ])("refuses %s = %j and names the place", (path, value) => {
    const json = path === "surplus" ? { ...SAMPLE_FORM, surplus: value } : patchedWire(SAMPLE_FORM, { [path]: value });
    let caught: unknown;
    try {
      decodeForm(json);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(WireFormError);
    const [problem] = (caught as WireFormError).problems;
    expect(problem?.at).toBe(path === "surplus" ? "" : path);
    expect(problem?.reason).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    [{ indicators: "x" }, "indicators: 类型不对，应为方括号中的列表"],
    [{ title: 2024 }, "title: 类型不对，应为带引号的文字"],
    [{ fiscalYear: "2024" }, "fiscalYear: 类型不对，应为不带引号的数"],
    [{ fiscalYear: 2024.5 }, "fiscalYear: 类型不对，应为整数"],
    [{ overallGoal: [] }, "overallGoal: 类型不对，应为花括号中的各项"],
    [{ origin: 1 }, "origin: 类型不对，应为花括号中的各项"],
  ])("names the type that %j should have as a clerk may know it", (members, told) => {
    expect(problemsOf({ ...SAMPLE_FORM, ...members })).toEqual([told]);
  });

  it("tells a blank cell from one that could not be read", () => {
    const origin = { file: "a.txt", line: 9 };
    const json = {
      ...(patchedWire(SAMPLE_FORM, { "indicators[0].score": null, "indicators[1].score": null }) as object),
      unreadable: [{ at: "indicators[0].score", text: "1O.00", origin, reason: "得分不是数字" }],
    };
    const form = decodeForm(json);
    expect(form.indicators[0]?.score).toEqual({ kind: "unreadable", text: "1O.00" });
    expect(form.indicators[1]?.score).toEqual({ kind: "blank" });
  });

  it("publishes a JSON Schema in which every member of the contract stands", () => {
    const schema = formJsonSchema() as { properties: object; required: string[] };
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(["funds", "indicators", "origin", "leftovers", "unreadable", "revision"]),
    );
    expect(schema.required).toContain("rating");
  });
});
