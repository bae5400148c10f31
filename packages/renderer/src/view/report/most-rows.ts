/** How long the lists of a report may be. A report over thousands of forms stays one that people read; the workbook has every row. */

/** Rows of one list in a document. */
export const MOST_ROWS = 500;

/** Where the rows are that a document leaves out: `见一并编制的汇总表（汇总表.xlsx）的“项目”工作表` */
export function inWorkbook(sheet: string): string {
  return `见一并编制的汇总表（汇总表.xlsx）的“${sheet}”工作表`;
}
