/** Rows of one form over several pages: what a page's end has cut is put together again. */
import { EDITIONS, INDICATOR_FIELDS, type IndicatorField } from "@zipingbiao/core";
import { joinWrapped } from "../lines/join-wrapped.ts";
import { fold, isBlank, plainDecimal } from "../lines/normalise.ts";
import type { PlacedCell } from "../media/placed-text.ts";
import type { Beside, SourceRow } from "../rows/source-row.ts";
import { isCaption } from "../tables/head-marks.ts";
import { completes, isWholeLabel, labelText } from "../tables/labels.ts";
import { captionsOf, cellUnder, columnOf, textOfRow } from "../tables/row.ts";
import { fundRowOf } from "../tables/read-fund-table.ts";
import { joinCaptions } from "./join-captions.ts";
import { DrawnRows, MendedCells, isSeam, pageOf } from "./page-seam.ts";

const CONTINUED = /[（(]\s*(?:续|续上页|接上页|续前页)\s*[）)]$/u;
const LABELS = ["level1", "level2"] as const;
const TEXTS = ["name", "target", "actual", "deviationNote"] as const;

/**
 *     │ 产出指标 │ 数量指标 │ 巡检 │ ≥250(次) │ 295(次) │ 10 │ 10 │          the last row of a page
 *     │ 一级指标 │ 二级指标 │ …                                            its head, printed again: left out
 *     │         │         │ 次数 │          │         │    │    │          the rest of a row that was cut: joined
 *     │         │ 质量指标 │ …                                            the merged label goes on: covered
 */
export function mendSeams(rows: readonly SourceRow[]): readonly SourceRow[] {
  return new Seams(joinCaptions(rows)).mend();
}

class Seams {
  readonly #rows: readonly SourceRow[];
  readonly #head: SourceRow | undefined;
  readonly #headAt: number;
  readonly #out = new DrawnRows();
  readonly #cells = new MendedCells();
  #waiting: Beside[] = [];

  constructor(rows: readonly SourceRow[]) {
    this.#rows = rows;
    this.#headAt = rows.findIndex(isHead);
    this.#head = rows[this.#headAt];
  }

  mend(): readonly SourceRow[] {
    for (const [at, row] of this.#rows.entries()) {
      const { last } = this.#out;
      if (!isSeam(last, row)) {
        this.#keep(row);
        continue;
      }
      this.#dropMarks(row);
      if (this.#isRepeated(row, at)) this.#waiting.push(...row.beside);
      else if (this.#isRest(last, row, at)) this.#join(last, row);
      else this.#keep(at > this.#headAt && this.#headAt !== -1 ? this.#goOnWithLabels(last, row) : row);
    }
    return this.#cells.resolve(this.#out.rows);
  }

  /** A merged cell without a text is marked as going on like the others. */
  #dropMarks(row: SourceRow): void {
    for (const cell of row.cells)
      if (CONTINUED.test(cell.text) && cell.text.replace(CONTINUED, "").trim() === "")
        this.#cells.become(cell, { ...cell, text: "" });
  }

  #keep(row: SourceRow): void {
    this.#out.add(this.#waiting.length === 0 ? row : { ...row, beside: [...this.#waiting, ...row.beside] });
    this.#waiting = [];
  }

  /** The head of the table, or its first rows, printed again on a new page. */
  #isRepeated(row: SourceRow, at: number): boolean {
    const own = captionsOf(row);
    if (own.length < 2 && !row.cells.some(({ text }) => CONTINUED.test(text))) return false;
    // The label beside the head, 绩效指标, is merged with the rows below and not printed again.
    if (this.#headAt !== -1 && at > this.#headAt && isHead(row)) return true;
    const plain = own.map((text) => text.replace(CONTINUED, "")).join("|");
    const end = this.#headAt === -1 ? 0 : Math.min(this.#headAt + 1, at);
    return this.#rows
      .slice(0, end)
      .some((above) => pageOf(above) !== pageOf(row) && captionsOf(above).join("|") === plain);
  }

  #at(row: SourceRow, field: IndicatorField): PlacedCell {
    const { captions } = EDITIONS[0] ?? { captions: undefined };
    const head = this.#head ?? row;
    return cellUnder(row, head, captions === undefined ? 0 : columnOf(head, captions.indicatorColumns[field]));
  }

  #isRest(last: SourceRow, row: SourceRow, at: number): boolean {
    if (this.#headAt === -1 || at <= this.#headAt) return isFundRest(last, row);
    const isAfterFoot = isFoot(last) && row.cells[0]?.text !== "";
    if (last === this.#head || isFoot(row) || isAfterFoot || this.#bringsLabel(last, row)) return false;
    const figures = (some: SourceRow): number =>
      (["weight", "score"] as const).filter((field) => !isBlank(this.#at(some, field).text)).length;
    const hasText = (some: SourceRow): boolean => TEXTS.some((field) => this.#at(some, field).text !== "");
    const [above, below] = [figures(last), figures(row)];
    return (above > 0 && below === 0 && hasText(row)) || (above === 0 && below > 0 && hasText(last));
  }

  /** Whether the row has a whole label of its own, which the rest of a row never has. */
  #bringsLabel(last: SourceRow, row: SourceRow): boolean {
    return LABELS.some((field) => {
      const own = labelText(this.#at(row, field).text.replace(CONTINUED, ""));
      const above = labelText(this.#cells.coverOf(this.#at(last, field)).text);
      return isWholeLabel(own) && own !== above && !completes(above, own);
    });
  }

  #join(last: SourceRow, row: SourceRow): void {
    const rest = { ...row, beside: [...this.#waiting, ...row.beside] };
    this.#out.replaceLast(this.#cells.joinRows(last, rest, ({ text }, below) => joinedText(text, below.text)));
    this.#waiting = [];
  }

  #goOnWithLabels(last: SourceRow, row: SourceRow): SourceRow {
    if (isFoot(row) || isFoot(last)) return row;
    const cells = [...row.cells];
    let isNewGroup = false;
    for (const field of LABELS) {
      const [before, own] = [this.#cells.coverOf(this.#at(last, field)), this.#at(row, field)];
      const at = cells.indexOf(own);
      if (at === -1 || last === this.#head) continue;
      const text = labelText(own.text.replace(CONTINUED, ""));
      const printed = labelText(before.text);
      let now: PlacedCell = own;
      if (text === "" && own.above === undefined && printed !== "" && !isNewGroup)
        now = { ...own, text: "", above: before };
      else if (text !== "" && text !== own.text && text === printed) now = { ...own, text };
      else if (text !== "" && completes(printed, text)) {
        const whole = { ...before, text: joinWrapped([printed, text]) };
        this.#cells.become(before, whole);
        now = { ...own, text: "", above: whole };
      } else if (text !== "" && printed === "" && !isNewGroup) this.#cells.become(before, { ...before, text });
      if (now !== own) {
        this.#cells.become(own, now);
        cells[at] = now;
      }
      if (field === "level1" && text !== "" && printed !== "" && text !== printed && now === own) isNewGroup = true;
    }
    return { ...row, cells };
  }
}

function joinedText(above: string, below: string): string {
  const rest = below.replace(CONTINUED, "");
  const repeats = fold(above) === fold(rest) && plainDecimal(above, true) === undefined;
  if (repeats) return above;
  return above === "" ? below : joinWrapped([above, rest]);
}

function isHead(row: SourceRow): boolean {
  return (
    row.ruled === true &&
    EDITIONS.some(({ captions }) =>
      INDICATOR_FIELDS.every((field) => columnOf(row, captions.indicatorColumns[field]) !== -1),
    )
  );
}

function isFoot(row: SourceRow): boolean {
  return /^(?:总分|评分等级)/u.test(fold(textOfRow(row).slice(0, 20)));
}

/** 其中：当年财政拨款 │ … / │ 0.00 …: the figures stand in one of the two halves. */
function isFundRest(last: SourceRow, row: SourceRow): boolean {
  const isLabel = (text: string): boolean => EDITIONS.some((edition) => fundRowOf(text, edition) !== undefined);
  const labelled = (some: SourceRow): boolean => some.cells.some(({ text }) => isLabel(text));
  if (!labelled(last) || labelled(row) || captionsOf(row).some(isCaption)) return false;
  const hasFigures = (some: SourceRow): boolean =>
    some.cells.some(({ text }) => plainDecimal(text, true) !== undefined);
  return hasFigures(last) !== hasFigures(row) && row.cells.filter(({ text }) => text !== "").length < 10;
}
