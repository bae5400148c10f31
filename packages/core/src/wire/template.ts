/**
 * The fill-in workbooks: what one says of itself, and how the sheets of a list of projects are laid out. The writer
 * (renderer) and the reader (ingest) both go by what is written here; another order of columns is another version.
 */
import type { Captions, Edition } from "../edition/edition.ts";
import {
  FUND_COLUMNS,
  FUND_ROWS,
  type FormPath,
  type FundColumn,
  type FundRow,
  type IndicatorField,
  fundPath,
} from "../place/form-path.ts";

/** 一份自评表一张工作表 · 一行一个项目. */
export type TemplateLayout = "form" | "rows";

/** What is written today. */
export const TEMPLATE_VERSION = 1;

/** The defined name whose text is the mark. Excel, WPS and LibreOffice keep defined names when they save a workbook again. */
export const TEMPLATE_NAME = "zpb_template";

export interface TemplateMark {
  readonly layout: TemplateLayout;
  readonly version: number;
  /** Id of the edition, which this program may not know. */
  readonly edition: string;
}

/** `form/1/sh-2024` */
export function templateMark(layout: TemplateLayout, edition: Edition): string {
  return `${layout}/${TEMPLATE_VERSION}/${edition.id}`;
}

/** The mark in a text; `undefined` for anything else. */
export function readTemplateMark(text: string): TemplateMark | undefined {
  const [, layout, version = "", edition = ""] = /^(form|rows)\/(\d{1,4})\/([a-z0-9-]{1,40})$/u.exec(text) ?? [];
  if (layout !== "form" && layout !== "rows") return undefined;
  return { layout, version: Number.parseInt(version, 10), edition };
}

/** Names of the sheets. */
export const TEMPLATE_SHEETS = {
  form: "自评表",
  projects: "项目",
  indicators: "指标",
  guidance: "填报说明",
} as const;

/** Rows of captions above the lists: groups, then columns. */
export const LIST_HEAD_ROWS = 2;

/** A column of the list of projects. */
export interface ProjectColumn {
  /** The field that stands in it; or `number`, the 序号 that the list of indicators refers to, or `check`, for whoever fills in. */
  readonly at: FormPath;
  /** `""` where the caption stands by itself. */
  readonly group: string;
  readonly caption: string;
}

/** Columns whose figure belongs to the total row alone. */
const OF_TOTAL: readonly FundColumn[] = ["weight", "score"];

/** The columns of the list of projects, from the left. */
export function projectColumns({ captions }: Edition): readonly ProjectColumn[] {
  const alone = (at: ProjectColumn["at"], caption: string): ProjectColumn => ({ at, group: "", caption });
  const goal = (at: FormPath, caption: string): ProjectColumn => ({ at, group: captions.overallGoal, caption });
  const columns = captions.indicatorColumns;
  return [
    alone("number", "序号"),
    alone("fiscalYear", "年度"),
    alone("projectName", captions.projectName),
    alone("competentDepartment", captions.competentDepartment),
    alone("implementingUnit", captions.implementingUnit),
    ...FUND_ROWS.flatMap((row) => fundColumns(row, captions)),
    goal("overallGoal.expected", captions.expectedGoal),
    goal("overallGoal.actual", captions.actualGoal),
    { at: "totalWeight", group: captions.total, caption: columns.weight },
    { at: "totalScore", group: captions.total, caption: columns.score },
    ...(captions.rating === undefined ? [] : [alone("rating", captions.rating)]),
    alone("check", "核对"),
  ];
}

function fundColumns(row: FundRow, captions: Captions): ProjectColumn[] {
  const group = `${captions.funds} ${captions.fundRows[row]}`;
  return FUND_COLUMNS.filter((column) => row === "total" || !OF_TOTAL.includes(column)).map((column) => ({
    at: fundPath(row, column),
    group,
    caption: captions.fundColumns[column],
  }));
}

/**
 * A column of the list of indicators. A target is `sign`, `target` and `targetUnit` one behind the other, an actual value
 * `actual` and `actualUnit`; all of it may as well stand in the middle, or first, one alone.
 */
export interface IndicatorColumn {
  readonly at: IndicatorField | "number" | "project" | "sign" | "targetUnit" | "actualUnit" | "check";
  readonly group: string;
  readonly caption: string;
}

/** The columns of the list of indicators, from the left. */
export function indicatorListColumns({ captions }: Edition): readonly IndicatorColumn[] {
  const { level1, level2, name, target, actual, weight, score, deviationNote } = captions.indicatorColumns;
  const alone = (at: IndicatorColumn["at"], caption: string): IndicatorColumn => ({ at, group: "", caption });
  return [
    alone("number", "项目序号"),
    alone("project", captions.projectName),
    alone("level1", level1),
    alone("level2", level2),
    alone("name", name),
    { at: "sign", group: target, caption: "符号" },
    { at: "target", group: target, caption: "数值或文字" },
    { at: "targetUnit", group: target, caption: "单位" },
    { at: "actual", group: actual, caption: "数值或文字" },
    { at: "actualUnit", group: actual, caption: "单位" },
    alone("weight", weight),
    alone("score", score),
    alone("deviationNote", deviationNote),
    alone("check", "核对"),
  ];
}

/** The column behind which the form's sheet tells what is to be checked; formulas there are for whoever fills in. */
export function formColumnCount({ captions }: Edition): number {
  return captions.indicatorBlock === undefined ? 8 : 9;
}
