/** projects.csv: one row a form. */
import { type Cell, type Money, countFindings, formatMoney, textOf } from "@zipingbiao/core";
import type { SheetCell } from "@zipingbiao/renderer";
import type { DataForm } from "./data-form.ts";
import type { DataTable } from "./data-table.ts";

export const PROJECT_TABLE: DataTable<DataForm> = {
  name: "项目",
  path: "data/projects.csv",
  fields: [
    {
      caption: "序号",
      kind: "count",
      about: "自评表在这次公开中的次序，从 1 起；未公开的也占序号",
      width: 7,
      align: "center",
      cell: ({ planned }) => planned.number,
    },
    {
      caption: "年度",
      kind: "count",
      about: "花这笔钱的财政年度",
      width: 7,
      align: "center",
      cell: ({ planned }) => planned.form.fiscalYear,
    },
    {
      caption: "主管部门",
      kind: "text",
      about: "表中所填",
      width: 22,
      cell: ({ planned }) => planned.form.competentDepartment,
    },
    {
      caption: "实施单位",
      kind: "text",
      about: "表中所填",
      width: 22,
      cell: ({ planned }) => planned.form.implementingUnit,
    },
    {
      caption: "项目名称",
      kind: "text",
      about: "表中所填",
      width: 32,
      cell: ({ planned }) => planned.form.projectName,
    },
    {
      caption: "金额单位",
      kind: "text",
      about: "元或万元：后面三栏金额按这个单位，各行可以不同；相加请用末尾以元计的三栏",
      width: 8,
      align: "center",
      cell: ({ planned }) => planned.form.currencyUnit,
    },
    amountAsPrinted("年初预算数", "initialBudget"),
    amountAsPrinted("全年预算数", "annualBudget"),
    amountAsPrinted("全年执行数", "annualExecution"),
    {
      caption: "执行率(%)",
      kind: "figure",
      about: "表中所填的百分数，不带百分号；99.59 即 99.59%",
      width: 10,
      cell: ({ planned }) => printed(planned.form.funds.total.executionRate),
    },
    {
      caption: "执行率得分",
      kind: "figure",
      about: "表中所填的分",
      width: 10,
      cell: ({ planned }) => printed(planned.form.funds.total.score),
    },
    {
      caption: "总分",
      kind: "figure",
      about: "表中所填的分",
      width: 9,
      cell: ({ planned }) => printed(planned.form.totalScore),
    },
    {
      caption: "评分等级",
      kind: "text",
      about: "表中所填，优、良、中、差；没有填的空白",
      width: 8,
      align: "center",
      cell: ({ planned }) => planned.form.rating ?? "",
    },
    {
      caption: "差错",
      kind: "count",
      about: "检查发现的差错处数，都已签批说明",
      width: 7,
      align: "center",
      cell: ({ findings }) => countFindings(findings).error,
    },
    {
      caption: "疑点",
      kind: "count",
      about: "检查发现的疑点处数",
      width: 7,
      align: "center",
      cell: ({ findings }) => countFindings(findings).warning,
    },
    {
      caption: "无法核对",
      kind: "count",
      about: "不能核对的检查项数，不等于没有问题",
      width: 7,
      align: "center",
      cell: ({ findings }) => countFindings(findings).uncheckable,
    },
    {
      caption: "版式",
      kind: "text",
      about: "表式的代号：sh-2021、sh-2024、central-2020",
      width: 13,
      cell: ({ planned }) => planned.form.edition,
    },
    {
      caption: "文件夹",
      kind: "text",
      about: "这份表的 PDF、Word、网页和 JSON 所在，从公开的根文件夹起",
      width: 36,
      cell: ({ planned }) => planned.folder,
    },
    {
      caption: "sha256",
      kind: "text",
      about: "文件夹里 form.json 的校验值，也是这份表的标识",
      width: 36,
      cell: ({ planned }) => planned.hash,
    },
    amountInYuan("年初预算数(元)", "initialBudget"),
    amountInYuan("全年预算数(元)", "annualBudget"),
    amountInYuan("全年执行数(元)", "annualExecution"),
    {
      caption: "更正次数",
      kind: "count",
      about: "这份表更正过几次；0 为没有更正过",
      width: 7,
      align: "center",
      cell: ({ planned }) => planned.form.revision?.number ?? 0,
    },
  ],
};

type Amount = "initialBudget" | "annualBudget" | "annualExecution";

function amountAsPrinted(caption: string, column: Amount): DataTable<DataForm>["fields"][number] {
  return {
    caption,
    kind: "figure",
    about: "年度资金总额一行，表中所填，单位见「金额单位」；空白为没有填，不是零；认不出的按原文列出",
    width: 19,
    cell: ({ planned }) => printed(planned.form.funds.total[column]),
  };
}

function amountInYuan(caption: string, column: Amount): DataTable<DataForm>["fields"][number] {
  return {
    caption,
    kind: "figure",
    about: "同一个数精确换算为元；空白和认不出的空着",
    width: 22,
    cell: ({ planned }) => inYuan(planned.form.funds.total[column]),
  };
}

/** As it stands in the form; what is no figure stays a text. */
export function printed(cell: Cell<unknown>): SheetCell {
  return cell.kind === "read" ? { figure: cell.text } : textOf(cell);
}

function inYuan(cell: Cell<Money>): SheetCell {
  return cell.kind === "read" ? { figure: formatMoney(cell.value, "元") } : "";
}
