import { describe, expect, it } from "vitest";
import { readActual } from "./actual.ts";
import { readTarget } from "./target.ts";

describe("readTarget", () => {
  it.each([
    ["≥250.00(次)", "≥", "250", "次"],
    [">=250(次)", "≥", "250", "次"],
    ["＞=98％", "≥", "98", "％"],
    ["≤441.55(万元)", "≤", "441.55", "万元"],
    ["<100.00(%)", "<", "100", "%"],
    ["=24.00(小时/天)", "=", "24", "小时/天"],
    ["100%", "=", "100", "%"],
    ["12", "=", "12", ""],
    ["≥2,000.50（人次）", "≥", "2000.5", "人次"],
    ["90%以上", "≥", "90", "%"],
    ["90%及以上", "≥", "90", "%"],
    ["≥90%以上", "≥", "90", "%"],
    ["24小时内", "≤", "24", "小时"],
    ["5个工作日以内", "≤", "5", "个工作日"],
    ["大于等于95%", "≥", "95", "%"],
    ["低于5%", "<", "5", "%"],
    ["12个月", "=", "12", "个月"],
    ["=12.00(月)", "=", "12", "月"],
    ["2年", "=", "2", "年"],
  ])("reads %s", (text, comparator, number, unit) => {
    const target = readTarget(text);
    expect(target).toMatchObject({ kind: "quantitative", text, comparator, quantity: { unit } });
    expect(target.kind === "quantitative" && target.quantity.number.toFixed()).toBe(number);
  });

  it.each([
    "合规(按合同规定)",
    "<=概算批复",
    "5*8小时驻场服务",
    "24小时7天",
    "专项资金带动社会资金投入比例≥1:3",
    "0x1f",
    "1e400",
    "Infinity",
    "1.2.3",
    "≥",
    "500人左右",
    "12月底前",
    "12月",
    "11月中旬",
    "2024年",
    "2024年底前完成",
    "以上",
  ])("keeps the wording %s", (text) => expect(readTarget(text)).toEqual({ kind: "wording", text }));

  it("knows a blank cell", () => {
    expect(readTarget("  ")).toEqual({ kind: "blank", text: "" });
    expect(readActual("")).toEqual({ kind: "blank", text: "" });
  });
});

describe("readActual", () => {
  it("reads quantities and keeps wording", () => {
    expect(readActual("12504.00(个)")).toMatchObject({ kind: "quantitative", quantity: { unit: "个" } });
    expect(readActual("达成指标")).toEqual({ kind: "wording", text: "达成指标" });
    expect(readActual("95%以上")).toEqual({ kind: "wording", text: "95%以上" });
    expect(readActual("11月")).toEqual({ kind: "wording", text: "11月" });
  });
});
