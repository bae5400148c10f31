/** A table of a Word document in the making: cells on their way into its grid. */
import { Refusal } from "../../refusal.ts";
import type { Block, Table, TableCell, TableRow } from "../document.ts";
import { type Attributes, attributeOf, countOf, isOn } from "./word-attributes.ts";

/** Word itself allows 63 columns; merged cells of other programs reach further. */
const MOST_COLUMNS = 1000;

interface OpenRow {
  column: number;
  after: number;
  readonly cells: TableCell[];
  hidden: boolean;
  deleted: boolean;
}

export interface OpenCell {
  readonly content: Block[];
  columns: number;
  goesOn: boolean;
  /** It was merged into the one before it, as older programs write that. */
  joins: boolean;
  deleted: boolean;
}

export class OpenTable {
  readonly #number: number;
  readonly #rows: TableRow[] = [];
  readonly #widths: number[] = [];
  #row: OpenRow | undefined;
  cell: OpenCell | undefined;

  constructor(number: number) {
    this.#number = number;
  }

  addColumn(attributes: Attributes): void {
    this.#widths.push(countOf(attributeOf(attributes, "w"), 100_000) ?? 0);
  }

  openRow(): void {
    this.#row = { column: 0, after: 0, cells: [], hidden: false, deleted: false };
  }

  openCell(): void {
    this.cell = { content: [], columns: 1, goesOn: false, joins: false, deleted: false };
  }

  /** A property of the row that is open. */
  setRow(name: string, attributes: Attributes): void {
    const row = this.#row;
    if (row === undefined) return;
    if (name === "gridBefore") row.column = this.#count(attributes, 0);
    else if (name === "gridAfter") row.after = this.#count(attributes, 0);
    else if (name === "hidden") row.hidden = isOn(attributes);
    else if (name === "del") row.deleted = true;
  }

  /** A property of the cell that is open. */
  setCell(name: string, attributes: Attributes): void {
    const { cell } = this;
    if (cell === undefined) return;
    if (name === "gridSpan") cell.columns = Math.max(this.#count(attributes, 1), 1);
    else if (name === "vMerge") cell.goesOn = attributeOf(attributes, "val") !== "restart";
    else if (name === "hMerge") cell.joins = attributeOf(attributes, "val") !== "restart";
    else if (name === "cellDel") cell.deleted = true;
  }

  closeCell(): void {
    const { cell } = this;
    const row = this.#row;
    this.cell = undefined;
    if (cell === undefined || row === undefined || cell.deleted) return;
    const before = row.cells.at(-1);
    if (cell.joins && before !== undefined) {
      const asides = cell.content.filter(({ kind }) => kind === "aside");
      const joined = { ...before, columns: before.columns + cell.columns, content: [...before.content, ...asides] };
      row.cells[row.cells.length - 1] = joined;
    } else {
      const { columns, goesOn, content } = cell;
      row.cells.push({ column: row.column, columns, goesOn, content });
    }
    row.column += cell.columns;
    if (row.column > MOST_COLUMNS) throw this.#refuse("too-large", `这一行有 ${MOST_COLUMNS} 列以上。`);
  }

  closeRow(): void {
    const row = this.#row;
    this.#row = undefined;
    if (row === undefined || row.deleted) return;
    const { cells, hidden, after } = row;
    this.#rows.push({ cells, hidden, after });
  }

  table(): Table {
    const known = this.#widths.length > 0 && this.#widths.every((width) => width > 0);
    return { kind: "table", number: this.#number, rows: this.#rows, widths: known ? this.#widths : undefined };
  }

  #count(attributes: Attributes, least: number): number {
    const text = attributeOf(attributes, "val") ?? "";
    const count = countOf(text, MOST_COLUMNS);
    if (count !== undefined) return Math.max(count, least);
    throw this.#refuse("damaged-file", `这一行有一格合并的列数是「${text.slice(0, 20)}」。`);
  }

  #refuse(code: "too-large" | "damaged-file", why: string): Refusal {
    const place = { table: this.#number, row: this.#rows.length + 1 };
    const what = code === "too-large" ? "表格过大，没有读取。" : "表格的内容自相矛盾，没有读取。";
    return new Refusal(code, place, what, why, "请用 Word 或 WPS 打开原件，核对表格后另存为 .docx 再读。");
  }
}
