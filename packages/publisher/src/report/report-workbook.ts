/** Summary → 汇总表: the tables of a report as a workbook, amounts and points as numbers that people may add up. */
import type { Summary } from "@zipingbiao/core";
import type { StreamedWorkbook } from "@zipingbiao/renderer";
import { findingSheet } from "./finding-sheet.ts";
import { groupSheet } from "./group-sheet.ts";
import { indicatorSheet, missedSheet } from "./indicator-sheets.ts";
import { notesSheet } from "./notes-sheet.ts";
import { projectSheet } from "./project-sheet.ts";

/** The sheets 项目, 指标, 未完成指标, 检查发现, 汇总 and 说明, in this order. */
export function reportWorkbook(summary: Summary): StreamedWorkbook {
  return {
    title: "财政项目支出绩效自评汇总表",
    sheets: [
      projectSheet(summary),
      indicatorSheet(summary),
      missedSheet(summary),
      findingSheet(summary),
      groupSheet(summary),
      notesSheet(summary),
    ],
  };
}
