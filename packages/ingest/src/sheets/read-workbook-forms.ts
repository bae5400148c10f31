/** A workbook → the forms in its sheets. */
import { type SelfEvaluationForm, WireFormError } from "@zipingbiao/core";
import { partPageNoise } from "../lines/page-noise.ts";
import { type Section, isTitle, splitForms } from "../lines/split-forms.ts";
import type { PlacedCell, TextLine } from "../media/placed-text.ts";
import { OfficePackage } from "../media/opc/office-package.ts";
import { kindOfPackage } from "../media/xlsx/office-kind.ts";
import { newSheetBudget, readSheet } from "../media/xlsx/read-sheet.ts";
import { readWorkbook } from "../media/xlsx/workbook.ts";
import { notAForm } from "../read-json.ts";
import type { ReadProblem, ReadResult, Source } from "../read-result.ts";
import { type Place, Refusal, shorten, unrecognised } from "../refusal.ts";
import { readForm } from "../tables/read-form.ts";
import { placeOf, textOfRow } from "../tables/row.ts";
import { withoutDuplicates } from "../without-duplicates.ts";
import { type SheetRow, placeRows } from "./place-rows.ts";

const MAX_SHEETS = 2000;
const MAX_FORMS = 5000;
const MAX_FORM_ROWS = 5000;
/** A few rows above the first title (附件2, a date) belong to its form; more are a table of their own. */
const MAX_PREAMBLE = 5;
/** How much of a sheet without a form is told. */
const MAX_ASIDE = 200;

type Beside = Pick<PlacedCell, "text" | "origin">;

/** One stretch of a sheet: a form, or what stands above the first one. */
interface SheetPart {
  readonly rows: readonly SheetRow[];
  readonly isForm: boolean;
  readonly beside: readonly Beside[];
}

interface ReadSheets {
  readonly parts: readonly SheetPart[];
  /** One text for each sheet that holds no form at all. */
  readonly asides: readonly Beside[];
  readonly problems: readonly ReadProblem[];
}

/**
 * All forms of a workbook, sheet by sheet. Sheets without a form and what is hidden are left over in the first form
 * that follows; a form in a hidden sheet is a problem. Never throws for what the file contains.
 */
export function readWorkbookForms({ name: file, bytes }: Source): ReadResult {
  try {
    return { ...withoutDuplicates(readParts(readSheets(file, bytes), file), file), medium: "xlsx" };
  } catch (cause) {
    if (cause instanceof Refusal) return { forms: [], problems: [cause.toProblem(file)], medium: "xlsx" };
    throw cause;
  }
}

function readSheets(file: string, bytes: Uint8Array): ReadSheets {
  const parts = new OfficePackage(bytes);
  const kind = kindOfPackage(parts);
  if (kind.kind === "refused") throw new Refusal("unsupported-medium", undefined, kind.what, kind.why, kind.next);
  const workbook = readWorkbook(parts, kind.main);
  const budget = newSheetBudget();
  const found: SheetPart[] = [];
  const asides: Beside[] = [];
  const problems: ReadProblem[] = [];
  if (workbook.sheets.length > MAX_SHEETS)
    throw tooLarge({}, `共 ${workbook.sheets.length} 张工作表，上限 ${MAX_SHEETS} 张。`);
  for (const entry of workbook.sheets) {
    const sheet = readSheet(parts, entry, workbook, budget);
    const rows = placeRows(sheet, file);
    if (rows.length === 0) continue;
    const sections = partsOf(rows);
    const hasForm = sections.some(({ isForm }) => isForm);
    if (hasForm && sheet.hidden) problems.push(hiddenForm(file, sheet.name));
    else if (hasForm || rows.some((row) => isTitle(lineOf(row, 0)))) found.push(...sections);
    else asides.push(asideOf(rows, sheet.hidden, file, sheet.name));
  }
  return { parts: found, asides, problems };
}

function readParts({ parts, asides, problems: known }: ReadSheets, file: string): Omit<ReadResult, "medium"> {
  const forms: SelfEvaluationForm[] = [];
  const problems: ReadProblem[] = [...known];
  let strays: readonly Beside[] = [];
  for (const [at, part] of parts.entries()) {
    if (forms.length === MAX_FORMS) {
      problems.push(tooLarge(placeOf(part.rows[0]) ?? {}, `只读了前 ${MAX_FORMS} 份。`).toProblem(file));
      break;
    }
    if (!part.isForm && part.rows.length <= MAX_PREAMBLE && isFollowed(parts, at)) {
      strays = [...strays, ...part.rows.flatMap(textsOf), ...part.beside];
      continue;
    }
    const read = readPart(part, forms.length === 0 ? [...asides, ...strays] : strays, file);
    if ("code" in read) problems.push(read);
    else forms.push(read);
    strays = [];
  }
  if (forms.length === 0 && problems.length === 0) {
    const [first] = asides;
    problems.push(
      first === undefined
        ? new Refusal(
            "empty",
            undefined,
            "工作簿是空的。",
            "各张工作表里都没有文字。",
            "请核对文件是否保存完整。",
          ).toProblem(file)
        : unrecognised(first.origin, first.text.replace(/^（[^）]*）/u, ""), "「项目名称」一行").toProblem(file),
    );
  }
  return { forms, problems };
}

function isFollowed(parts: readonly SheetPart[], at: number): boolean {
  const next = parts[at + 1];
  return next?.isForm === true && next.rows[0]?.cells[0]?.origin.sheet === parts[at]?.rows[0]?.cells[0]?.origin.sheet;
}

function readPart(
  { rows, isForm, beside }: SheetPart,
  strays: readonly Beside[],
  file: string,
): SelfEvaluationForm | ReadProblem {
  const place = placeOf(rows[0]);
  try {
    if (rows.length > MAX_FORM_ROWS)
      throw tooLarge(place ?? {}, `一份表有 ${rows.length} 行，上限 ${MAX_FORM_ROWS} 行。`);
    if (!isForm)
      throw unrecognised(place, rows.slice(0, 3).map(textOfRow).map(shorten).join(" / "), "「项目名称」一行");
    return readForm(rows, [...strays, ...beside]);
  } catch (cause) {
    if (cause instanceof Refusal) return cause.toProblem(file);
    if (cause instanceof WireFormError) return notAForm(cause, file, "读出的内容", place);
    throw cause;
  }
}

/** Splits a sheet at its titles, as a text is split, and parts what only a page put there. */
function partsOf(rows: readonly SheetRow[]): SheetPart[] {
  return splitForms(rows.map(lineOf)).map(({ lines, isForm }: Section) => {
    const { kept, noise } = partPageNoise(lines);
    const rowsOf = (some: readonly TextLine[]): SheetRow[] => some.flatMap(({ line }) => rows[line - 1] ?? []);
    return {
      rows: rowsOf(kept),
      isForm,
      beside: [...rowsOf(noise).flatMap(textsOf), ...rowsOf(lines).flatMap((row) => row.beside)],
    };
  });
}

// Titles and labels are short, so the beginning of a cell is enough to split by; `line` is the place in the list.
function lineOf(row: SheetRow, at: number): TextLine {
  const text = row.cells.map((cell) => cell.text.slice(0, 200).trim()).join("\t");
  return { text, line: at + 1, gap: row.afterGap ? 1 : 0 };
}

function textsOf(row: SheetRow): Beside[] {
  return row.cells.filter(({ text }) => text.trim() !== "");
}

function asideOf(rows: readonly SheetRow[], hidden: boolean, file: string, sheet: string): Beside {
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

function tooLarge(place: Place, why: string): Refusal {
  return new Refusal("too-large", place, "工作簿过大。", why, "请拆成几份再读。");
}
