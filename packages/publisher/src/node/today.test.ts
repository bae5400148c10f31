import { describe, expect, it } from "vitest";
import { today } from "./today.ts";

const NOW = new Date(2025, 2, 1, 23, 59);

describe("today", () => {
  it.each([
    [{}, "2025-03-01"],
    [{ SOURCE_DATE_EPOCH: "" }, "2025-03-01"],
    [{ SOURCE_DATE_EPOCH: "0" }, "1970-01-01"],
    [{ SOURCE_DATE_EPOCH: "1735689599" }, "2024-12-31"],
    [{ SOURCE_DATE_EPOCH: "1735689600" }, "2025-01-01"],
    [{ SOURCE_DATE_EPOCH: "253402300799" }, "9999-12-31"],
  ])("with %j is %s", (environment, day) => expect(today(environment, NOW)).toBe(day));

  it.each(["昨天", "1e9", "-1", "1.5", "253402300800"])("refuses SOURCE_DATE_EPOCH=%s and names it", (given) => {
    expect(() => today({ SOURCE_DATE_EPOCH: given }, NOW)).toThrow("环境变量 SOURCE_DATE_EPOCH 不是日期");
  });
});
