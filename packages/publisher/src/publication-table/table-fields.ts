/** Columns that the sheets of the 公开情况表 share. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import type { Field } from "../open-data/data-table.ts";

type Names = Pick<SelfEvaluationForm, "fiscalYear" | "competentDepartment" | "implementingUnit" | "projectName"> & {
  readonly number: number;
};

/** By what a form is known: 序号 to 项目名称. */
export function nameFields<Row>(namesOf: (row: Row) => Names): readonly Field<Row>[] {
  return [
    countField("序号", (row) => namesOf(row).number),
    countField("年度", (row) => namesOf(row).fiscalYear),
    textField("主管部门", 24, (row) => namesOf(row).competentDepartment),
    textField("实施单位", 24, (row) => namesOf(row).implementingUnit),
    textField("项目名称", 34, (row) => namesOf(row).projectName),
  ];
}

export function textField<Row>(caption: string, width: number, cell: (row: Row) => string): Field<Row> {
  return { caption, kind: "text", about: "", width, cell };
}

export function countField<Row>(caption: string, cell: (row: Row) => number): Field<Row> {
  return { caption, kind: "count", about: "", width: 8, align: "center", cell };
}
