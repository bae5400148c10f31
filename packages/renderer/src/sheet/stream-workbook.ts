/** Streamed workbook → the bytes of an .xlsx file, piece by piece: neither its rows nor its bytes are ever whole in memory. */
import { escapeXml } from "../ooxml/xml-text.ts";
import { type StreamedPart, streamZip } from "../ooxml/zip-stream.ts";
import { cellName } from "./cell-name.ts";
import { escaped } from "./cell-value.ts";
import { RowWriter } from "./sheet-rows.ts";
import { stylesPart } from "./sheet-styles.ts";
import type { StreamedSheet, StreamedWorkbook } from "./streamed-workbook.ts";
import type { SheetCell } from "./workbook.ts";

/** Rows of a sheet, the header included; Office opens no more. A longer table goes on in a sheet of its own. */
const MOST_ROWS = 1_048_576;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet as it was written. */
interface WrittenSheet {
  readonly name: string;
  readonly lastCell: string;
  readonly filter: boolean;
}

/** The same workbook gives the same bytes. Texts can never become formulas. `mostRows` of a sheet, for tests. */
export function* streamWorkbook(workbook: StreamedWorkbook, mostRows = MOST_ROWS): Generator<Uint8Array, void, void> {
  yield* streamZip(workbookParts(workbook, mostRows));
}

function* workbookParts({ title, sheets }: StreamedWorkbook, mostRows: number): Generator<StreamedPart, void, void> {
  const part = (name: string, text: string): StreamedPart => ({ name, pieces: [DECLARATION, text] });
  yield part(
    "_rels/.rels",
    relationships([
      [`${RELATIONS}/officeDocument`, "xl/workbook.xml"],
      [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
  );
  yield part("docProps/core.xml", coreProperties(title));
  yield part("xl/styles.xml", stylesPart());
  const written: WrittenSheet[] = [];
  for (const sheet of sheets) {
    const rows = new PeekedRows(sheet.rows);
    for (let number = 1; number === 1 || !rows.isDone; number += 1) {
      const name = number === 1 ? sheet.name : `${sheet.name}（${number}）`;
      const place = { name, isFirst: written.length === 0, mostRows };
      yield {
        name: `xl/worksheets/sheet${written.length + 1}.xml`,
        pieces: sheetPieces(sheet, rows, place, (lastCell) => {
          written.push({ name, lastCell, filter: sheet.filter });
        }),
      };
    }
  }
  // Only now it is known how many sheets there are.
  yield part("xl/workbook.xml", workbookPart(written));
  yield part(
    "xl/_rels/workbook.xml.rels",
    relationships([
      ...written.map((_sheet, at) => [`${RELATIONS}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
      [`${RELATIONS}/styles`, "styles.xml"],
    ]),
  );
  yield part("[Content_Types].xml", contentTypes(written.length));
}

/** Rows of which it can be told whether one is left. */
class PeekedRows {
  readonly #rows: Iterator<readonly SheetCell[]>;
  #next: IteratorResult<readonly SheetCell[]>;

  constructor(rows: Iterable<readonly SheetCell[]>) {
    this.#rows = rows[Symbol.iterator]();
    this.#next = this.#rows.next();
  }

  get isDone(): boolean {
    return this.#next.done === true;
  }

  take(): readonly SheetCell[] | undefined {
    if (this.#next.done === true) return undefined;
    const { value } = this.#next;
    this.#next = this.#rows.next();
    return value;
  }
}

function* sheetPieces(
  { columns, orientation, paper = "a4", frozenColumns = 0, filter }: StreamedSheet,
  rows: PeekedRows,
  { isFirst, mostRows }: { readonly isFirst: boolean; readonly mostRows: number },
  done: (lastCell: string) => void,
): Generator<string, void, void> {
  const writer = new RowWriter(columns);
  yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
  yield `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${pane(frozenColumns)}</sheetView></sheetViews>`;
  yield '<sheetFormatPr defaultRowHeight="15"/><cols>';
  for (const [at, { width }] of columns.entries())
    yield `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  yield `</cols><sheetData>${writer.header(columns.map(({ caption }) => caption))}`;
  let last = 1;
  for (let row = rows.take(); row !== undefined; row = rows.take()) {
    last += 1;
    yield writer.row(last, row);
    if (last === mostRows) break;
  }
  const lastCell = cellName(last - 1, columns.length - 1);
  done(lastCell);
  yield `</sheetData>${filter ? `<autoFilter ref="A1:${lastCell}"/>` : ""}`;
  yield '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';
  yield `<pageSetup paperSize="${paper === "a3" ? 8 : 9}" fitToHeight="0" orientation="${orientation}"/>`;
  yield "<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>";
}

/** The header, and columns at the left, stay in view. */
function pane(columns: number): string {
  const corner = cellName(1, columns);
  const active = columns === 0 ? "bottomLeft" : "bottomRight";
  const split = columns === 0 ? "" : `xSplit="${columns}" `;
  return `<pane ${split}ySplit="1" topLeftCell="${corner}" activePane="${active}" state="frozen"/><selection pane="${active}" activeCell="${corner}" sqref="${corner}"/>`;
}

function workbookPart(sheets: readonly WrittenSheet[]): string {
  const entries = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const filters = sheets.map(({ name, lastCell, filter }, at) =>
    filter
      ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${reference(name)}!$A$1:${absolute(lastCell)}</definedName>`
      : "",
  );
  const titles = sheets.map(
    ({ name }, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${reference(name)}!$1:$1</definedName>`,
  );
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${entries.join("")}</sheets><definedNames>${filters.join("")}${titles.join("")}</definedNames></workbook>`
  );
}

function reference(name: string): string {
  return escapeXml(`'${name.replaceAll("'", "''")}'`);
}

/** `S51` is `$S$51`. */
function absolute(cell: string): string {
  return cell.replace(/^([A-Z]+)(\d+)$/u, "$$$1$$$2");
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const entries = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override("xl/workbook.xml", `${TYPES}.sheet.main+xml`) +
    Array.from({ length: sheets }, (_, at) =>
      override(`xl/worksheets/sheet${at + 1}.xml`, `${TYPES}.worksheet+xml`),
    ).join("") +
    override("xl/styles.xml", `${TYPES}.styles+xml`) +
    override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
    "</Types>"
  );
}

/** The moment is the same in every workbook: the same tables are to give the same bytes. */
function coreProperties(title: string): string {
  const stamp = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:${name}>`;
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(escaped(title))}</dc:title><dc:creator>zipingbiao</dc:creator>` +
    `${stamp("created")}${stamp("modified")}</cp:coreProperties>`
  );
}
