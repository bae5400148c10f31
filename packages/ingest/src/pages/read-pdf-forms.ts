/** A PDF → the forms on its pages. */
import { readPages } from "../media/pdf/open-pdf.ts";
import type { HiddenReason, PageMarks } from "../media/pdf/page-marks.ts";
import type { ReadProblem, ReadResult, Source } from "../read-result.ts";
import { Refusal } from "../refusal.ts";
import { readParts } from "../rows/read-parts.ts";
import type { Beside, SourceRow } from "../rows/source-row.ts";
import { type RowPart, splitRows } from "../rows/split-rows.ts";
import { withoutDuplicates } from "../without-duplicates.ts";
import { type PageOfRows, withoutOutsideLines, withoutRunningLines } from "./margin-lines.ts";
import { mendSeams } from "./mend-seams.ts";
import { originOf } from "./page-row.ts";
import { type RowWithBeside, placeColumns } from "./place-columns.ts";
import { tellTorn } from "./tell-torn.ts";
import { tornRows } from "./torn-rows.ts";
import { unruledRows } from "./unruled/unruled-rows.ts";
import { rowsOfPage } from "./rows-of-page.ts";

const WORDS = { whole: "PDF", nothing: "各页都没有文字。" };
const HIDDEN: Readonly<Record<HiddenReason, string>> = {
  invisible: "不显示的文字",
  "background-colour": "与底色相同的文字",
  clipped: "页面或框外的文字",
  covered: "被遮住的文字",
  "hidden-layer": "隐藏图层里的文字",
};

/**
 * All forms of a PDF, in the order of its pages. Cells come from the lines that are drawn and from where the glyphs
 * stand. Never throws for what the file contains.
 */
export async function readPdfForms(
  { name: file, bytes }: Source,
  onPage: (page: number, pages: number) => void,
): Promise<ReadResult> {
  try {
    const { pages, refused, twins, isMended } = await readPages(bytes, onPage);
    const carried = twins.length === 0 ? {} : { twins };
    const problems = refused.map((refusal) => refusal.toProblem(file));
    const hasPictures = holdsPictures(bytes);
    const scanned = pages.filter(
      ({ glyphs, hidden, hasPicture }) => glyphs.length === 0 && ((hasPictures && hasPicture) || hidden.length > 0),
    );
    if (pages.every(({ glyphs }) => glyphs.length === 0) && scanned.length === 0) scanned.push(...pages);
    if (scanned.length > 0) problems.push(withoutText(scanned, pages.length, file));
    if (pages.length === 0 && problems.length === 0)
      throw new Refusal("empty", undefined, "PDF 是空的。", "里面没有任何一页。", "请核对文件是否保存完整。");
    if (scanned.length === pages.length) return { forms: [], problems, medium: "pdf", ...carried };
    const rows = withoutRunningLines(pagesOfRows(pages, file));
    const rough = new Map<SourceRow, RowWithBeside>();
    for (const row of rows) {
      const { cells } = row.row;
      rough.set({ cells, afterGap: false, beside: row.beside }, row);
    }
    const parts = splitRows([...rough.keys()]).map((part) => ({
      ...part,
      ...rowsOfForm(
        part.rows.flatMap((row) => rough.get(row) ?? []),
        part.isForm,
        file,
      ),
    }));
    const { warnings = [], ...read } = withoutDuplicates(readParts({ parts, asides: [], problems }, file, WORDS), file);
    const forms = read.forms.map(tellTorn);
    const told = isMended ? [mended(file), ...warnings] : warnings;
    return { ...read, forms, ...(told.length === 0 ? {} : { warnings: told }), medium: "pdf", ...carried };
  } catch (cause) {
    if (cause instanceof Refusal) return { forms: [], problems: [cause.toProblem(file)], medium: "pdf" };
    throw cause;
  }
}

/** The dictionary of a picture stands uncompressed in the file. */
function holdsPictures(bytes: Uint8Array): boolean {
  return /\/Subtype\s*\/Image|\/ImageMask/u.test(new TextDecoder("latin1").decode(bytes));
}

function rowsOfForm(
  rows: readonly RowWithBeside[],
  isForm: boolean,
  file: string,
): Pick<RowPart, "rows" | "isInferred"> {
  if (isForm && !rows.some(({ row }) => row.ruled)) {
    const lines = rows.flatMap(({ row }) => (row.line === undefined ? [] : [{ page: row.page, line: row.line }]));
    const inferred = unruledRows(lines, file) ?? tornRows(lines, file);
    if (inferred !== undefined) return { rows: inferred, isInferred: true };
  }
  return { rows: mendSeams(placeColumns(withoutOutsideLines(rows))) };
}

function pagesOfRows(pages: readonly PageMarks[], file: string): PageOfRows[] {
  let before: readonly number[] = [];
  return pages.map((marks) => {
    const { rows, beside, sides } = rowsOfPage(marks, file, before);
    before = sides;
    const hidden: Beside[] = marks.hidden.map(({ reason, text, box }) => ({
      text: `（${HIDDEN[reason]}，没有读取）${text}`,
      origin: originOf(file, marks.page, box),
    }));
    const all = [...beside, ...hidden];
    return { height: marks.height, rows: rows.map((row, at) => ({ row, beside: at === 0 ? all : [] })) };
  });
}

function mended(file: string): ReadProblem {
  return {
    code: "damaged-file",
    file,
    what: "PDF 的内部目录已损坏，按找到的内容读取。",
    why: "文件结尾没有指出目录在哪里，像是传输或另存时损坏的。",
    next: "请与原件核对，或用原来的程序重新导出 PDF。",
  };
}

function withoutText(pages: readonly PageMarks[], count: number, file: string): ReadProblem {
  const numbers = pages.map(({ page }) => page);
  const named = numbers.length > 12 ? `${numbers.slice(0, 12).join("、")} 等` : numbers.join("、");
  const underlaid = pages.some(({ hidden }) => hidden.some(({ reason }) => reason === "invisible"));
  return {
    code: "scanned-page",
    file,
    ...(numbers[0] === undefined ? {} : { page: numbers[0] }),
    what: numbers.length === count ? "各页都没有可读的文字。" : `第 ${named} 页没有可读的文字，没有读取。`,
    why: underlaid
      ? "像是扫描件：图片下面只有识别（OCR）出来的文字，数字可能有错，不能当作表中的数。"
      : "像是扫描件或图片，只有图像，没有文字。",
    next: "请交导出的 PDF、Excel 或 Word 文件；只有纸质件的，请按版式重新填报。",
  };
}
