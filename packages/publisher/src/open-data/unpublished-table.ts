/** unpublished.csv: the forms that were handed in and are not published, so that nobody takes projects.csv for the whole. */
import { UNPUBLISHED_PATH } from "../batch/data-files.ts";
import { reasonText, statusText } from "../gate/reason-text.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import type { DataTable } from "./data-table.ts";

/** One row a form; only the header where every form is published. */
export const UNPUBLISHED_TABLE: DataTable<UnpublishedForm> = {
  name: "未公开的项目",
  path: UNPUBLISHED_PATH,
  fields: [
    {
      caption: "序号",
      kind: "count",
      about: "自评表在这次公开中的次序；项目表里缺的序号都在这里",
      width: 7,
      align: "center",
      cell: ({ number }) => number,
    },
    {
      caption: "年度",
      kind: "count",
      about: "花这笔钱的财政年度",
      width: 7,
      align: "center",
      cell: ({ fiscalYear }) => fiscalYear,
    },
    {
      caption: "实施单位",
      kind: "text",
      about: "表中所填",
      width: 28,
      cell: ({ implementingUnit }) => implementingUnit,
    },
    { caption: "项目名称", kind: "text", about: "表中所填", width: 36, cell: ({ projectName }) => projectName },
    {
      caption: "情况",
      kind: "text",
      about: "暂未公开：检查没有通过，更正后公开；不予公开：经签批不公开",
      width: 10,
      align: "center",
      cell: statusText,
    },
    { caption: "原因", kind: "text", about: "没有通过的检查类别，或签批的理由", width: 48, cell: reasonText },
    {
      caption: "签批",
      kind: "text",
      about: "不予公开的，由哪个岗位签批",
      width: 20,
      cell: (form) => (form.kind === "withheld" ? form.signedBy : ""),
    },
    {
      caption: "日期",
      kind: "text",
      about: "签批的日期，YYYY-MM-DD",
      width: 12,
      align: "center",
      cell: (form) => (form.kind === "withheld" ? form.date : ""),
    },
  ],
};
