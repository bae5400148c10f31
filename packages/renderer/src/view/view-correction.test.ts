import { type AskedChange, correctForm, findEdition } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { viewCorrection } from "./view-correction.ts";
import { viewRows } from "./view-text.ts";

const about = { reason: "录入有误", date: "2025-03-01", sha256: () => "0123456789abcdef".repeat(4) };

function viewOf(asked: Readonly<Record<string, string | null>>, patches: Readonly<Record<string, unknown>> = {}) {
  const form = sampleForm(patches);
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error("no edition");
  const changes: AskedChange[] = Object.entries(asked).map(([at, after]) => ({ at, after }));
  const made = correctForm(form, changes, about, edition);
  if (made.kind === "refused" || made.form.revision === undefined) throw new Error(JSON.stringify(made));
  return { view: viewCorrection(made.form, made.form.revision, edition), form: made.form, edition };
}

describe("viewCorrection", () => {
  it("says which form it is about, why and when, and every change with its texts", () => {
    const { view } = viewOf({ "indicators[1].score": "14.00", "indicators[1].deviationNote": "有两次巡检未留记录。" });
    expect(viewRows(view)).toEqual([
      ["财政项目支出绩效自评表更正说明"],
      ["以下自评表已经更正，共有 3 处改动，以更正后的为准。"],
      ["项目名称", "公共数据平台运维"],
      ["主管部门", expect.any(String)],
      ["实施单位", expect.any(String)],
      ["年度", "2024年度"],
      ["版次", "第 1 次更正，替换首次编制的自评表（其 form.json 的 sha256 以 0123456789abcdef 开头）"],
      ["更正原因", "录入有误"],
      ["更正日期", "2025年3月1日"],
      ["改动前后的内容如下："],
      ["序号", "位置", "更正前", "更正后", "类别"],
      ["1", "数量指标 · 日常巡检次数 · 得分", "15.00", "14.00", "更正"],
      ["2", "数量指标 · 日常巡检次数 · 偏差原因分析及改进措施", "（空白）", "有两次巡检未留记录。", "更正"],
      ["3", "总分（得分）", "98.96", "97.96", "随之重算"],
      [expect.stringContaining("“随之重算”是更正之后，按本表的计算方法重新算得的内容")],
      [expect.any(String)],
      ["2025年3月1日"],
    ]);
  });

  it("prints amounts and rates as the form does, and what is no number as it stood", () => {
    const amounts = (text: string) => ({
      "funds.total.annualBudget": text,
      "funds.currentYearAppropriation.annualBudget": text,
    });
    const { view } = viewOf(amounts("1308.00"));
    expect(view.changes[0]).toMatchObject({ before: "308.00", after: "1,308.00" });
    const doubtful = {
      "funds.otherFunds.initialBudget": null,
      unreadable: [
        { at: "funds.otherFunds.initialBudget", text: "l2.0O", origin: { file: "a.txt" }, reason: "不是数" },
      ],
    };
    const settled = viewOf({ "funds.otherFunds.initialBudget": "0.00" }, doubtful).view;
    expect(settled.changes[0]).toMatchObject({ before: "l2.0O", after: "0.00" });
  });

  it("says so where two texts look alike", () => {
    const { view } = viewOf({ "indicators[1].target": "≥250.00 (次)" });
    expect(view.changes[0]).toMatchObject({ before: "≥250.00(次)", after: "≥250.00 (次)（只有空格、换行不同）" });
    expect(view.remark).toBe("其余内容与更正前一致。");
  });

  it("lets only long rows break over pages", () => {
    const { view } = viewOf({ "overallGoal.actual": "完".repeat(301), "indicators[1].target": "≥290.00(次)" });
    expect(view.changes.map(({ isLong }) => isLong)).toEqual([true, false]);
  });

  it("a second correction names the one before", () => {
    const { form, edition } = viewOf({ title: "自评表" });
    const again = correctForm(form, [{ at: "rating", after: "优秀" }], about, edition);
    if (again.kind === "refused" || again.form.revision === undefined) throw new Error("refused");
    const { facts, title } = viewCorrection(again.form, again.form.revision, edition);
    expect(facts.find(({ caption }) => caption === "版次")?.text).toContain("第 2 次更正，替换第 1 次更正后的自评表");
    expect(title).toBe("自评表更正说明");
  });
});
