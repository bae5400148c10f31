/** A published form → its row, on a page and in the data of the site. */
import { type Cell, type Money, printAmount, textOf } from "@zipingbiao/core";
import { type ListedRow, type SiteColumns, type SiteRow, rateBands } from "@zipingbiao/renderer";
import { EXPLANATION_STEM, FORM_PAGE, FORM_STEM } from "../batch/form-files.ts";
import { siteLink } from "./site-downloads.ts";
import type { SiteForm } from "./site-source.ts";
import { exactRate, findingsText, maskedText, revisionText, waivedText } from "./site-text.ts";

export const SITE_COLUMNS: SiteColumns = {
  number: "序号",
  fiscalYear: "年度",
  unit: "实施单位",
  project: "项目名称",
  budget: "全年预算数（万元）",
  execution: "全年执行数（万元）",
  rate: "执行率(%)",
  score: "总分",
  rating: "等级",
  findings: "检查结果",
  documents: "下载",
};

/** The bands from the highest down, and one for forms without a rate. */
export const BAND_LABELS: readonly string[] = [...rateBands([]).map(({ label }) => label), "没有执行率"];

/** Position in {@link BAND_LABELS}; the exact rate decides, not the printed one. */
export function bandOf(form: SiteForm["form"]): number {
  const rate = exactRate(form);
  return rate === undefined ? BAND_LABELS.length - 1 : rateBands([rate]).findIndex(({ forms }) => forms === 1);
}

/** The page of a form, relative to the start page. */
export function formPagePath(folder: string): string {
  return `${folder}/${FORM_PAGE}`;
}

/** `root` leads from the page to the start page: `""` or `../../`. */
export function siteRow(site: SiteForm, root = ""): SiteRow {
  const row = listedRow(site);
  return {
    number: String(site.number),
    fiscalYear: row.year,
    unit: row.unit,
    project: siteLink(formPagePath(site.folder), row.project, root),
    budget: row.budget,
    execution: row.execution,
    rate: row.rate,
    score: row.score,
    rating: row.grade,
    findings: findingsText(row.errors),
    documents: site.files
      .filter(({ path }) => OFFERED.has(nameOf(path)))
      .map(({ path }) => siteLink(path, OFFERED.get(nameOf(path)) ?? "", root)),
    remarks: row.remarks,
  };
}

export function listedRow({ number, form, folder, errors, waived, masked }: SiteForm): ListedRow {
  const { total } = form.funds;
  return {
    number: String(number),
    year: String(form.fiscalYear),
    department: form.competentDepartment,
    unit: form.implementingUnit,
    project: form.projectName,
    folder: siteLink(folder, "").address,
    budget: amountText(total.annualBudget),
    execution: amountText(total.annualExecution),
    rate: textOf(total.executionRate),
    band: bandOf(form),
    score: textOf(form.totalScore),
    grade: form.rating ?? "",
    errors,
    revision: form.revision?.number ?? 0,
    remarks: [
      ...(form.revision === undefined ? [] : [revisionText(form.revision)]),
      ...waived.map(waivedText),
      ...masked.map(maskedText),
    ],
  };
}

/** What a row offers, in the order of the files. */
const OFFERED: ReadonlyMap<string, string> = new Map([
  [`${FORM_STEM}.pdf`, "PDF"],
  [`${FORM_STEM}.docx`, "DOCX"],
  [`${FORM_STEM}.json`, "JSON"],
  [`${EXPLANATION_STEM}.pdf`, EXPLANATION_STEM],
]);

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** In 万元, whatever unit the form prints; what is no figure stands as it does in the form. */
function amountText(cell: Cell<Money>): string {
  return cell.kind === "read" ? printAmount(cell.value, "万元") : textOf(cell);
}
