/** A report over more forms than a list may have rows. */
import { decodeForm, openSummary } from "@zipingbiao/core";
import { SAMPLE_FORM, patchedWire, summaryEntry } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { loadTemplates } from "../../page/compile-templates.ts";
import { renderPage } from "../../page/render-page.ts";
import { viewText } from "../view-text.ts";
import { MOST_ROWS } from "./most-rows.ts";
import { viewReport } from "./view-report.ts";

/** Forms of so many units; in each one indicator is missed, for a reason of its own. */
function summaryOf(count: number) {
  const summary = openSummary();
  for (let at = 0; at < count; at += 1) {
    const form = decodeForm(
      patchedWire(SAMPLE_FORM, {
        projectName: `项目${at}`,
        implementingUnit: `单位${at}`,
        "indicators[3].deviationNote": `原因${at}：设备到货晚，已催促供应商`,
      }),
    );
    summary.add(summaryEntry(form, String(at).padStart(4, "0")));
  }
  return summary.finish();
}

describe("a report", () => {
  it("lists as many rows as a list may have", () => {
    const { annexes, measures } = viewReport(summaryOf(MOST_ROWS));
    expect(annexes.projects.groups.flatMap(({ rows }) => rows)).toHaveLength(MOST_ROWS);
    expect(annexes.missed?.groups.flatMap(({ rows }) => rows)).toHaveLength(MOST_ROWS);
    expect([measures.deviations.table?.rows.length, measures.deviations.table?.remark]).toEqual([MOST_ROWS, ""]);
  });

  it("leaves longer ones to the workbook, and says where they are, in the place of the table", () => {
    const view = viewReport(summaryOf(MOST_ROWS + 1));
    const { annexes, measures, basics } = view;
    expect([annexes.projects.groups, annexes.missed?.groups]).toEqual([[], []]);
    expect(annexes.projects.remark).toBe(
      "本表共501行，超过500行，不在本报告中逐行列出，见一并编制的汇总表（汇总表.xlsx）的“项目”工作表。",
    );
    expect(annexes.missed?.remark).toContain("“未完成指标”工作表");
    expect(measures.deviations.table?.rows).toHaveLength(MOST_ROWS);
    expect(measures.deviations.table?.remark).toBe(
      "共501条，只列前500条，其余见一并编制的汇总表（汇总表.xlsx）的“指标”工作表。",
    );
    const [comparison] = basics.comparisons;
    expect(comparison?.table.rows.map(({ name }) => name)).toEqual(["合计"]);
    expect(comparison?.paragraphs[0]).toContain("实施单位共501个，不在本报告中逐个列出");
    const { html } = renderPage(loadTemplates(), view);
    const annex = html.slice(html.indexOf('id="annex-projects"'), html.indexOf('id="annex-missed"'));
    expect(annex).not.toContain("<table");
    expect(annex).toContain(annexes.projects.remark);
    expect(viewText(view).filter((text) => text === "序号")).toHaveLength(1);
  });

  it("names twenty sources of one text and counts the others", () => {
    const summary = openSummary();
    for (let at = 0; at < 23; at += 1) {
      const patches = { projectName: `项目${at}`, "indicators[3].deviationNote": "设备到货晚" };
      summary.add(summaryEntry(decodeForm(patchedWire(SAMPLE_FORM, patches)), String(at)));
    }
    const [quote] = viewReport(summary.finish()).measures.deviations.table?.rows ?? [];
    expect(quote?.source.split("；")).toHaveLength(21);
    expect(quote?.source.endsWith("；另有3个项目")).toBe(true);
  });
});
