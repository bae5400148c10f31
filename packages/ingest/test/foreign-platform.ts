/**
 * Forms as a finance platform exports them: hidden helper rows and columns with codes, blank spacers, the money unit in
 * a row of its own, figures as numbers behind formats, a foot for signatures. Drawn by hand, after no writer of ours.
 */
import type { WireForm } from "@zipingbiao/core";
import { type DrawnCell, drawForm } from "@zipingbiao/core/testing";
import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from "hucre/xlsx";

export interface PlatformStyle {
  /** Hidden columns with codes before the form, and a hidden row with the names of fields above it. */
  readonly isCoded: boolean;
  /** A blank narrow column behind each column of the form, which no cell is merged over, and a blank row below the title. */
  readonly isSpaced: boolean;
  /** 单位：万元 stands below the title and not beside 项目资金. */
  readonly hasUnitRow: boolean;
  /** Labels stand in every row of their group; nothing is merged downwards. */
  readonly repeatsLabels: boolean;
  /** A code above the project's name, and a foot for who filled it in. */
  readonly isSigned: boolean;
}

export const EXPORTED: PlatformStyle = {
  isCoded: true,
  isSpaced: false,
  hasUnitRow: true,
  repeatsLabels: false,
  isSigned: true,
};

const SIDE = { style: "thin" } as const;
const BOXED: CellStyle = {
  border: { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE },
  alignment: { wrapText: true, vertical: "center" },
  font: { name: "宋体", size: 9 },
};
/** Of the nine columns of a form at most, in characters. */
const WIDTH = 13;
const CODES = ["guid", "xmmc", "zgbm", "ssdw", "ncys", "qnys", "qnzx", "fz", "df", "bz"];

interface Spot {
  readonly cell: DrawnCell;
  readonly column: number;
}

/** A sheet with these forms below each other. */
export function platformSheet(name: string, forms: readonly WireForm[], style: PlatformStyle = EXPORTED): WriteSheet {
  const page = new Page(style);
  if (style.isCoded) page.code();
  for (const [at, form] of forms.entries()) {
    if (at > 0) page.skip(2);
    drawOn(page, form, style);
  }
  return page.sheet(name);
}

/** Sheets may not be named by everything that a project may be. */
export function sheetName(project: string, at: number): string {
  return `${at + 1}.${project.replaceAll(/[[\]:*?/\\']/gu, "").slice(0, 24)}`;
}

function drawOn(page: Page, form: WireForm, { hasUnitRow, isSpaced, isSigned }: PlatformStyle): void {
  const width = form.edition === "sh-2021" ? 9 : 8;
  const drawn = spotsOf(drawForm(form).map((row) => row.map((cell) => (hasUnitRow ? withoutUnit(cell) : cell))));
  for (const [at, spots] of drawn.entries()) {
    if (at === 2) {
      if (isSpaced) page.skip(1);
      if (hasUnitRow) page.put([{ cell: plain(`单位：${form.currencyUnit}`, width), column: 0 }], 1);
      if (isSigned)
        page.put(
          [
            { cell: plain("项目编码", 2), column: 0 },
            { cell: plain("31010024T000000100001", width - 2), column: 2 },
          ],
          1,
        );
    }
    page.put(spots, linesOf(spots));
  }
  if (!isSigned) return;
  page.put(
    [
      { cell: plain("填报人：", 3), column: 0 },
      { cell: plain("联系电话：", 2), column: 3 },
      { cell: plain("填报日期：2025年3月10日", width - 5), column: 5 },
    ],
    1,
  );
}

function plain(text: string, across: number): DrawnCell {
  return { text, across, down: 1, isFigure: false, isLabel: true };
}

function withoutUnit(cell: DrawnCell): DrawnCell {
  return cell.isLabel && cell.text.startsWith("项目资金（") ? { ...cell, text: "项目资金" } : cell;
}

/** How many lines of text the fullest cell of a row needs. */
function linesOf(spots: readonly Spot[]): number {
  const lines = spots.map(({ cell: { text, across, down } }) => text.length / ((WIDTH / 2 - 1) * across) / down);
  return Math.ceil(Math.max(1, ...lines));
}

/** The column in which each cell begins: those that reach down from above stand in the way. */
function spotsOf(rows: readonly (readonly DrawnCell[])[]): readonly (readonly Spot[])[] {
  const until = new Map<number, number>();
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((until.get(column) ?? -1) >= row) column += 1;
      const spot = { cell, column };
      for (let at = 0; at < cell.across; at += 1) until.set(column + at, row + cell.down - 1);
      column += cell.across;
      return spot;
    });
  });
}

/** A sheet in the making. */
class Page {
  readonly #style: PlatformStyle;
  readonly #rows: CellValue[][] = [];
  readonly #cells = new Map<string, Partial<Cell>>();
  readonly #merges: MergeRange[] = [];
  readonly #rowDefs: NonNullable<WriteSheet["rowDefs"]> = new Map();
  #next = 0;

  constructor(style: PlatformStyle) {
    this.#style = style;
  }

  code(): void {
    for (const [column, code] of CODES.entries()) this.#set(this.#next, column, { value: code });
    this.#rowDefs.set(this.#next, { hidden: true });
    this.#next += 1;
  }

  skip(rows: number): void {
    this.#next += rows;
  }

  put(spots: readonly Spot[], lines: number): void {
    const row = this.#next;
    this.#next += 1;
    this.#rowDefs.set(row, { height: 12 * lines + 6 });
    if (this.#style.isCoded && row > 3) this.#set(row, 0, { value: `31010024T${String(row).padStart(6, "0")}` });
    for (const { cell, column } of spots) this.#draw(row, column, cell);
  }

  #draw(row: number, column: number, drawn: DrawnCell): void {
    const { isCoded, isSpaced, repeatsLabels } = this.#style;
    const isGroup = drawn.down > 1 && drawn.text.endsWith("指标");
    const [rows, down] = repeatsLabels && isGroup ? [drawn.down, 1] : [1, drawn.down];
    for (let each = 0; each < rows; each += 1) {
      const from = (isCoded ? 2 : 0) + column * (isSpaced ? 2 : 1);
      const to = from + (drawn.across - 1) * (isSpaced ? 2 : 1);
      this.#set(row + each, from, cellOf(drawn));
      if (to > from || down > 1)
        this.#merges.push({ startRow: row, startCol: from, endRow: row + down - 1, endCol: to });
      for (let below = row + each; below < row + each + down; below += 1)
        for (let at = from; at <= to; at += 1)
          if (below > row + each || at > from) this.#set(below, at, { value: null, style: BOXED });
    }
  }

  #set(row: number, column: number, cell: Partial<Cell>): void {
    while (this.#rows.length <= row) this.#rows.push([]);
    const line = this.#rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = cell.value ?? null;
    this.#cells.set(`${row},${column}`, cell);
  }

  sheet(name: string): WriteSheet {
    const { isCoded, isSpaced } = this.#style;
    const own = Array.from({ length: 9 }, () => (isSpaced ? [{ width: WIDTH }, { width: 1 }] : [{ width: WIDTH }]));
    return {
      name,
      rows: this.#rows,
      cells: this.#cells,
      merges: this.#merges,
      rowDefs: this.#rowDefs,
      columns: [...(isCoded ? [{ hidden: true }, { hidden: true }] : []), ...own.flat()],
      freezePane: { rows: 3 },
      pageSetup: { paperSize: "a4", orientation: "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    };
  }
}

const FORMATS = ["#,##0.00_ ", "0.00_);(0.00)", "#,##0.00;[Red]-#,##0.00", "0.00"];

function cellOf({ text, isFigure }: DrawnCell): Partial<Cell> {
  const [, digits, sign] = /^(-?\d+(?:\.\d+)?)(%?)$/u.exec(isFigure ? text : "") ?? [];
  if (digits === undefined) return { value: text === "" ? null : text, style: BOXED };
  const value = JSON.parse(digits) as number;
  if (sign === "%") return { value: value / 100, style: { ...BOXED, numFmt: "0.00%" } };
  return { value, style: { ...BOXED, numFmt: FORMATS[digits.length % FORMATS.length] ?? "0.00" } };
}
