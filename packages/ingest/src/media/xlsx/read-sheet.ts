/** The part of a sheet → its cells. What a sheet says of its own size is not believed: only cells that are there count. */
import { Refusal } from "../../refusal.ts";
import type { OfficePackage } from "../opc/office-package.ts";
import type { Doubt } from "../placed-text.ts";
import { MAX_COLUMNS, MAX_ROWS, cellName, parseCellName } from "./cell-name.ts";
import type { MergedSize, Sheet, SheetCell } from "./sheet.ts";
import { showNumber } from "./show-number.ts";
import { TextRuns, unescapeText } from "./text-runs.ts";
import { type SheetEntry, type Workbook, isOn } from "./workbook.ts";

/** What the sheets of one workbook may still hold, counted down. */
export interface SheetBudget {
  rows: number;
  cells: number;
  characters: number;
}

/** About 1,000 forms. */
export const newSheetBudget = (): SheetBudget => ({ rows: 100_000, cells: 300_000, characters: 20_000_000 });

/** Excel holds no longer text in a cell. */
const MAX_CELL_TEXT = 32_767;
const MAX_MERGED = 50_000;
const MAX_HIDDEN = 100_000;
const NEXT = "请用 Excel 或 WPS 打开原件，另存为 .xlsx 后再读。";

/** Throws a refusal that names sheet and cell where the sheet contradicts itself or is beyond all use. */
export function readSheet(parts: OfficePackage, entry: SheetEntry, workbook: Workbook, budget: SheetBudget): Sheet {
  const reader = new SheetReader(entry.name, workbook, budget);
  parts.readPart(entry.part, {
    open: (name, attributes, depth) => reader.open(name, attributes, depth),
    text: (text) => reader.text(text),
    close: (name, depth) => reader.close(name, depth),
  });
  return reader.sheet(entry.hidden);
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: string | undefined;
  value: string[];
  hasText: boolean;
}

class SheetReader {
  readonly #name: string;
  readonly #workbook: Workbook;
  readonly #budget: SheetBudget;
  readonly #rows = new Map<number, SheetCell[]>();
  readonly #taken = new Set<number>();
  readonly #merged = new Map<string, MergedSize>();
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns: (readonly [number, number])[] = [];
  readonly #runs = new TextRuns();
  #room = "";
  #row = -1;
  #column = -1;
  #cell: OpenCell | undefined;
  #inside = "";

  constructor(name: string, workbook: Workbook, budget: SheetBudget) {
    this.#name = name;
    this.#workbook = workbook;
    this.#budget = budget;
  }

  open(name: string, attributes: Readonly<Record<string, string | undefined>>, depth: number): void {
    if (depth === 2) this.#room = name;
    if (depth === 3 && this.#room === "sheetData" && name === "row") this.#openRow(attributes);
    else if (depth === 4 && this.#room === "sheetData" && name === "c") this.#openCell(attributes);
    else if (this.#cell !== undefined && depth === 5) {
      this.#inside = name;
      if (name === "f") this.#cell.formula = "";
      if (name === "is") this.#runs.start();
    } else if (this.#cell !== undefined && this.#inside === "is") this.#runs.open(name);
    else if (depth === 3 && this.#room === "mergeCells" && name === "mergeCell") this.#merge(attributes["ref"] ?? "");
    else if (depth === 3 && this.#room === "cols" && name === "col" && isOn(attributes["hidden"])) {
      const [from, to] = [count(attributes["min"]), count(attributes["max"])];
      if (this.#hiddenColumns.length < 1000) this.#hiddenColumns.push([from - 1, to - 1]);
    }
  }

  text(text: string): void {
    if (this.#inside === "v") this.#cell?.value.push(text);
    else if (this.#inside === "f" && this.#cell?.formula !== undefined && this.#cell.formula.length < MAX_CONSTANT)
      this.#cell.formula += text;
    else if (this.#inside === "is") this.#runs.text(text);
  }

  close(name: string, depth: number): void {
    const cell = this.#cell;
    if (cell === undefined) return;
    if (depth === 4) {
      this.#keep(cell);
      this.#cell = undefined;
    } else if (depth === 5) {
      if (name === "is") cell.value = [this.#runs.end()];
      if (name === "v" || name === "is") cell.hasText = true;
      this.#inside = "";
    } else if (this.#inside === "is") this.#runs.close(name);
  }

  sheet(hidden: boolean): Sheet {
    for (const cells of this.#rows.values()) cells.sort((a, b) => a.column - b.column);
    const isHiddenColumn = (column: number): boolean =>
      this.#hiddenColumns.some(([from, to]) => column >= from && column <= to);
    return {
      name: this.#name,
      hidden,
      rows: this.#rows,
      merged: this.#merged,
      hiddenRows: this.#hiddenRows,
      isHiddenColumn,
    };
  }

  #openRow({ r, hidden }: Readonly<Record<string, string | undefined>>): void {
    this.#row = r === undefined ? this.#row + 1 : count(r) - 1;
    this.#column = -1;
    if (this.#row < 0 || this.#row >= MAX_ROWS)
      throw this.#refuse("damaged-file", undefined, `有一行的行号是「${(r ?? "").slice(0, 20)}」。`);
    if (!isOn(hidden)) return;
    this.#hiddenRows.add(this.#row);
    if (this.#hiddenRows.size > MAX_HIDDEN) throw this.#refuse("too-large", undefined, "隐藏的行过多。");
  }

  #openCell({ r, t = "n", s = "0" }: Readonly<Record<string, string | undefined>>): void {
    const position = r === undefined ? { row: this.#row, column: this.#column + 1 } : parseCellName(r);
    if (position === undefined || position.row !== this.#row || position.column >= MAX_COLUMNS)
      throw this.#refuse(
        "damaged-file",
        undefined,
        `第 ${this.#row + 1} 行里有一格的位置是「${(r ?? "").slice(0, 20)}」。`,
      );
    this.#column = position.column;
    this.#cell = { ...position, type: t, style: count(s), formula: undefined, value: [], hasText: false };
    this.#inside = "";
  }

  #keep(cell: OpenCell): void {
    const { row, column } = cell;
    const formula = cell.formula !== undefined;
    const name = cellName(cell);
    const { text, doubt } = this.#shown(cell, name);
    if (text.trim() === "" && doubt === undefined && !formula) return;
    this.#budget.cells -= 1;
    this.#budget.characters -= text.length;
    if (this.#budget.cells < 0) throw this.#refuse("too-large", name, "有内容的格过多。");
    if (text.length > MAX_CELL_TEXT)
      throw this.#refuse("too-large", name, `这一格有 ${text.length} 个字，上限 ${MAX_CELL_TEXT} 个。`);
    if (this.#budget.characters < 0) throw this.#refuse("too-large", name, "文字合计超过 2000 万字。");
    const place = row * MAX_COLUMNS + column;
    if (this.#taken.has(place)) throw this.#refuse("damaged-file", name, "这一格出现了两次，无法确定以哪一个为准。");
    this.#taken.add(place);
    const typed = { ...constantIn(cell.formula), ...(doubt === undefined ? {} : { doubt }) };
    const kept: SheetCell = { row, column, text, formula, ...typed };
    const cells = this.#rows.get(row);
    if (cells === undefined) {
      this.#rows.set(row, [kept]);
      this.#budget.rows -= 1;
      if (this.#budget.rows < 0) throw this.#refuse("too-large", name, "有内容的行过多。");
    } else cells.push(kept);
  }

  #shown({ type, value, style, formula, hasText }: OpenCell, name: string): { text: string; doubt?: Doubt } {
    const stored = value.join("");
    if (formula !== undefined && (!hasText || (stored === "" && type !== "str"))) {
      const reason = "这一格是公式，文件里没有存结果，没有读取；请用 Excel 或 WPS 打开、保存后再读";
      return { text: "", doubt: { reason, candidates: [] } };
    }
    if (stored === "") return { text: "" };
    if (type === "s") return { text: this.#sharedString(stored.trim(), name) };
    if (type === "b") return { text: stored.trim() === "1" ? "TRUE" : "FALSE" };
    if (type === "str" || type === "d") return { text: unescapeText(stored) };
    if (type === "inlineStr") return { text: stored };
    if (type === "e")
      return { text: stored, doubt: { reason: `这一格是出错的公式（${stored.slice(0, 20)}）`, candidates: [stored] } };
    const code = this.#workbook.formatOf(style);
    const { text, known } = showNumber(stored.trim(), code ?? "", this.#workbook.from1904);
    if (known && code !== undefined) return { text };
    const reason = `这一格的数字格式「${(code ?? "").slice(0, 40)}」未能识别，按存储的数读取，与表上显示的可能不同`;
    return { text, doubt: { reason, candidates: [text] } };
  }

  #sharedString(stored: string, name: string): string {
    const text = /^\d{1,7}$/u.test(stored) ? this.#workbook.strings[Number.parseInt(stored, 10)] : undefined;
    if (text === undefined)
      throw this.#refuse("damaged-file", name, `这一格引用了第「${stored.slice(0, 20)}」条文字，文件里没有。`);
    return text;
  }

  #merge(reference: string): void {
    const [from, to] = reference.slice(0, 40).split(":").map(parseCellName);
    if (from === undefined || to === undefined || to.row < from.row || to.column < from.column)
      throw this.#refuse("damaged-file", undefined, `合并单元格的范围「${reference.slice(0, 40)}」不合格。`);
    if (this.#merged.size === MAX_MERGED)
      throw this.#refuse("too-large", undefined, `合并单元格超过 ${MAX_MERGED} 处。`);
    this.#merged.set(cellName(from), { rows: to.row - from.row + 1, columns: to.column - from.column + 1 });
  }

  #refuse(code: "damaged-file" | "too-large", cell: string | undefined, why: string): Refusal {
    const what = code === "too-large" ? "工作表过大，没有读取。" : "工作表的内容自相矛盾，没有读取。";
    const place = { sheet: this.#name, ...(cell === undefined ? {} : { cell }) };
    return new Refusal(code, place, what, why, code === "too-large" ? "请拆成几份再读。" : NEXT);
  }
}

/** No reference, no function, no arithmetic: a figure, and perhaps its unit. */
const CONSTANT = /^\d[\d,]*(?:\.\d+)?\s*(?:[%％‰]|[(（][^()（）]{0,20}[)）]|[^\s\p{ASCII}（）]{1,12})?$/u;
/** Longer formulas are none. */
const MAX_CONSTANT = 60;

function constantIn(formula: string | undefined): { readonly constant?: string } {
  return formula !== undefined && CONSTANT.test(formula.trim()) ? { constant: `=${formula.trim()}` } : {};
}

function count(text: string | undefined): number {
  return text !== undefined && /^\d{1,7}$/u.test(text) ? Number.parseInt(text, 10) : 0;
}
