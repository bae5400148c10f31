/** Forms → 项目一览表: one row a form, all amounts in one unit. */
import {
  type Cell,
  type CurrencyUnit,
  type Money,
  type SelfEvaluationForm,
  printAmount,
  textOf,
} from "@zipingbiao/core";
import { amountText } from "./print-values.ts";
import type { ProjectList, ProjectRow } from "./volume-view.ts";

/** What lists say of a form. */
export interface ListedHead
  extends Pick<
    SelfEvaluationForm,
    "fiscalYear" | "projectName" | "implementingUnit" | "currencyUnit" | "totalScore" | "rating"
  > {
  readonly funds: Pick<SelfEvaluationForm["funds"], "total">;
}

/** A form with its place in the volume. */
export interface ListedForm {
  readonly form: ListedHead;
  readonly number: string;
  readonly anchor: string;
  readonly project: string;
  readonly year: string;
}

/**
 * The list in the unit of the forms; where they print in different units, in 万元. Amounts in that unit stand as they
 * are printed, others are converted exactly; what is no amount stands as it stood.
 */
export function viewProjectList(
  groups: readonly { readonly title: string; readonly forms: readonly ListedForm[] }[],
  about: Pick<ProjectList, "anchor" | "title">,
): ProjectList {
  const forms = groups.flatMap((group) => group.forms);
  const units = new Set(forms.map(({ form }) => form.currencyUnit));
  const [only] = units;
  const unit = units.size === 1 && only !== undefined ? only : "万元";
  const converted = forms.filter(({ form }) => form.currencyUnit !== unit).length;
  return {
    ...about,
    columns: {
      number: "序号",
      project: "项目名称",
      unit: "实施单位",
      budget: "全年预算数",
      execution: "全年执行数",
      rate: "执行率（%）",
      score: "得分",
      rating: "等级",
      page: "页码",
    },
    currency: `（${unit}）`,
    amounts: { budget: `全年预算数（${unit}）`, execution: `全年执行数（${unit}）` },
    groups: groups.map(({ title, forms: listed }) => ({ title, rows: listed.map((each) => viewRow(each, unit)) })),
    remark: converted === 0 ? "" : `其中 ${converted} 份自评表的金额以元为单位，本表换算为万元，没有取舍。`,
  };
}

function viewRow({ form, number, anchor, project, year }: ListedForm, unit: CurrencyUnit): ProjectRow {
  const { total } = form.funds;
  const amount = (cell: Cell<Money>): string =>
    cell.kind === "read" && form.currencyUnit !== unit ? printAmount(cell.value, unit) : amountText(cell);
  return {
    number,
    anchor,
    project,
    year,
    unit: form.implementingUnit,
    budget: amount(total.annualBudget),
    execution: amount(total.annualExecution),
    rate: textOf(total.executionRate),
    score: textOf(form.totalScore),
    rating: form.rating ?? "",
  };
}
