/** A workbook → the forms in its sheets. */
import { TEMPLATE_SHEETS, TEMPLATE_VERSION, type TemplateMark, findEdition, formColumnCount } from "@zipingbiao/core";
import type { OfficePackage } from "../media/opc/office-package.ts";
import type { OfficeKind } from "../media/xlsx/office-kind.ts";
import { newSheetBudget, readSheet } from "../media/xlsx/read-sheet.ts";
import { type Workbook, readWorkbook } from "../media/xlsx/workbook.ts";
import type { OnPage } from "../on-page.ts";
import type { ReadProblem, ReadResult } from "../read-result.ts";
import { Refusal } from "../refusal.ts";
import { type SourceParts, readParts } from "../rows/read-parts.ts";
import type { Beside, SourceRow } from "../rows/source-row.ts";
import { type RowPart, hasTitle, isOpen, joined, splitRows } from "../rows/split-rows.ts";
import { textOfRow } from "../tables/row.ts";
import { withoutDuplicates } from "../without-duplicates.ts";
import { type CellTest, placeRows } from "./place-rows.ts";
import { readListForms } from "./read-list-forms.ts";

const MAX_SHEETS = 2000;
/** How much of a sheet without a form is told. */
const MAX_ASIDE = 200;
const WORDS = { whole: "工作簿", nothing: "各张工作表里都没有文字。" };

/**
 * All forms of a workbook, sheet by sheet. Sheets without a form and what is hidden are left over in the first form
 * that follows; a form in a hidden sheet is a problem. Never throws for what the file contains.
 */
export function readWorkbookForms(file: string, parts: OfficePackage, kind: OfficeKind, onPage?: OnPage): ReadResult {
  try {
    const workbook = openWorkbook(parts, kind);
    const { template } = workbook;
    const read =
      template?.layout === "rows"
        ? readListForms(parts, workbook, template, file)
        : readParts(readSheets(parts, workbook, file, onPage), file, WORDS, onPage);
    const warnings = template === undefined ? [] : otherVersion(template, file);
    return { ...withoutDuplicates(read, file), ...(warnings.length === 0 ? {} : { warnings }), medium: "xlsx" };
  } catch (cause) {
    if (cause instanceof Refusal) return { forms: [], problems: [cause.toProblem(file)], medium: "xlsx" };
    throw cause;
  }
}

function openWorkbook(parts: OfficePackage, kind: OfficeKind): Workbook {
  if (kind.kind === "refused") throw new Refusal("unsupported-medium", undefined, kind.what, kind.why, kind.next);
  const workbook = readWorkbook(parts, kind.main);
  if (workbook.sheets.length > MAX_SHEETS)
    throw new Refusal(
      "too-large",
      undefined,
      "工作簿过大。",
      `共 ${workbook.sheets.length} 张工作表，上限 ${MAX_SHEETS} 张。`,
      "请拆成几份再读。",
    );
  return workbook;
}

function readSheets(parts: OfficePackage, workbook: Workbook, file: string, onPage?: OnPage): SourceParts {
  const { template } = workbook;
  const budget = newSheetBudget();
  const found: RowPart[] = [];
  const asides: Beside[] = [];
  const problems: ReadProblem[] = [];
  for (const [at, entry] of workbook.sheets.entries()) {
    onPage?.(at + 1, workbook.sheets.length, "sheet");
    if (template !== undefined && entry.name === TEMPLATE_SHEETS.guidance) continue;
    const sheet = readSheet(parts, entry, workbook, budget);
    const rows = placeRows(sheet, file, template === undefined ? undefined : isOfForm(template));
    if (rows.length === 0) continue;
    const sections = splitRows(rows).map(
      (part): RowPart => (template === undefined ? part : { ...part, isTemplate: true }),
    );
    const hasForm = sections.some(({ isForm }) => isForm);
    const open = found.at(-1);
    if (hasForm && sheet.hidden) problems.push(hiddenForm(file, sheet.name));
    // A form that has not ended goes on in the next sheet that begins none.
    else if (open !== undefined && isOpen(open) && !sheet.hidden && !hasTitle(rows) && !hasForm)
      found.splice(-1, 1, sections.reduce(joined, open));
    else if (hasForm || hasTitle(rows)) found.push(...sections);
    else asides.push(asideOf(rows, sheet.hidden, file, sheet.name));
  }
  return { parts: found, asides, problems };
}

/** The checks beside the form are for whoever fills in. A formula in the form counts, whatever its result. */
function isOfForm({ edition: id }: TemplateMark): CellTest {
  const edition = findEdition(id);
  const width = edition === undefined ? Number.POSITIVE_INFINITY : formColumnCount(edition);
  return ({ formula, column, text, doubt }) => (formula ? column < width : text.trim() !== "" || doubt !== undefined);
}

function otherVersion({ version }: TemplateMark, file: string): ReadProblem[] {
  if (version === TEMPLATE_VERSION) return [];
  const isOld = version < TEMPLATE_VERSION;
  const problem: ReadProblem = {
    code: "other-template",
    file,
    what: `填报用的工作簿是第 ${version} 版，本程序的是第 ${TEMPLATE_VERSION} 版。`,
    why: `${isOld ? "旧" : "新"}版的栏目和算法可能不同，仍按现在的读取，请核对读出的内容。`,
    next: isOld ? "请用 zpb template 重新生成，把内容粘贴过去。" : "请更新程序后再读。",
  };
  return [problem];
}

function asideOf(rows: readonly SourceRow[], hidden: boolean, file: string, sheet: string): Beside {
  const words: string[] = [];
  for (const row of rows) {
    if (words.length === MAX_ASIDE) break;
    words.push(textOfRow(row));
  }
  const text = `（${hidden ? "隐藏的工作表" : "另一张工作表"}，共 ${rows.length} 行）${[...words.join(" ")].slice(0, MAX_ASIDE).join("")}`;
  return { text, origin: { file, sheet } };
}

function hiddenForm(file: string, sheet: string): ReadProblem {
  return {
    code: "hidden-sheet",
    file,
    sheet,
    what: "隐藏的工作表里有自评表，没有读取。",
    why: "隐藏的内容填报人和审核人都看不到。",
    next: "如应读取，请取消隐藏后再读；不需要的，请删除这张工作表。",
  };
}
