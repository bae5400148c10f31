/** Laid-out workbook → bytes of an .xlsx file. Beside `write-workbook.ts` the only place that knows the library. */
import type {
  Cell,
  CellStyle,
  ConditionalRule,
  DataValidation,
  MergeRange,
  WriteOptions,
  WriteSheet,
} from "hucre/xlsx";
import { unzipSync } from "fflate";
import { packPart, writeZip } from "../ooxml/zip-package.ts";
import { columnName } from "./cell-name.ts";
import { escaped, exactNumber } from "./cell-value.ts";
import type { CellLook, Highlight, InputRule, LaidCell, LaidSheet, LaidValue, LaidWorkbook } from "./laid-sheet.ts";

const FONT = "宋体";
const LINE = { style: "thin", color: { rgb: "000000" } } as const;
const FRAME = { top: LINE, right: LINE, bottom: LINE, left: LINE };
// The library stamps the present unless told otherwise; the same workbook is to give the same bytes.
const STAMP = new Date(Date.UTC(2000, 0, 1));

/**
 * The parts of the package, in their order. The same workbook gives the same parts, whatever clock and time zone. A text can
 * never become a formula.
 */
export async function laidWorkbookParts({ title, sheets, marks }: LaidWorkbook): Promise<readonly WorkbookPart[]> {
  const { writeXlsx } = await import("hucre/xlsx");
  const options: WriteOptions = {
    sheets: sheets.map(writeSheet),
    properties: { title: escaped(title), creator: "zipingbiao", created: STAMP, modified: STAMP },
    namedRanges: Object.entries(marks).map(([name, text]) => ({ name, range: `"${text}"` })),
    defaultFont: { name: FONT, size: 10 },
  };
  const written = unzipSync(await writeXlsx(options));
  const decoder = new TextDecoder();
  return Object.entries(written).map(([name, bytes]) => ({ name, text: mended(name, decoder.decode(bytes), sheets) }));
}

/** A part of the package; all of them are XML. */
export interface WorkbookPart {
  readonly name: string;
  readonly text: string;
}

/** The workbook as a file. */
export async function writeLaidWorkbook(workbook: LaidWorkbook): Promise<Uint8Array> {
  const parts = await laidWorkbookParts(workbook);
  return writeZip(parts.map(({ name, text }) => packPart(name, [text])));
}

/** What the library does not write as the schema has it, or cannot say. */
function mended(name: string, text: string, sheets: readonly LaidSheet[]): string {
  // The size of a font stands before its colour.
  if (name === "xl/styles.xml") return text.replaceAll(/(<color [^>]*\/>)(<sz [^>]*\/>)/gu, "$2$1");
  const number = /^xl\/worksheets\/sheet(\d+)\.xml$/u.exec(name)?.[1];
  const growing = number === undefined ? undefined : sheets[Number.parseInt(number, 10) - 1]?.growing;
  if (growing === undefined) return text;
  return text.replaceAll(/<row r="(\d+)"[^>]*>/gu, (row, at: string) =>
    growing.has(Number.parseInt(at, 10) - 1) ? row.replace(' customHeight="1"', "") : row,
  );
}

function writeSheet(sheet: LaidSheet): WriteSheet {
  const { name, widths, heights, frozen } = sheet;
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map(Array.from(heights, ([row, height]) => [row, { height }] as const)),
    rows: [],
    cells: new Map(sheet.cells.flatMap(writeCell)),
    merges: sheet.cells.flatMap(mergeOf),
    dataValidations: sheet.inputs.map(writeInput),
    conditionalRules: sheet.highlights.map(writeHighlight),
    ...(sheet.protected
      ? { protection: { sheet: true, formatRows: true, formatColumns: true, selectLockedCells: true } }
      : {}),
    ...(frozen === undefined ? {} : { freezePane: frozen }),
    view: { showGridLines: false },
    pageSetup: pageSetup(sheet),
    headerFooter: { oddFooter: "&C第 &P 页　共 &N 页" },
  };
}

function pageSetup({ page }: LaidSheet): NonNullable<WriteSheet["pageSetup"]> {
  const { paper, orientation, columns, rows, repeatedRows } = page;
  return {
    paperSize: paper,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { top: 0.7, right: 0.5, bottom: 0.7, left: 0.5, header: 0.3, footer: 0.35 },
    printArea: `$A$1:$${columnName(columns - 1)}$${rows}`,
    ...(repeatedRows === undefined ? {} : { printTitlesRow: repeatedRows.map((row) => `$${row + 1}`).join(":") }),
  };
}

/** The cell itself, and the cells that it covers, which carry its frame. */
function writeCell(cell: LaidCell): (readonly [string, Partial<Cell>])[] {
  const { row, column, rows = 1, columns = 1, value, look } = cell;
  const style = styleOf(look, formatOf(value));
  return Array.from({ length: rows * columns }, (_, at) => {
    const place = `${row + Math.floor(at / columns)},${column + (at % columns)}`;
    return [place, at === 0 ? { ...contentOf(value), style } : { value: null, style }] as const;
  });
}

function contentOf(value: LaidValue): Partial<Cell> {
  switch (value.kind) {
    case "text":
      return { value: value.text === "" ? null : escaped(value.text) };
    case "figure":
      return { value: exactNumber(value.figure) ?? value.figure };
    case "formula":
      // Without a result: whoever opens the workbook computes it.
      return { formula: value.formula };
    case "blank":
      return { value: null };
  }
}

function formatOf(value: LaidValue): string {
  return value.kind === "text" ? "@" : value.format;
}

function styleOf(look: CellLook, numFmt: string): CellStyle {
  const { align, vertical, size, bold = false, fill, color, framed, open = false } = look;
  return {
    font: { name: FONT, size, bold, ...(color === undefined ? {} : { color: { rgb: color } }) },
    ...(fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill } } }),
    ...(framed ? { border: FRAME } : {}),
    alignment: { horizontal: align, vertical, wrapText: true },
    numFmt,
    protection: { locked: !open },
  };
}

function mergeOf({ row, column, rows = 1, columns = 1 }: LaidCell): MergeRange[] {
  if (rows === 1 && columns === 1) return [];
  return [{ startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 }];
}

function writeInput({ range, title, prompt, takes }: InputRule): DataValidation {
  const shown = { range, allowBlank: true, showInputMessage: true, inputTitle: title, inputMessage: prompt };
  switch (takes.kind) {
    case "choice":
      // What is not in the list may be typed all the same.
      return { ...shown, type: "list", values: [...takes.choices], showErrorMessage: false };
    case "figure":
      return {
        ...shown,
        type: "decimal",
        ...(takes.most === undefined
          ? { operator: "greaterThanOrEqual", formula1: "0" }
          : { operator: "between", formula1: "0", formula2: takes.most }),
        showErrorMessage: true,
        errorStyle: "stop",
        errorTitle: title,
        errorMessage: `这里只填数，不带单位、文字${takes.most === undefined ? "，不小于 0" : `，在 0 和 ${takes.most} 之间`}。`,
      };
    case "text":
      return {
        ...shown,
        type: "textLength",
        operator: "lessThanOrEqual",
        formula1: String(takes.longest),
        showErrorMessage: true,
        errorStyle: "stop",
        errorTitle: title,
        errorMessage: `文字过长，最多 ${takes.longest} 个字。`,
      };
  }
}

function writeHighlight({ range, when }: Highlight, at: number): ConditionalRule {
  const fill = { type: "pattern", pattern: "solid", bgColor: { rgb: "FFC7CE" } } as const;
  return {
    type: "expression",
    priority: at + 1,
    range,
    formula: when,
    style: { font: { color: { rgb: "9C0006" } }, fill },
  };
}
