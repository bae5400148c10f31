/** What a volume of forms is called. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import type { VolumeTitle } from "@zipingbiao/renderer";

/** The title names the year when all forms share one, and the department below it when they share one. */
export function volumeHead(forms: readonly SelfEvaluationForm[]): VolumeTitle {
  const years = [...new Set(forms.map((form) => form.fiscalYear))];
  const departments = [...new Set(forms.map((form) => form.competentDepartment))];
  const [department] = departments;
  const shared = departments.length === 1 && department !== undefined ? department : undefined;
  const year = years.length === 1 ? `${years[0]}年度` : `${Math.min(...years)}—${Math.max(...years)}年度`;
  return {
    title: `${year}财政项目支出绩效自评表汇编`,
    subtitle: shared ?? `${departments.length} 个主管部门　${forms.length} 个项目`,
    ...(shared === undefined ? {} : { author: shared }),
  };
}
