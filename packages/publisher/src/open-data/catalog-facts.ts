/** What the description of the open data says of their forms. */
import type { UnpublishedForm } from "../gate/unpublished.ts";
import type { DataForm } from "./data-form.ts";

export interface CatalogFacts {
  readonly forms: number;
  readonly unpublished: number;
  /** Ascending, those of forms that are not published included. */
  readonly years: readonly number[];
  /** Of the published forms, each once, in code points; those that name none aside. */
  readonly departments: readonly string[];
}

export function catalogFacts(forms: readonly DataForm[], unpublished: readonly UnpublishedForm[]): CatalogFacts {
  const heads = forms.map(({ planned }) => planned.form);
  return {
    forms: forms.length,
    unpublished: unpublished.length,
    years: [...new Set([...heads, ...unpublished].map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => a - b),
    departments: [...new Set(heads.map(({ competentDepartment }) => competentDepartment))]
      .filter((name) => name !== "")
      .toSorted(),
  };
}
