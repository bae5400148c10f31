import { BATCH_RULES, RULES } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { Failure } from "../trouble.ts";
import { nearest } from "./nearest.ts";
import { parseRuleSettings } from "./parse-rule-settings.ts";

const settingsIn = (text: string) => parseRuleSettings("r.yaml", new TextEncoder().encode(text));

/** `line: reason` of the file's failure. */
function refusal(text: string): string {
  try {
    settingsIn(text);
  } catch (error) {
    if (error instanceof Failure) return `${error.trouble.line}: ${error.trouble.why}`;
    throw error;
  }
  throw new Error("the file was taken");
}

describe("zpb.rules.yaml", () => {
  it("switches rules, changes severities and lists expected projects", () => {
    const text = `
# 说明
rules:
  weights/sum-not-hundred: note
  "scores/grade-mismatch": off
expectedProjects:
  - projectName: 公共数据平台运维
    implementingUnit: 某区大数据中心
  - projectName: "2024"
`;
    expect(settingsIn(text)).toEqual({
      rules: { "weights/sum-not-hundred": "note", "scores/grade-mismatch": "off" },
      expectedProjects: [
        { projectName: "公共数据平台运维", implementingUnit: "某区大数据中心" },
        { projectName: "2024" },
      ],
    });
  });

  it.each(["", "# 只有说明\n", "rules:\nexpectedProjects:\n", "rules: {}\n"])("changes nothing: %j", (text) => {
    expect(settingsIn(text)).toEqual({ rules: {}, expectedProjects: undefined });
  });

  it("an empty list of expected projects is a list", () => {
    expect(settingsIn("expectedProjects: []")).toMatchObject({ expectedProjects: [] });
  });

  it.each([
    [
      "rules:\n  scores/grade-mismach: off\n",
      "2: 没有「scores/grade-mismach」这条规则。您是否想用「scores/grade-mismatch」？",
    ],
    ["rules:\n  weights/sum-not-hundred: fatal\n", "2: 只能是：off、error、warning、note"],
    ["rule: {}\n", "1: 没有「rule」这一项。您是否想用「rules」？"],
    [
      "expectedProjects:\n  - projectname: 甲\n    projectName: 乙\n",
      "2: 没有「projectname」这一项。您是否想用「projectName」？",
    ],
    ["expectedProjects:\n  - projectName: 2024\n", "2: 应为文字；像数字或日期的文字请加引号"],
    ["expectedProjects:\n  - implementingUnit: 甲\n", "2: 缺少项目名称（projectName）"],
    ["expectedProjects:\n  - projectName: '  '\n", "2: 不能空白"],
    ["expectedProjects: 甲\n", "1: 应为清单，每条以「- 」开头"],
    ["rules: [a]\n", "1: 应写成「名称: 值」，冒号用半角，后面空一格"],
    ["a: &x {rules: {}}\nrules: *x\n", "2: 不能用「*」引用别处的内容，请直接写出"],
    ["rules: !!js/function 'x'\n", "1: 不能用「!」标签，只能写文字"],
    ["rules: {}\nrules: {}\n", "2: 同一个名称写了两次"],
    ["rules:\n\tscores/grade-mismatch: off\n", "2: 缩进用了制表符，请改用空格"],
    ["rules: {}\n---\nrules: {}\n", "2: 只能有一份内容，请去掉单独成行的「---」"],
    ["__proto__: {rules: {}}\n", "1: 没有「__proto__」这一项。可用的项：rules、expectedProjects"],
  ])("refuses %j with its line", (text, reason) => {
    expect(refusal(text)).toBe(reason);
  });

  it("refuses a rule named like a member of every object", () => {
    for (const id of ["__proto__", "constructor", "toString"]) {
      expect(refusal(`rules:\n  ${id}: off\n`)).toContain(`没有「${id}」这条规则`);
    }
  });

  it("names every fault, in the order of the text", () => {
    const told = refusal("rules:\n  a/b: off\n  weights/sum-not-hundred: x\nmore: 1\n");
    expect(told.match(/第 \d+ 行 .{4}/gu)).toEqual(["第 2 行 没有「a", "第 3 行 只能是：", "第 4 行 没有「m"]);
  });
});

it("the nearest of the known names comes first", () => {
  const known = [...RULES, ...BATCH_RULES].map((rule) => rule.id);
  expect(nearest("grade-mismatch", known)[0]).toBe("scores/grade-mismatch");
  expect(nearest("funds/excution-rate-mismatch", known)[0]).toBe("funds/execution-rate-mismatch");
  expect(nearest("score/total-mismatch", known)[0]).toBe("scores/total-mismatch");
  expect(nearest("完全不同", known)).toEqual([]);
  expect(nearest("x".repeat(100_000), known)).toEqual([]);
});
