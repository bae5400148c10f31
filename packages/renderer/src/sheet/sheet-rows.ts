/** Rows of a streamed sheet → its XML, row by row. */
import { escapeXml } from "../ooxml/xml-text.ts";
import { columnName } from "./cell-name.ts";
import { rowHeight } from "./cell-size.ts";
import { escaped, exactNumber } from "./cell-value.ts";
import { HEADER_STYLE, MAX_PLACES, figureStyle, textStyle } from "./sheet-styles.ts";
import type { SheetCell, SheetColumn } from "./workbook.ts";

const PLAIN_FIGURE = /^-?\d+(?:\.(\d+))?$/u;
/** What a program may take for the beginning of a formula; full-width signs are folded by some. */
const LIKE_FORMULA = /^\s*[=+\-@＝＋－＠]/u;

/** `<row>` elements of one sheet; rows are counted from 1. */
export class RowWriter {
  readonly #columns: readonly Required<Omit<SheetColumn, "caption">>[];
  readonly #names: readonly string[];
  readonly #widths: readonly number[];

  constructor(columns: readonly SheetColumn[]) {
    this.#columns = columns.map(({ width, align = "left" }) => ({ width, align }));
    this.#names = columns.map((_column, at) => columnName(at));
    this.#widths = columns.map(({ width }) => width);
  }

  header(captions: readonly string[]): string {
    const cells = captions.map((caption, at) => textCell(`${this.#names[at]}1`, HEADER_STYLE, caption));
    return this.#row(1, captions, cells);
  }

  row(number: number, cells: readonly SheetCell[]): string {
    const shown = cells.map((cell, at) => this.#shown(cell, at));
    return this.#row(
      number,
      shown,
      shown.map((cell, at) => this.#cell(`${this.#names[at]}${number}`, cell, at)),
    );
  }

  #row(number: number, texts: readonly SheetCell[], cells: readonly string[]): string {
    return `<row r="${number}" ht="${rowHeight(texts, this.#widths)}" customHeight="1">${cells.join("")}</row>`;
  }

  /** A figure of which digits would be lost, in the number or in a column that is too narrow, is shown as the text that it is. */
  #shown(cell: SheetCell, at: number): SheetCell {
    if (typeof cell !== "object") return cell;
    const { figure } = cell;
    const decimals = PLAIN_FIGURE.exec(figure)?.[1]?.length ?? 0;
    const isExact = PLAIN_FIGURE.test(figure) && decimals <= MAX_PLACES && exactNumber(figure) !== undefined;
    const whole = figure.length - (decimals === 0 ? 0 : decimals + 1);
    const room = figure.length + Math.floor((whole - 1) / 3) + 1;
    return isExact && room <= (this.#widths[at] ?? 0) ? cell : figure;
  }

  #cell(place: string, cell: SheetCell, at: number): string {
    const align = this.#columns[at]?.align ?? "left";
    if (typeof cell === "number") return `<c r="${place}" s="${textStyle(align, false)}"><v>${cell}</v></c>`;
    if (typeof cell === "string") {
      const style = textStyle(align, LIKE_FORMULA.test(cell));
      return cell === "" ? `<c r="${place}" s="${style}"/>` : textCell(place, style, cell);
    }
    const places = PLAIN_FIGURE.exec(cell.figure)?.[1]?.length ?? 0;
    return `<c r="${place}" s="${figureStyle(align, places)}"><v>${cell.figure}</v></c>`;
  }
}

/** Text stands in the cell itself: a table of texts that are used more than once would have to be whole in memory. */
function textCell(place: string, style: number, text: string): string {
  const written = escapeXml(escaped(text)).replaceAll("\r", "_x000D_");
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c>`;
}
