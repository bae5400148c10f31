/** Workbook → bytes of an .xlsx file. Beside `write-laid-workbook.ts` the only place that knows the library. */
import type { CellStyle, WriteSheet } from "hucre/xlsx";
import { cellName } from "./cell-name.ts";
import { columnWidth, rowHeight } from "./cell-size.ts";
import { escaped, exactNumber } from "./cell-value.ts";
import type { SheetCell, SheetColumn, Workbook, WorkbookSheet } from "./workbook.ts";

const BORDER = { style: "thin", color: { rgb: "B0B7C0" } } as const;
const EDGES = { top: BORDER, right: BORDER, bottom: BORDER, left: BORDER };
const FONT = { name: "宋体", size: 10 };
// The library stamps the present unless told otherwise; the same workbook is to give the same bytes.
const STAMP = new Date(Date.UTC(2000, 0, 1));

/** The same workbook gives the same bytes, whatever clock and time zone. Texts can never become formulas. */
export async function writeWorkbook({ title, sheets }: Workbook): Promise<Uint8Array> {
  // Loaded with the first workbook: a command that writes none starts without it.
  const { writeXlsx } = await import("hucre/xlsx");
  return await writeXlsx({
    sheets: sheets.map(writeSheet),
    properties: { title: escaped(title), creator: "zipingbiao", created: STAMP, modified: STAMP },
    defaultFont: FONT,
  });
}

function writeSheet(sheet: WorkbookSheet): WriteSheet {
  const { name, columns, rows, orientation, filter, paper = "a4", frozenColumns = 0 } = sheet;
  const header = columns.map(({ caption }) => escaped(caption));
  const widths = columns.map((column, at) =>
    columnWidth(
      column,
      rows.map((row) => row[at]),
    ),
  );
  return {
    name,
    columns: columns.map((column, at) => ({ width: widths[at] ?? column.width, style: bodyStyle(column) })),
    rowDefs: new Map(
      [header, ...(sheet.rowHeights === "fitted" ? rows : [])].map((row, at) => [
        at,
        { height: rowHeight(row, widths) },
      ]),
    ),
    rows: [header, ...rows.map((row) => row.map(cellValue))],
    cells: new Map([...columns.map((_column, at) => [`0,${at}`, { style: HEADER }] as const), ...figureStyles(sheet)]),
    freezePane: { rows: 1, ...(frozenColumns === 0 ? {} : { columns: frozenColumns }) },
    ...(filter ? { autoFilter: { range: `A1:${cellName(rows.length, columns.length - 1)}` } } : {}),
    pageSetup: {
      paperSize: paper,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.6, right: 0.4, bottom: 0.6, left: 0.4, header: 0.3, footer: 0.3 },
      printTitlesRow: "$1:$1",
    },
    headerFooter: { oddFooter: "&C第 &P 页，共 &N 页" },
  };
}

const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E4EAF2" } },
  border: EDGES,
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};

function bodyStyle({ align = "left" }: SheetColumn): CellStyle {
  return { font: FONT, border: EDGES, alignment: { horizontal: align, vertical: "top", wrapText: true } };
}

function cellValue(value: SheetCell): string | number {
  if (typeof value === "string") return escaped(value);
  return typeof value === "number" ? value : (exactNumber(value.figure) ?? value.figure);
}

/** Shown as it stands: with as many places as the figure has. */
function* figureStyles({ columns, rows }: WorkbookSheet): Iterable<[string, { style: CellStyle }]> {
  const styles = columns.map(bodyStyle);
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (typeof cell !== "object") continue;
      const places = /\.(\d+)$/u.exec(cell.figure)?.[1]?.length ?? 0;
      const numFmt = places === 0 ? "#,##0" : `#,##0.${"0".repeat(places)}`;
      yield [`${at + 1},${column}`, { style: { ...styles[column], numFmt } }];
    }
  }
}
