/** A publication → what its start page prints. */
import { formatPercent, printAmount } from "@zipingbiao/core";
import type { SiteView } from "@zipingbiao/renderer";
import { UNPUBLISHED_PATH } from "../batch/data-files.ts";
import { MANIFEST_PATH } from "../batch/listed-paths.ts";
import type { PublishedSums } from "../report/summarise-forms.ts";
import { volumeHead } from "../volume/volume-head.ts";
import { groupForms, groupTexts } from "./groups.ts";
import type { SiteLists } from "./list-forms.ts";
import { siteDownloads, siteLink } from "./site-downloads.ts";
import { PART_SIZES } from "./site-data.ts";
import { BAND_LABELS, SITE_COLUMNS, bandOf, siteRow } from "./site-rows.ts";
import type { SiteForm, SiteSource } from "./site-source.ts";
import { UNPUBLISHED_COLUMNS, unpublishedRow } from "./unpublished-rows.ts";
import { viewCharts } from "./view-charts.ts";

/** Up to so many forms, and so many that are not published, the start page shows all. */
export const MOST_ON_START_PAGE = 200;
/** Of a larger publication it shows so many. */
const FIRST = 50;
/** More departments are no list to choose from; the lists of forms are then offered by their numbers. */
const MOST_DEPARTMENTS = 300;

/** All sums are exact and in 万元, whatever unit a form prints. `lists` are the pages that were made of the same source. */
export function viewSite(source: Omit<SiteSource, "open">, lists: SiteLists): SiteView {
  const { forms, sums, unpublished, shared } = source;
  const isWhole = forms.length <= MOST_ON_START_PAGE;
  const isNamed = lists.departments.size <= MOST_DEPARTMENTS;
  return {
    ...headOf(forms),
    captions: {
      skip: "跳到正文",
      contents: "本页内容",
      finder: "查找和筛选",
      overview: "概况",
      chartTable: "图中的数",
      departments: "全部项目名单",
      pages: "全部项目名单（分页）",
      department: "主管部门",
      forms: "项目数",
      budget: "全年预算数（万元）",
      execution: "全年执行数（万元）",
      rate: "执行率(%)",
      footer:
        "各自评表由填报单位自行评价。表中数字与原表一致，检查发现的差错附有说明。每个文件的校验值见文件清单，可以据此核对下载的文件是否完整、是否被改动。",
    },
    figures: [
      ...(forms.length === 0 ? [] : figuresOf(sums)),
      ...(unpublished.length === 0 ? [] : [{ caption: "未公开的项目", text: `${unpublished.length} 个` }]),
    ],
    charts: viewCharts(forms, sums),
    downloads: {
      title: "文件下载",
      groups: siteDownloads(shared.filter(({ path }) => (path === UNPUBLISHED_PATH ? unpublished : forms).length > 0)),
      manifest: siteLink(MANIFEST_PATH, "文件清单与校验值"),
    },
    formsTitle: "各项目自评表",
    columns: SITE_COLUMNS,
    forms: (isWhole ? forms : forms.slice(0, FIRST)).map((form) => siteRow(form)),
    formsNote: isWhole ? "" : `共 ${forms.length} 个项目，这里是前 ${FIRST} 个；全部项目见下面的名单。`,
    departments: isWhole || !isNamed ? [] : departmentsOf(forms, sums, lists),
    pages: isWhole || isNamed ? [] : lists.pages.map(({ path, title, note }) => ({ ...siteLink(path, title), note })),
    finder: forms.length === 0 ? null : finderOf(forms, isNamed),
    unpublished: unpublished.length === 0 ? null : unpublishedOf(source, lists),
  };
}

function headOf(forms: readonly SiteForm[]): { readonly title: string; readonly subtitle: string } {
  if (forms.length === 0) return { title: "财政项目支出绩效自评表公开", subtitle: "没有可以公开的自评表" };
  const head = volumeHead(forms.map(({ form }) => form));
  const departments = new Set(forms.map(({ form }) => form.competentDepartment));
  const subtitle = head.author ?? `${departments.size} 个主管部门　${forms.length} 个项目`;
  return { title: `${head.period}${head.name.replace(/汇编$/u, "公开")}`, subtitle };
}

/** Those of the summary report, which lies beside the page. */
function figuresOf(sums: PublishedSums): SiteView["figures"] {
  const { forms, annualBudget, annualExecution, rate, rateRounding } = sums;
  return [
    { caption: "公开的项目", text: `${forms} 个` },
    { caption: "全年预算数", text: `${printAmount(annualBudget, "万元")} 万元` },
    { caption: "全年执行数", text: `${printAmount(annualExecution, "万元")} 万元` },
    { caption: "总体执行率", text: rate === undefined ? "—" : `${formatPercent(rate, rateRounding)}%` },
  ];
}

function departmentsOf(
  forms: readonly SiteForm[],
  { rateRounding }: PublishedSums,
  { departments }: SiteLists,
): SiteView["departments"] {
  return groupForms(forms, ({ competentDepartment }) => competentDepartment).map((group) => {
    const { name, ...texts } = groupTexts(group, rateRounding);
    return { department: { address: departments.get(group.name) ?? "", text: name }, ...texts };
  });
}

function finderOf(forms: readonly SiteForm[], isNamed: boolean): NonNullable<SiteView["finder"]> {
  const years = [...new Set(forms.map(({ form }) => form.fiscalYear))].toSorted((a, b) => a - b);
  const grades = [...new Set(forms.map(({ form }) => form.rating ?? ""))].toSorted();
  const departments = [...new Set(forms.map(({ form }) => form.competentDepartment))].toSorted();
  const bands = new Set(forms.map(({ form }) => bandOf(form)));
  return {
    years: years.map(String),
    departments: isNamed ? departments.filter((name) => name !== "") : [],
    grades: grades.map((grade) => (grade === "" ? { value: "none", text: "没有等级" } : { value: grade, text: grade })),
    bands: BAND_LABELS.flatMap((text, at) => (bands.has(at) ? [{ value: String(at), text }] : [])),
    files: { forms: forms.length, ...PART_SIZES },
  };
}

function unpublishedOf(
  { unpublished }: Pick<SiteSource, "unpublished">,
  { unpublishedPages }: SiteLists,
): NonNullable<SiteView["unpublished"]> {
  const isWhole = unpublished.length <= MOST_ON_START_PAGE;
  return {
    title: "未公开的项目",
    columns: UNPUBLISHED_COLUMNS,
    forms: (isWhole ? unpublished : unpublished.slice(0, FIRST)).map(unpublishedRow),
    note: isWhole ? "" : `共 ${unpublished.length} 个，这里是前 ${FIRST} 个；全部名单在下面各页。`,
    pages: isWhole ? [] : unpublishedPages.map(({ path, title }) => siteLink(path, title)),
  };
}
