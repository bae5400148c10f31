/** unpublished.csv: the forms that were handed in and are not published, so that nobody takes projects.csv for the whole. */
import { reasonText, statusText } from "../gate/reason-text.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import { type CsvCell, csvText } from "./csv.ts";

/** One row a form; only the header where every form is published. */
export function unpublishedCsv(forms: readonly UnpublishedForm[]): string {
  const text = (value: string): CsvCell => ({ text: value });
  return csvText(
    ["序号", "年度", "实施单位", "项目名称", "情况", "原因", "签批", "日期"],
    forms.map((form) => [
      { number: String(form.number) },
      { number: String(form.fiscalYear) },
      text(form.implementingUnit),
      text(form.projectName),
      text(statusText(form)),
      text(reasonText(form)),
      text(form.kind === "withheld" ? form.signedBy : ""),
      text(form.kind === "withheld" ? form.date : ""),
    ]),
  );
}
