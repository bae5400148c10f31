/** A fill-in workbook of many projects → its forms: a row of 项目 each, with the rows of 指标 that name its number. */
import {
  type Edition,
  FORM_SCHEMA_ID,
  FUND_COLUMNS,
  FUND_ROWS,
  LIST_HEAD_ROWS,
  type SelfEvaluationForm,
  TEMPLATE_SHEETS,
  type TemplateMark,
  WireFormError,
  findEdition,
  fundPath,
  indicatorListColumns,
  projectColumns,
} from "@zipingbiao/core";
import { foldCaption, isBlank } from "../lines/normalise.ts";
import type { PlacedCell } from "../media/placed-text.ts";
import type { OfficePackage } from "../media/opc/office-package.ts";
import { newSheetBudget, readSheet } from "../media/xlsx/read-sheet.ts";
import type { Workbook } from "../media/xlsx/workbook.ts";
import { notAForm } from "../read-json.ts";
import type { ReadProblem, ReadResult } from "../read-result.ts";
import { Refusal } from "../refusal.ts";
import type { SourceRow } from "../rows/source-row.ts";
import { type Draft, leaveOver, newDraft, putNumber, putText } from "../tables/draft.ts";
import { computedForm } from "../tables/formula-cells.ts";
import { placeOf } from "../tables/row.ts";
import { putIndicators } from "./list-indicators.ts";
import { placeRows } from "./place-rows.ts";

/** The cells of a row by what stands in them. */
export type ListRow = ReadonlyMap<string, PlacedCell>;

/** Forms in the order of the projects. An indicator whose number no project has is a problem, and so is a number that two have. */
export function readListForms(
  parts: OfficePackage,
  workbook: Workbook,
  template: TemplateMark,
  file: string,
): Omit<ReadResult, "medium"> {
  const edition = findEdition(template.edition);
  if (edition === undefined) throw misfit(`版式「${template.edition}」不认识。`, undefined);
  const budget = newSheetBudget();
  const problems: ReadProblem[] = [];
  const list = (
    name: string,
    columns: readonly { readonly at: string; readonly caption: string }[],
  ): readonly ListRow[] => {
    const entry = workbook.sheets.find((sheet) => sheet.name === name);
    if (entry === undefined) throw misfit(`没有工作表「${name}」。`, undefined);
    const rows = placeRows(readSheet(parts, entry, workbook, budget), file, ({ column }) => column < columns.length);
    problems.push(...hiddenRows(rows, file));
    return listRows(rows, name, columns);
  };
  const projects = list(TEMPLATE_SHEETS.projects, projectColumns(edition));
  const indicators = list(TEMPLATE_SHEETS.indicators, indicatorListColumns(edition));
  const forms: SelfEvaluationForm[] = [];
  const filled = projects.filter(isFilled);
  const owned = ownersOf(filled, indicators.filter(isFilled), file, problems);
  for (const row of filled) {
    try {
      forms.push(readProject(row, owned.get(row) ?? [], edition));
    } catch (cause) {
      const place = row.get("projectName")?.origin;
      if (cause instanceof Refusal) problems.push(cause.toProblem(file));
      else if (cause instanceof WireFormError) problems.push(notAForm(cause, file, "读出的内容", place));
      else throw cause;
    }
  }
  if (forms.length === 0 && problems.length === 0)
    throw new Refusal(
      "empty",
      { sheet: TEMPLATE_SHEETS.projects },
      "工作簿还没有填写。",
      "「项目」表里没有一行填了内容。",
      "请填写后再读。",
    );
  return { forms, problems };
}

function misfit(why: string, place: SourceRow | undefined): Refusal {
  const next = "请用 zpb template --rows 重新生成，把内容粘贴过去；栏目和工作表的名称不要改动。";
  return new Refusal("unrecognised-layout", placeOf(place), "填报用的工作簿被改动过，没有读取。", why, next);
}

/** A row that a filter hides is a project that nobody sees: not read, but told. */
function hiddenRows(rows: readonly SourceRow[], file: string): ReadProblem[] {
  const [first] = rows.flatMap(({ beside }) => beside);
  if (first === undefined) return [];
  const why = `例如「${first.text.slice(0, 40)}」，填报人和审核人都看不到。`;
  return [
    new Refusal(
      "hidden-sheet",
      first.origin,
      "有隐藏的行或列，没有读取。",
      why,
      "如应读取，请取消隐藏和筛选后再读。",
    ).toProblem(file),
  ];
}

/** The rows below the captions, which must all stand where they were. */
function listRows(
  rows: readonly SourceRow[],
  sheet: string,
  columns: readonly { readonly at: string; readonly caption: string }[],
): ListRow[] {
  const [groups, captions] = rows;
  for (const [at, { caption }] of columns.entries()) {
    const wanted = foldCaption(caption);
    const seen = [captions, groups].map((row) => foldCaption(row?.cells[at]?.text ?? ""));
    if (!seen.includes(wanted)) throw misfit(`「${sheet}」表第 ${at + 1} 列应为「${caption}」。`, captions ?? groups);
  }
  return rows
    .slice(LIST_HEAD_ROWS)
    .map((row) => new Map(columns.map(({ at }, column) => [at, row.cells[column] ?? BLANK_CELL] as const)));
}

const BLANK_CELL: PlacedCell = { text: "", origin: { file: "" } };

/** Formulas fill themselves in; what a person has typed counts. */
function isFilled(row: ListRow): boolean {
  return [...row.values()].some(({ text, formula }) => formula !== true && text.trim() !== "");
}

/** The indicators of each project, in their order. */
function ownersOf(
  projects: readonly ListRow[],
  indicators: readonly ListRow[],
  file: string,
  problems: ReadProblem[],
): ReadonlyMap<ListRow, readonly ListRow[]> {
  const byNumber = new Map<string, ListRow>();
  for (const row of projects) {
    const number = numberOf(row);
    if (number === "") problems.push(strayRow(row, file, "没有序号，它的指标无法归到它。", "请填上序号。"));
    else if (byNumber.has(number))
      problems.push(strayRow(row, file, `序号「${number}」重复，指标都归到了前一个。`, "请改成不同的序号。"));
    else byNumber.set(number, row);
  }
  const owned = new Map<ListRow, ListRow[]>();
  for (const row of indicators) {
    const owner = byNumber.get(numberOf(row));
    if (owner === undefined)
      problems.push(
        strayRow(row, file, `「项目」表里没有序号「${numberOf(row)}」，这一行指标没有读取。`, "请核对项目序号。"),
      );
    else owned.set(owner, [...(owned.get(owner) ?? []), row]);
  }
  return owned;
}

function numberOf(row: ListRow): string {
  return (row.get("number")?.text ?? "").trim();
}

function strayRow(row: ListRow, file: string, why: string, next: string): ReadProblem {
  const origin = [...row.values()].find(({ text }) => text !== "")?.origin;
  const what = "有一行对不上。";
  return new Refusal("unrecognised-layout", origin, what, why, next).toProblem(file);
}

function readProject(row: ListRow, indicators: readonly ListRow[], edition: Edition): SelfEvaluationForm {
  const draft = newDraft();
  const cell = (at: string): PlacedCell => row.get(at) ?? BLANK_CELL;
  const text = (at: string): string => putText(draft, at, cell(at));
  const year = text("fiscalYear");
  if (!/^\d{4}$/u.test(year))
    throw new Refusal(
      "not-a-form",
      cell("fiscalYear").origin,
      "年度不对，没有读取这个项目。",
      year === "" ? "年度空着。" : `年度是「${year.slice(0, 20)}」。`,
      "请填四位年份，例如 2024。",
    );
  const rating = edition.captions.rating === undefined ? "" : text("rating");
  const wire = {
    schema: FORM_SCHEMA_ID,
    edition: edition.id,
    fiscalYear: Number.parseInt(year, 10),
    title: edition.captions.title,
    projectName: text("projectName"),
    competentDepartment: text("competentDepartment"),
    implementingUnit: text("implementingUnit"),
    currencyUnit: edition.currencyUnit,
    funds: putFunds(row, draft),
    overallGoal: { expected: text("overallGoal.expected"), actual: text("overallGoal.actual") },
    indicators: putIndicators(indicators, draft),
    totalWeight: putNumber(draft, "totalWeight", cell("totalWeight")),
    totalScore: putNumber(draft, "totalScore", cell("totalScore")),
    rating: isBlank(rating) ? null : rating,
  };
  const check = cell("check");
  if (check.formula !== true) leaveOver(draft, check);
  return computedForm(wire, draft, edition);
}

function putFunds(row: ListRow, draft: Draft): object {
  return Object.fromEntries(
    FUND_ROWS.map((name) => [
      name,
      Object.fromEntries(
        FUND_COLUMNS.map((column) => {
          const at = fundPath(name, column);
          const cell = row.get(at);
          return [column, cell === undefined ? null : putNumber(draft, at, cell, column === "executionRate")];
        }),
      ),
    ]),
  );
}
