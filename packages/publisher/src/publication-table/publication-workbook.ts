/** 公开情况表.xlsx: what a run published, held back, let through, masked, corrected and could not do, for the desk of the bureau. */
import type { StreamedWorkbook } from "@zipingbiao/renderer";
import { countsSheet } from "./counts-sheet.ts";
import { publishedSheet, unpublishedSheet } from "./form-sheets.ts";
import { correctedSheet, maskedSheet, waivedSheet } from "./place-sheets.ts";
import type { RunRecord } from "./run-record.ts";
import { undoneSheet } from "./undone-sheet.ts";

/** Beside the start page: it says what that says, form by form, and no more of a form that is not published. */
export const PUBLICATION_TABLE_PATH = "公开情况表.xlsx";

/** The sheets 汇总, 公开, 未公开, 放行, 遮盖, 更正 and 未完成. The same inputs give the same bytes. */
export function publicationWorkbook(record: RunRecord): StreamedWorkbook {
  const { forms, unpublished } = record;
  return {
    title: "财政项目支出绩效自评表公开情况表",
    sheets: [
      countsSheet(record),
      publishedSheet(forms),
      unpublishedSheet(unpublished),
      waivedSheet(forms),
      maskedSheet(forms),
      correctedSheet(forms),
      undoneSheet(record),
    ],
  };
}
