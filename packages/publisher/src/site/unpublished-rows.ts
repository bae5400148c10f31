/** Forms that are not published, as the pages of the site name them. */
import type { SiteView } from "@zipingbiao/renderer";
import { reasonText, statusText } from "../gate/reason-text.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";

type Unpublished = NonNullable<SiteView["unpublished"]>;

export const UNPUBLISHED_COLUMNS: Unpublished["columns"] = {
  number: "序号",
  fiscalYear: "年度",
  unit: "实施单位",
  project: "项目名称",
  status: "情况",
  reason: "原因",
};

export function unpublishedRow(form: UnpublishedForm): Unpublished["forms"][number] {
  return {
    number: String(form.number),
    fiscalYear: String(form.fiscalYear),
    unit: form.implementingUnit,
    project: form.projectName,
    status: statusText(form),
    reason: form.kind === "blocked" ? reasonText(form) : `${reasonText(form)}（${form.signedBy}，${form.date}）`,
  };
}
