import { encodeForm } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { maskForm } from "./mask-form.ts";

const PHONE = "13000000000";
const MASKED = "130＊＊＊＊0000";
const origin = { file: "a.txt", line: 3 };

describe("maskForm", () => {
  it("masks every text that is published anywhere, and names its place", () => {
    const places = {
      title: "标题",
      projectName: "项目名称",
      projectCode: "项目编码",
      competentDepartment: "主管部门",
      implementingUnit: "实施单位",
      "overallGoal.expected": "年度总体目标 · 预期目标",
      "overallGoal.actual": "年度总体目标 · 实际完成情况",
      "indicators[0].target": "经济成本指标 · 运维成本总额 · 年度指标值",
      "indicators[3].deviationNote": "时效指标 · 故障响应及时率 · 偏差原因分析及改进措施",
      rating: "评分等级",
      notes: "备注",
    };
    const { form, places: found } = maskForm(
      sampleForm({
        ...Object.fromEntries(Object.keys(places).map((at) => [at, `电话${PHONE}`])),
        leftovers: [{ text: PHONE, origin }],
        unreadable: [{ at: "rating", text: PHONE, origin, reason: `像 ${PHONE}`, candidates: ["一", PHONE] }],
        revision: {
          number: 1,
          previous: "1".repeat(64),
          reason: `删去 ${PHONE}`,
          date: "2025-03-31",
          changes: [{ at: "notes", before: `${PHONE}、${PHONE}`, after: "", cause: "asked" }],
        },
      }),
    );
    expect(JSON.stringify(encodeForm(form))).not.toContain(PHONE);
    expect(form.projectName).toBe(`电话${MASKED}`);
    const kind = "mobile-number";
    expect(found.slice(0, 11)).toEqual(Object.entries(places).map(([at, label]) => ({ at, label, kind })));
    expect(found.slice(11).map(({ at }) => at)).toEqual([
      "leftovers[0]",
      "rating",
      "rating",
      "rating",
      "revision",
      "revision",
      "revision",
    ]);
    expect(maskForm(form).places).toEqual([]);
  });

  it("never touches figures, hashes and places, whatever their digits look like", () => {
    const form = sampleForm({
      "funds.total.annualBudget": PHONE,
      totalScore: PHONE,
      "indicators[0].weight": PHONE,
      origin: { "funds.total.score": { file: `${PHONE}.txt`, sheet: PHONE } },
      revision: {
        number: 1,
        previous: `${PHONE.padStart(40, "a")}${"b".repeat(24)}`,
        reason: "无",
        date: "2025-03-31",
        changes: [],
      },
    });
    expect(maskForm(form)).toEqual({ form, places: [] });
  });
});
