/** The charts of the start page, each with its figures. */
import { addMoney, compareMoney, printAmount, printPercent, rateOf } from "@zipingbiao/core";
import type { SiteView } from "@zipingbiao/renderer";
import type { PublishedSums } from "../report/summarise-forms.ts";
import { NO_DEPARTMENT, type SiteGroup, groupForms } from "./groups.ts";
import { BAND_LABELS, bandOf } from "./site-rows.ts";
import type { SiteForm } from "./site-source.ts";

type SiteChart = SiteView["charts"][number];

/** More bars than these have no room for their names beside the other charts. */
const MOST_BARS = 12;

export function viewCharts(forms: readonly SiteForm[], { printedGrades }: PublishedSums): readonly SiteChart[] {
  if (forms.length === 0) return [];
  const grades = printedGrades
    .filter((grade) => grade.forms > 0)
    .map(({ label, forms: count }) => ({ label: label ?? "没有等级", count }));
  const counts = BAND_LABELS.map(() => 0);
  for (const { form } of forms) {
    const band = bandOf(form);
    counts[band] = (counts[band] ?? 0) + 1;
  }
  const bands = BAND_LABELS.map((label, at) => ({ label, count: counts[at] ?? 0 })).filter(
    ({ count }, at) => count > 0 || at < BAND_LABELS.length - 1,
  );
  return [
    columnsChart("grades", "评分等级（项目数）", "等级", grades),
    columnsChart("rates", "执行率（%）分布（项目数）", "执行率", bands, shortBand),
    ...budgetChart(forms),
  ];
}

function columnsChart(
  name: string,
  caption: string,
  head: string,
  columns: readonly { readonly label: string; readonly count: number }[],
  shorten: (label: string) => string = (label) => label,
): SiteChart {
  const inWords = columns.map(({ label, count }) => `${label} ${count} 个`).join("，");
  return {
    name,
    chart: {
      kind: "columns",
      caption,
      alt: `柱状图：${caption}。${inWords}。`,
      columns: columns.map(({ label, count }) => ({ label: shorten(label), count: String(count) })),
    },
    columns: [head, "项目数"],
    rows: columns.map(({ label, count }) => ({ label, figures: [String(count)] })),
  };
}

/** `95%—100%` → `95—100`, `60%以下` → `<60`: six of them stand side by side. */
function shortBand(label: string): string {
  return label
    .replace(/^(.+)及以上$/u, "≥$1")
    .replace(/^(.+)以下$/u, "<$1")
    .replace("没有执行率", "没有")
    .replaceAll("%", "");
}

/** By department, or by unit where there is only one department; nothing is compared with itself. */
function budgetChart(forms: readonly SiteForm[]): readonly SiteChart[] {
  const departments = groupForms(forms, ({ competentDepartment }) => competentDepartment);
  const [groups, head] =
    departments.length > 1
      ? ([departments, "主管部门"] as const)
      : ([groupForms(forms, ({ implementingUnit }) => implementingUnit), "实施单位"] as const);
  const whole = addMoney(groups.map(({ budget }) => budget));
  if (groups.length < 2 || whole.yuan.isZero()) return [];
  const sorted = groups.toSorted((a, b) => compareMoney(b.budget, a.budget));
  const shown =
    sorted.length > MOST_BARS ? [...sorted.slice(0, MOST_BARS - 1), restOf(sorted.slice(MOST_BARS - 1))] : sorted;
  const rows = shown.map(({ name, budget }) => {
    const share = rateOf(budget, whole);
    const percent = share === undefined ? "0" : printPercent(share.ratio);
    return { label: name === "" ? NO_DEPARTMENT : name, percent, amount: printAmount(budget, "万元") };
  });
  const caption = `各${head}全年预算数占比`;
  const inWords = rows.map(({ label, percent }) => `${label} ${percent}%`).join("，");
  return [
    {
      name: "budgets",
      chart: {
        kind: "bars",
        caption,
        alt: `条形图：${caption}。${inWords}。`,
        bars: rows.map(({ label, percent }) => ({ label, percent, text: `${percent}%` })),
      },
      columns: [head, "全年预算数（万元）", "占比(%)"],
      rows: rows.map(({ label, percent, amount }) => ({ label, figures: [amount, percent] })),
    },
  ];
}

function restOf(groups: readonly SiteGroup[]): SiteGroup {
  return {
    name: `其余 ${groups.length} 个`,
    forms: groups.reduce((sum, { forms }) => sum + forms, 0),
    budget: addMoney(groups.map(({ budget }) => budget)),
    execution: addMoney(groups.map(({ execution }) => execution)),
  };
}
