import { describe, expect, it } from "vitest";
import { sampleForm } from "../testing/sample-form.ts";
import { textOf } from "../place/cell.ts";
import { canonicalText, publishedForm } from "./canonical-text.ts";
import { decodeForm } from "./form-codec.ts";

const origin = { file: "报送/某单位.xlsx", sheet: "表一", cell: "B4" };
const form = sampleForm({
  "funds.otherFunds.initialBudget": null,
  "indicators[1].score": null,
  totalScore: null,
  unreadable: [
    { at: "funds.otherFunds.initialBudget", text: "约12万", origin, reason: "不是数" },
    { at: "indicators[1].score", text: "十五", origin, reason: "不是数" },
    { at: "projectName", text: "公共数据平台运维", origin, reason: "名称可能不全" },
    { at: "totalScore", text: "", origin, reason: "看不清" },
  ],
});

describe("a published form", () => {
  it("says what stands in its cells, also where that is no figure", () => {
    const read = decodeForm(JSON.parse(canonicalText(form)));
    expect(textOf(read.funds.otherFunds.initialBudget)).toBe("约12万");
    expect(textOf(read.indicators[1]?.score ?? read.totalScore)).toBe("十五");
    expect(read.totalScore.kind).toBe("blank");
    expect(canonicalText(read)).toBe(canonicalText(form));
  });

  it("tells neither where that was read nor what else was doubtful", () => {
    expect(publishedForm(form).unreadable.map(({ at }) => at)).toEqual([
      "funds.otherFunds.initialBudget",
      "indicators[1].score",
    ]);
    expect(canonicalText(form)).not.toMatch(/某单位|表一|B4/u);
  });
});
