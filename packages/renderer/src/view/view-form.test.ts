import { findEdition } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { mergeSpans } from "./merge-spans.ts";
import { viewForm } from "./view-form.ts";
import { viewText } from "./view-text.ts";

const sh2024 = findEdition("sh-2024");
const sh2021 = findEdition("sh-2021");
if (sh2024 === undefined || sh2021 === undefined) throw new Error("editions missing");

describe("viewForm", () => {
  it("groups thousands and keeps the digits as they are", () => {
    const form = sampleForm({
      "funds.total.annualBudget": "1234567.8",
      "funds.total.annualExecution": "-999",
      "funds.total.initialBudget": "123456",
    });
    const [total] = viewForm(form, sh2024).funds.rows;
    expect(total?.annualBudget).toBe("1,234,567.8");
    expect(total?.annualExecution).toBe("-999");
    expect(total?.initialBudget).toBe("123,456");
  });

  it("prints the edition's dash only in blank cells of fund parts", () => {
    const [total, part] = viewForm(sampleForm({ "funds.total.weight": null }), sh2024).funds.rows;
    expect([total?.weight, total?.score]).toEqual(["", "9.96"]);
    expect([part?.weight, part?.executionRate, part?.score]).toEqual(["-", "99.59", "-"]);
    const [, part2021] = viewForm(sampleForm({ edition: "sh-2021" }), sh2021).funds.rows;
    expect([part2021?.weight, part2021?.executionRate, part2021?.score]).toEqual(["—", "99.59%", ""]);
  });

  it("names the unit that the form counts in, whatever the edition's", () => {
    expect(viewForm(sampleForm({ currencyUnit: "元" }), sh2024).funds.caption).toBe("项目资金（元）");
    expect(viewForm(sampleForm({ currencyUnit: "万元" }), sh2021).funds.caption).toBe("项目资金（万元）");
  });

  it("prints what could not be read as it stood", () => {
    const form = sampleForm({
      "indicators[0].score": null,
      unreadable: [{ at: "indicators[0].score", text: "1O.0", origin: { file: "a.txt" }, reason: "不是数" }],
    });
    expect(viewForm(form, sh2024).indicators.rows[0]?.score).toBe("1O.0");
  });

  it("has a rating row where the edition has one, and where a form states a rating all the same", () => {
    expect(viewForm(sampleForm({ rating: null }), sh2024).rating).toEqual({ caption: "评分等级", text: "" });
    expect(viewForm(sampleForm({ rating: null }), sh2021).rating).toBeNull();
    expect(viewForm(sampleForm({ rating: "优" }), sh2021).rating).toEqual({ caption: "评分等级", text: "优" });
  });

  it("gives every text once, in the order of the page", () => {
    const texts = viewText(viewForm(sampleForm({ notes: "附注文字" }), sh2024));
    expect(texts.slice(0, 4)).toEqual(["财政项目支出绩效自评表", "（2024年度）", "项目名称", "公共数据平台运维"]);
    expect(texts.slice(-2)).toEqual(["备注", "附注文字"]);
    expect(texts.filter((text) => text === "产出指标")).toHaveLength(1);
    expect(texts).not.toContain("");
  });
});

describe("mergeSpans", () => {
  it("merges equal neighbours, inner groups only within the outer group", () => {
    const rows = [
      ["产出", "数量"],
      ["产出", "数量"],
      ["产出", "质量"],
      ["效益", "质量"],
    ];
    expect(mergeSpans(rows)).toEqual([
      [
        { text: "产出", span: 3 },
        { text: "数量", span: 2 },
      ],
      [null, null],
      [null, { text: "质量", span: 1 }],
      [
        { text: "效益", span: 1 },
        { text: "质量", span: 1 },
      ],
    ]);
  });

  it("keeps blank cells single and knows no rows", () => {
    expect(
      mergeSpans([
        ["", ""],
        ["", ""],
      ]),
    ).toEqual([
      [
        { text: "", span: 1 },
        { text: "", span: 1 },
      ],
      [
        { text: "", span: 1 },
        { text: "", span: 1 },
      ],
    ]);
    expect(mergeSpans([])).toEqual([]);
  });
});
