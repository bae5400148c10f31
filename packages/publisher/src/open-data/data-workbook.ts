/** forms.xlsx: the tables of the open data as one workbook. */
import type { StreamedWorkbook } from "@zipingbiao/renderer";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import type { DataForm } from "./data-form.ts";
import { tableSheet } from "./data-table.ts";
import { FIELD_TABLE, fieldRows } from "./field-table.ts";
import { INDICATOR_TABLE, indicatorRows } from "./indicator-table.ts";
import { PROJECT_TABLE } from "./project-table.ts";
import { UNPUBLISHED_TABLE } from "./unpublished-table.ts";

/** The sheets 项目, 指标, 未公开的项目 and 字段说明; names stay in view beside the columns of figures. */
export function dataWorkbook(forms: Iterable<DataForm>, unpublished: readonly UnpublishedForm[]): StreamedWorkbook {
  return {
    title: "财政项目支出绩效自评表开放数据",
    sheets: [
      tableSheet(PROJECT_TABLE, forms, 5),
      tableSheet(INDICATOR_TABLE, indicatorRows(forms), 0),
      tableSheet(UNPUBLISHED_TABLE, unpublished, 0),
      tableSheet(FIELD_TABLE, fieldRows(), 0),
    ],
  };
}
