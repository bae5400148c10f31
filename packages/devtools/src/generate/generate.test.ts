import type { Rule } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { registrySource, ruleIds } from "./registry.ts";
import type { RuleWords } from "./rule-pages.ts";
import { rulePages } from "./rule-pages.ts";

describe("the registry", () => {
  it("takes the rules of a folder, not their tests", () => {
    const folder = "packages/core/src/audit/rules";
    expect(
      ruleIds([`${folder}/funds/b-c.ts`, `${folder}/funds/b-c.test.ts`, `${folder}/a/a.ts`, `${folder}/README.md`]),
    ).toEqual(["a/a", "funds/b-c"]);
  });

  it("is the same whatever the order of the files", () => {
    const ids = ["funds/rate-off", "a/b-2-c"];
    const source = registrySource(ids);
    expect(source).toBe(registrySource(ids.toReversed()));
    expect(source).toContain(
      'import aB2C from "./rules/a/b-2-c.ts";\nimport fundsRateOff from "./rules/funds/rate-off.ts";',
    );
    expect(source).toContain("export const RULES: readonly Rule[] = [\n  aB2C,\n  fundsRateOff,\n];\n");
  });
});

describe("rule pages", () => {
  const rule: Rule = {
    id: "funds/rate-off",
    title: "执行率不符",
    severity: "error",
    editions: ["e1"],
    basis: () => [{ id: "b", title: "某办法", documentNumber: "某〔2020〕1号", certainty: "text", note: "第二条。" }],
    why: "为何",
    fix: "改正",
    check: () => [],
    message: () => "",
    examples: { bad: [{ "funds.total.executionRate": "9.00" }], good: [{ totalScore: null }], uncheckable: [] },
  };
  const words: RuleWords = {
    severities: { error: "差错", warning: "疑点", note: "提示" },
    certainties: { text: "文件原文", sample: "样本", practice: "做法", unverified: "未核实" },
    editions: [{ id: "e1", name: "某版" }],
    labelOf: (path) => `<${path}>`,
    basisOf: () => rule.basis({} as never),
    saidOf: () => ["执行率应为 8.00"],
  };

  it("say what the rule says, with its source and what the examples bring out", () => {
    const text = rulePages([rule], words).get("docs/rules/funds/rate-off.md");
    expect(text).toContain("编号 `funds/rate-off` · 差错（error） · 适用版式：某版");
    expect(text).toContain("- 某办法（某〔2020〕1号）：第二条。 【文件原文】");
    expect(text).toContain("- <funds.total.executionRate>改为「9.00」\n  > 执行率应为 8.00");
    expect(text).toContain("### 不会报出\n\n- <totalScore>改为空白");
    expect(text).not.toContain("无法核对");
  });

  it("are indexed by group and by source", () => {
    const index = rulePages([rule], words).get("docs/rules/README.md");
    expect(index).toContain("### funds");
    expect(index).toContain("| [funds/rate-off](funds/rate-off.md) | 差错 | 执行率不符 |");
    expect(index).toContain("【文件原文】\n  - [funds/rate-off](funds/rate-off.md)");
  });
});
