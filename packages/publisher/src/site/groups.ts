/** Published forms by department: counts and exact sums, added up as they pass by. */
import { type Money, addMoney, formatPercent, printAmount, rateOf } from "@zipingbiao/core";
import type { Rounding } from "@zipingbiao/core";
import type { SiteForm } from "./site-source.ts";

export interface SiteGroup {
  /** `""` where the forms name none. */
  readonly name: string;
  readonly forms: number;
  /** Over the forms in which both cells were read, so that they can be compared. */
  readonly budget: Money;
  readonly execution: Money;
}

/** In the order of their first forms; a department of several years is one. */
export function groupForms(
  forms: readonly SiteForm[],
  nameOf: (form: SiteForm["form"]) => string,
): readonly SiteGroup[] {
  const groups = new Map<string, SiteGroup>();
  for (const { form } of forms) {
    const name = nameOf(form);
    const { annualBudget, annualExecution } = form.funds.total;
    const known = groups.get(name) ?? { name, forms: 0, budget: addMoney([]), execution: addMoney([]) };
    const isRead = annualBudget.kind === "read" && annualExecution.kind === "read";
    groups.set(name, {
      name,
      forms: known.forms + 1,
      budget: isRead ? addMoney([known.budget, annualBudget.value]) : known.budget,
      execution: isRead ? addMoney([known.execution, annualExecution.value]) : known.execution,
    });
  }
  return [...groups.values()];
}

export const NO_DEPARTMENT = "没有写明主管部门";

/** The group as a row of texts. */
export function groupTexts({ name, forms, budget, execution }: SiteGroup, rounding: Rounding) {
  const rate = rateOf(execution, budget);
  return {
    name: name === "" ? NO_DEPARTMENT : name,
    forms: String(forms),
    budget: printAmount(budget, "万元"),
    execution: printAmount(execution, "万元"),
    rate: rate === undefined ? "—" : formatPercent(rate, rounding),
  };
}
