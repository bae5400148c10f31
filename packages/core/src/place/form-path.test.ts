import { describe, expect, it } from "vitest";
import { parseFormPath, pathOf } from "./form-path.ts";

describe("parseFormPath", () => {
  it.each([
    ["indicators[3].target", { kind: "indicator", row: 3, field: "target" }],
    ["indicators[0].deviationNote", { kind: "indicator", row: 0, field: "deviationNote" }],
    ["indicators[120].score", { kind: "indicator", row: 120, field: "score" }],
    ["funds.total.executionRate", { kind: "fund", row: "total", column: "executionRate" }],
    ["overallGoal.actual", { kind: "single", field: "overallGoal.actual" }],
    ["rating", { kind: "single", field: "rating" }],
  ] as const)("takes %s apart, and pathOf puts it together", (path, cell) => {
    expect(parseFormPath(path)).toEqual(cell);
    expect(pathOf(cell)).toBe(path);
  });

  it.each([
    "",
    "edition",
    "schema",
    "indicators",
    "indicators[3]",
    "indicators[03].target",
    "indicators[-1].target",
    "indicators[1].goal",
    "indicators[9999999].target",
    "funds.total",
    "funds.total.rate",
    "funds.__proto__.score",
    "overallGoal",
    "revision.number",
    " rating",
    "rating\n",
  ])("names no single cell: %j", (path) => expect(parseFormPath(path)).toBeUndefined());
});
