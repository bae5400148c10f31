/** indicators.csv: one row an indicator. */
import type { Indicator, SelfEvaluationForm } from "@zipingbiao/core";
import type { DataForm } from "./data-form.ts";
import type { DataTable, Field } from "./data-table.ts";
import { printed } from "./project-table.ts";

export interface IndicatorRow {
  readonly project: number;
  readonly form: Pick<SelfEvaluationForm, "fiscalYear" | "implementingUnit" | "projectName">;
  /** From 1. */
  readonly line: number;
  readonly indicator: Indicator;
}

export const INDICATOR_TABLE: DataTable<IndicatorRow> = {
  name: "指标",
  path: "data/indicators.csv",
  fields: [
    {
      caption: "项目序号",
      kind: "count",
      about: "即项目表的序号",
      width: 7,
      align: "center",
      cell: ({ project }) => project,
    },
    {
      caption: "年度",
      kind: "count",
      about: "花这笔钱的财政年度",
      width: 7,
      align: "center",
      cell: ({ form }) => form.fiscalYear,
    },
    text("实施单位", 20, "表中所填", ({ form }) => form.implementingUnit),
    text("项目名称", 26, "表中所填", ({ form }) => form.projectName),
    {
      caption: "行号",
      kind: "count",
      about: "指标在表中的次序，从 1 起",
      width: 7,
      align: "center",
      cell: ({ line }) => line,
    },
    text("一级指标", 11, "表中所填；合并的单元格每行都填", ({ indicator }) => indicator.level1),
    text("二级指标", 11, "表中所填；合并的单元格每行都填", ({ indicator }) => indicator.level2),
    text("三级指标", 24, "表中所填的指标名称", ({ indicator }) => indicator.name),
    text("年度指标值", 20, "表中所填的原文，如 ≥250.00(次)", ({ indicator }) => indicator.target.text),
    text("实际完成值", 20, "表中所填的原文", ({ indicator }) => indicator.actual.text),
    {
      caption: "分值",
      kind: "figure",
      about: "这一指标最多得几分；空白为没有填，不是零",
      width: 9,
      cell: ({ indicator }) => printed(indicator.weight),
    },
    {
      caption: "得分",
      kind: "figure",
      about: "自评得几分；空白为没有填，不是零",
      width: 9,
      cell: ({ indicator }) => printed(indicator.score),
    },
    text("偏差原因分析及改进措施", 36, "表中所填的原文", ({ indicator }) => indicator.deviationNote),
  ],
};

function text(caption: string, width: number, about: string, cell: (row: IndicatorRow) => string): Field<IndicatorRow> {
  return { caption, kind: "text", about, width, cell };
}

/** Every form is opened once, when its turn comes. */
export function* indicatorRows(forms: Iterable<DataForm>): Generator<IndicatorRow, void, void> {
  for (const each of forms) {
    const { planned } = each;
    for (const [at, indicator] of each.open().indicators.entries())
      yield { project: planned.number, form: planned.form, line: at + 1, indicator };
  }
}
