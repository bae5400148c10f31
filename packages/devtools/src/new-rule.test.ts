import { describe, expect, it } from "vitest";
import { ruleIds } from "./generate/registry.ts";
import { RULE_ID, scaffold } from "./new-rule.ts";

describe("new:rule", () => {
  it("puts rule and test side by side, where the registry finds the rule alone", () => {
    const files = scaffold("funds/rate-missing");
    expect(ruleIds([...files.keys()])).toEqual(["funds/rate-missing"]);
    expect(files.size).toBe(2);
    expect([...files.values()][0]).toContain('id: "funds/rate-missing"');
  });

  it.each(["funds", "funds/Rate", "funds/a/b", "../x/y", "funds/"])("refuses %s", (id) => {
    expect(RULE_ID.test(id)).toBe(false);
  });
});
