import { describe, expect, it } from "vitest";
import { formatDecimal } from "../values/decimal.ts";
import { groupStem, readGroupLabel } from "./group-label.ts";

describe("the label of a group", () => {
  it.each([
    ["产出指标", "产出指标", undefined],
    ["产出指标(50分)", "产出指标", "50"],
    ["产出指标（50分）", "产出指标", "50"],
    ["产出 指标（ 50 分 ）", "产出指标", "50"],
    ["产出指标\n(50分)", "产出指标", "50"],
    ["满意度指标（１０分）", "满意度指标", "10"],
    ["效益指标(22.5)", "效益指标", "22.5"],
    ["产出指标(新增)", "产出指标(新增)", undefined],
    ["产出指标(2022)", "产出指标(2022)", undefined],
    ["(50分)", "(50分)", undefined],
    ["50分", "50分", undefined],
    ["", "", undefined],
  ])("%j is %j with %s points", (label, name, points) => {
    const read = readGroupLabel(label);
    expect(read.name).toBe(name);
    expect(read.points === undefined ? undefined : formatDecimal(read.points)).toBe(points);
  });

  it.each([
    ["产出指标(50分)", "产出"],
    ["服务对象满意度 指标", "服务对象满意度"],
    ["满意度", "满意度"],
  ])("%j has the stem %j", (label, stem) => expect(groupStem(label)).toBe(stem));
});
