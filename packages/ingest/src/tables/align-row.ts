/** Which cell of a table row stands under which indicator column, when the row is shifted against its head. */
import type { IndicatorField } from "@zipingbiao/core";
import { foldCaption, isBlank, plainDecimal } from "../lines/normalise.ts";
import type { PlacedCell, PlacedRow } from "../media/placed-text.ts";
import { isLevel1, isLevel2 } from "./labels.ts";
import { cellAt } from "./row.ts";

/** The columns of the head, by the wire's names. */
export type Columns = Readonly<Record<IndicatorField, number>>;

/** The cells of one row by column. `level1` and `level2` are undefined where nothing is printed. */
export interface AlignedRow {
  readonly level1: PlacedCell | undefined;
  readonly level2: PlacedCell | undefined;
  readonly name: PlacedCell;
  readonly target: PlacedCell;
  readonly actual: PlacedCell;
  readonly weight: PlacedCell;
  readonly score: PlacedCell;
  readonly deviationNote: PlacedCell;
  /** The row is not under its head. */
  readonly shifted: boolean;
  readonly extra: readonly PlacedCell[];
}

const SHIFTS = [0, 1, -1, 2, -2] as const;

/**
 *     │ 产出指标 │ 数量指标 │ 开通数量 │ ≥90% │ 95% │ 10 │ 10 │ 说明     as the head
 *     │ 数量指标 │ 开通数量 │ ≥90% │ 95% │ 10 │ 10 │ 说明 │            a blank label was lost: shift -1
 *     │ │ 数量指标 │ 开通数量 │ │ ≥90% │ 95% │ 10 │ 10 │               a blank cell was put in: shift +1
 *
 * Weight and score are two figures side by side; the shift that puts two figures under their heads is taken, and of
 * several the one that leaves no figure where a note should be. `undefined` when none does: then the row has no figures.
 */
export function alignRow(row: PlacedRow, columns: Columns, block: string | undefined): AlignedRow | undefined {
  const fitting =
    row.inPlace === true
      ? [0]
      : SHIFTS.filter((by) => isFigure(row, columns.weight + by) && isFigure(row, columns.score + by));
  const [fits, rival] = fitting.toSorted((a, b) => shiftCost(row, columns, a) - shiftCost(row, columns, b));
  if (fits === undefined && !isRowInPlace(row, columns)) return undefined;
  const shift = fits ?? 0;
  const isNamed = (["name", "target", "actual"] as const).some(
    (field) => cellAt(row, columns[field] + shift).text !== "",
  );
  // Figures behind nothing but a label: 小计, which is no indicator.
  if (!isNamed && fitting.length === 1) return undefined;
  const isClose = rival !== undefined && shiftCost(row, columns, rival) - shiftCost(row, columns, shift) < 2;
  const doubtful = (field: "target" | "actual" | "weight" | "score", cell: PlacedCell): PlacedCell => {
    const other = isClose ? cellAt(row, columns[field] + rival).text : cell.text;
    if (other === cell.text) return cell;
    return {
      ...cell,
      doubt: { reason: "这一行与表头错开，各格按分值和得分的位置对应", candidates: [cell.text, other] },
    };
  };
  const at = (field: IndicatorField): PlacedCell => cellAt(row, columns[field] + shift);
  const before = row.cells.slice(0, Math.max(columns.weight + shift, 0));
  const filled = before.filter(({ text }) => text !== "" && foldCaption(text) !== block);
  const inPlace = at("name").text !== "" && foldCaption(at("name").text) !== block;
  const tail = filled.slice(-3);
  const [name, target, actual] = inPlace || tail.length < 3 ? [at("name"), at("target"), at("actual")] : tail;
  const labels = filled.slice(0, filled.indexOf(name ?? at("name")) === -1 ? 0 : filled.indexOf(name ?? at("name")));
  const [level1, level2] = levelsOf(labels, row, columns, shift);
  return {
    level1,
    level2,
    name: name ?? at("name"),
    target: doubtful("target", target ?? at("target")),
    actual: doubtful("actual", actual ?? at("actual")),
    weight: doubtful("weight", at("weight")),
    score: doubtful("score", at("score")),
    deviationNote: noteOf(row, columns.score + shift, columns.deviationNote + shift),
    shifted: shift !== 0,
    extra: [...labels.slice(2), ...extraOf(row, columns.score + shift, columns.deviationNote + shift)],
  };
}

// A row whose weight or score is blank or cannot be read: it stands under its head all the same.
function isRowInPlace(row: PlacedRow, columns: Columns): boolean {
  const filled = (field: IndicatorField): boolean => (row.cells[columns[field]]?.text ?? "") !== "";
  const [weight, score] = [isFigure(row, columns.weight), isFigure(row, columns.score)];
  // Without labels and below a gap, it is the rest of a row that the page has cut.
  const isRest = row.afterGap && !filled("level1") && !filled("level2");
  const bothBlank = !filled("weight") && !filled("score") && !isRest;
  return filled("name") && (filled("target") || filled("actual")) && (weight || score || bothBlank);
}

function shiftCost(row: PlacedRow, columns: Columns, shift: number): number {
  const at = (field: IndicatorField): string => row.cells[columns[field] + shift]?.text ?? "";
  // A figure printed like the score is a score that was left for a note.
  const isStray =
    plainDecimal(at("deviationNote"), false) !== undefined &&
    decimalsOf(at("deviationNote")) === decimalsOf(at("score"));
  const isQuantity = /^[≥≤＞＜>=<＝]|^\d/u.test(at("name"));
  return Math.abs(shift) * 1.5 + (isStray ? 3 : 0) + (at("name") === "" ? 1 : 0) + (isQuantity ? 2 : 0);
}

function decimalsOf(figure: string): number {
  return (figure.trim().split(".")[1] ?? "").length;
}

function isFigure(row: PlacedRow, column: number): boolean {
  const text = row.cells[column]?.text ?? "";
  return !isBlank(text) && plainDecimal(text, false) !== undefined;
}

// With one label only, its column tells its level; in a shifted row, its words do.
function levelsOf(
  labels: readonly PlacedCell[],
  row: PlacedRow,
  columns: Columns,
  shift: number,
): [PlacedCell | undefined, PlacedCell | undefined] {
  const [first, second] = labels;
  if (first === undefined || second !== undefined) return [first, second];
  const isFirst =
    shift === 0 ? row.cells.indexOf(first) <= columns.level1 : isLevel1(first.text) && !isLevel2(first.text);
  return isFirst ? [first, undefined] : [undefined, first];
}

// The note is the first text behind the score; a shifted row may have a blank cell before it.
function noteOf(row: PlacedRow, score: number, note: number): PlacedCell {
  return row.cells.slice(score + 1).find(({ text }) => text !== "") ?? cellAt(row, note);
}

function extraOf(row: PlacedRow, score: number, note: number): PlacedCell[] {
  const taken = noteOf(row, score, note);
  return row.cells.slice(score + 1).filter((cell) => cell.text !== "" && cell !== taken && cell.text !== taken.text);
}
