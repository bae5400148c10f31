import { BATCH_RULES, RULES } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";
import { parseRuleSettings } from "./parse-rule-settings.ts";

const refused = (text: string): readonly string[] => {
  const parsed = parseRuleSettings(text);
  return "problems" in parsed ? parsed.problems.map((each) => `${each.line}:${each.column} ${each.reason}`) : [];
};

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
    expect(parseRuleSettings(text)).toEqual({
      settings: {
        rules: { "weights/sum-not-hundred": "note", "scores/grade-mismatch": "off" },
        expectedProjects: [
          { projectName: "公共数据平台运维", implementingUnit: "某区大数据中心" },
          { projectName: "2024" },
        ],
      },
    });
  });

  it.each(["", "# 只有说明\n", "rules:\nexpectedProjects:\n", "rules: {}\n"])("changes nothing: %j", (text) => {
    expect(parseRuleSettings(text)).toEqual({ settings: { rules: {}, expectedProjects: undefined } });
  });

  it("an empty list of expected projects is a list", () => {
    expect(parseRuleSettings("expectedProjects: []")).toMatchObject({ settings: { expectedProjects: [] } });
  });

  it.each([
    [
      "rules:\n  scores/grade-mismach: off\n",
      "2:3 没有「scores/grade-mismach」这条规则。您是否想用「scores/grade-mismatch」？",
    ],
    ["rules:\n  weights/sum-not-hundred: fatal\n", "2:28 只能是：off、error、warning、note"],
    ["rule: {}\n", "1:1 没有「rule」这一项。您是否想用「rules」？"],
    [
      "expectedProjects:\n  - projectname: 甲\n    projectName: 乙\n",
      "2:5 没有「projectname」这一项。您是否想用「projectName」？",
    ],
    ["expectedProjects:\n  - projectName: 2024\n", "2:18 应为文字；像数字或日期的文字请加引号"],
    ["expectedProjects:\n  - implementingUnit: 甲\n", "2:5 缺少项目名称（projectName）"],
    ["expectedProjects:\n  - projectName: '  '\n", "2:18 不能为空"],
    ["expectedProjects: 甲\n", "1:19 应为一列，每行以「- 」开头"],
    ["rules: [a]\n", "1:8 应为「名称: 值」的形式"],
    ["a: &x {rules: {}}\nrules: *x\n", "2:8 不能用「*」引用别处的内容，请直接写出"],
    ["rules: !!js/function 'x'\n", "1:8 不能用「!」标签，只能写文字"],
    ["rules: {}\nrules: {}\n", "2:1 同一项写了两次"],
    ["rules:\n\tscores/grade-mismatch: off\n", "2:1 缩进用了制表符，请改用空格"],
    ["rules: {}\n---\nrules: {}\n", "2:1 只能有一份内容，请去掉单独成行的「---」"],
    ["__proto__: {rules: {}}\n", "1:1 没有「__proto__」这一项。可用的项：rules、expectedProjects"],
  ])("refuses %j with its place", (text, reason) => {
    expect(refused(text)[0]).toBe(reason);
  });

  it("refuses a rule named like a member of every object", () => {
    for (const id of ["__proto__", "constructor", "toString"]) {
      expect(refused(`rules:\n  ${id}: off\n`)[0]).toContain(`没有「${id}」这条规则`);
    }
  });

  it("names every fault, in the order of the text", () => {
    expect(
      refused("rules:\n  a/b: off\n  weights/sum-not-hundred: x\nmore: 1\n").map((each) => each.split(" ")[0]),
    ).toEqual(["2:3", "3:28", "4:1"]);
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
