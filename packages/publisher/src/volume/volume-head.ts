/** What a volume of forms is called. */
import type { FormHead } from "../batch/shelved-form.ts";
import type { VolumeHead } from "@zipingbiao/renderer";

/** More departments than a cover holds are counted, not named. */
const MOST_NAMED = 8;

/** The year or the years of the forms, and the departments that answer for their projects, in code points. */
export function volumeHead(forms: readonly Pick<FormHead, "fiscalYear" | "competentDepartment">[]): VolumeHead {
  const years = [...new Set(forms.map((form) => form.fiscalYear))].toSorted((a, b) => a - b);
  const named = forms.map((form) => form.competentDepartment).filter((name) => name !== "");
  const departments = [...new Set(named)].toSorted();
  const [only] = departments;
  return {
    period: `${years.length > 2 ? `${years[0]}—${years.at(-1)}` : years.join("、")}年度`,
    name: "财政项目支出绩效自评表汇编",
    bodies: departments.length > MOST_NAMED ? [`${departments.length} 个主管部门`] : departments,
    ...(departments.length === 1 && only !== undefined ? { author: only } : {}),
  };
}
