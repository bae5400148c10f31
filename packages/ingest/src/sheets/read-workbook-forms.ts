/** A workbook → the forms in its sheets. */
import { OfficePackage } from "../media/opc/office-package.ts";
import { kindOfPackage } from "../media/xlsx/office-kind.ts";
import { newSheetBudget, readSheet } from "../media/xlsx/read-sheet.ts";
import { readWorkbook } from "../media/xlsx/workbook.ts";
import type { OnPage } from "../on-page.ts";
import type { ReadProblem, ReadResult, Source } from "../read-result.ts";
import { Refusal } from "../refusal.ts";
import { type SourceParts, readParts } from "../rows/read-parts.ts";
import type { Beside, SourceRow } from "../rows/source-row.ts";
import { type RowPart, hasTitle, splitRows } from "../rows/split-rows.ts";
import { textOfRow } from "../tables/row.ts";
import { withoutDuplicates } from "../without-duplicates.ts";
import { placeRows } from "./place-rows.ts";

const MAX_SHEETS = 2000;
/** How much of a sheet without a form is told. */
const MAX_ASIDE = 200;
const WORDS = { whole: "工作簿", nothing: "各张工作表里都没有文字。" };

/**
 * All forms of a workbook, sheet by sheet. Sheets without a form and what is hidden are left over in the first form
 * that follows; a form in a hidden sheet is a problem. Never throws for what the file contains.
 */
export function readWorkbookForms({ name: file, bytes }: Source, onPage?: OnPage): ReadResult {
  try {
    const parts = readSheets(file, bytes, onPage);
    return { ...withoutDuplicates(readParts(parts, file, WORDS, onPage), file), medium: "xlsx" };
  } catch (cause) {
    if (cause instanceof Refusal) return { forms: [], problems: [cause.toProblem(file)], medium: "xlsx" };
    throw cause;
  }
}

function readSheets(file: string, bytes: Uint8Array, onPage?: OnPage): SourceParts {
  const parts = new OfficePackage(bytes);
  const kind = kindOfPackage(parts);
  if (kind.kind === "refused") throw new Refusal("unsupported-medium", undefined, kind.what, kind.why, kind.next);
  const workbook = readWorkbook(parts, kind.main);
  const budget = newSheetBudget();
  const found: RowPart[] = [];
  const asides: Beside[] = [];
  const problems: ReadProblem[] = [];
  if (workbook.sheets.length > MAX_SHEETS)
    throw new Refusal(
      "too-large",
      undefined,
      "工作簿过大。",
      `共 ${workbook.sheets.length} 张工作表，上限 ${MAX_SHEETS} 张。`,
      "请拆成几份再读。",
    );
  for (const [at, entry] of workbook.sheets.entries()) {
    onPage?.(at + 1, workbook.sheets.length, "sheet");
    const sheet = readSheet(parts, entry, workbook, budget);
    const rows = placeRows(sheet, file);
    if (rows.length === 0) continue;
    const sections = splitRows(rows);
    const hasForm = sections.some(({ isForm }) => isForm);
    if (hasForm && sheet.hidden) problems.push(hiddenForm(file, sheet.name));
    else if (hasForm || hasTitle(rows)) found.push(...sections);
    else asides.push(asideOf(rows, sheet.hidden, file, sheet.name));
  }
  return { parts: found, asides, problems };
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
