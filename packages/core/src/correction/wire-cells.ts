/** The printed cells of a form on the wire: read by path, put by path, listed in the order of the form. */
import {
  type CellPath,
  FUND_COLUMNS,
  FUND_ROWS,
  INDICATOR_FIELDS,
  type IndicatorField,
  SINGLE_FIELDS,
  type SingleField,
  pathRank,
  pathOf,
} from "../place/form-path.ts";
import type { WireForm } from "../wire/wire-schema.ts";

/** A text on the wire; `null` where the cell is blank or the member is missing. */
export type WireText = string | null;

/** A form on the wire whose new texts the codec has yet to read. */
export type WireDraft = Omit<WireForm, "fiscalYear" | "currencyUnit"> & {
  readonly fiscalYear: number | WireText;
  readonly currencyUnit: string;
};

/** A blank is a blank, whether the wire says `null` or `""`. */
export function sameText(a: WireText, b: WireText): boolean {
  return (a ?? "") === (b ?? "");
}

/** The text of a cell, `undefined` when the form has no such indicator row. */
export function wireTextAt(wire: WireForm, cell: CellPath): WireText | undefined {
  switch (cell.kind) {
    case "fund":
      return wire.funds[cell.row][cell.column];
    case "indicator":
      return wire.indicators[cell.row]?.[cell.field];
    case "single":
      return singleText(wire, cell.field);
  }
}

/**
 * A copy of the form with one cell changed. `null` blanks the cell in the way
 * that its member allows: `null` for figures and the grade, `""` for prose, no member for 项目编码 and 备注.
 */
export function withWireText(wire: WireDraft, cell: CellPath, text: WireText): WireDraft {
  switch (cell.kind) {
    case "fund":
      return {
        ...wire,
        funds: { ...wire.funds, [cell.row]: { ...wire.funds[cell.row], [cell.column]: text } },
      };
    case "indicator": {
      const value = isFigure(cell.field) ? text : (text ?? "");
      return {
        ...wire,
        indicators: wire.indicators.map((row, at) => (at === cell.row ? { ...row, [cell.field]: value } : row)),
      };
    }
    case "single":
      return withSingleText(wire, cell.field, text);
  }
}

/** Whether the wire holds a decimal there, or `null`. */
export function isFigureCell(cell: CellPath): boolean {
  if (cell.kind === "fund") return true;
  if (cell.kind === "indicator") return isFigure(cell.field);
  return cell.field === "totalWeight" || cell.field === "totalScore";
}

/** Whether a blank cell is `null` on the wire, rather than an empty text. */
export function blankIsNull(cell: CellPath): boolean {
  return isFigureCell(cell) || (cell.kind === "single" && ["rating", "projectCode", "notes"].includes(cell.field));
}

const BELOW: readonly SingleField[] = ["totalWeight", "totalScore", "rating", "notes"];

/** The cells above the indicator table, in the order of the form. */
export const CELLS_ABOVE_ROWS: readonly CellPath[] = [
  ...SINGLE_FIELDS.filter((field) => !BELOW.includes(field)).map((field): CellPath => ({ kind: "single", field })),
  ...FUND_ROWS.flatMap((row) => FUND_COLUMNS.map((column): CellPath => ({ kind: "fund", row, column }))),
].toSorted((a, b) => pathRank(pathOf(a)) - pathRank(pathOf(b)));

/** The cells below it. */
export const CELLS_BELOW_ROWS: readonly CellPath[] = BELOW.map((field): CellPath => ({ kind: "single", field }));

/** The cells of one indicator row, from left to right. */
export function rowCells(row: number): readonly CellPath[] {
  return INDICATOR_FIELDS.map((field): CellPath => ({ kind: "indicator", row, field }));
}

function isFigure(field: IndicatorField): boolean {
  return field === "weight" || field === "score";
}

function singleText(wire: WireForm, field: SingleField): WireText {
  switch (field) {
    case "fiscalYear":
      return String(wire.fiscalYear);
    case "overallGoal.expected":
      return wire.overallGoal.expected;
    case "overallGoal.actual":
      return wire.overallGoal.actual;
    default:
      return wire[field] ?? null;
  }
}

function withSingleText(wire: WireDraft, field: SingleField, text: WireText): WireDraft {
  switch (field) {
    case "fiscalYear":
      // Anything but a year is handed on as it is, and refused by the codec.
      return { ...wire, fiscalYear: /^[1-9]\d{3}$/u.test(text ?? "") ? Number.parseInt(text ?? "", 10) : text };
    case "overallGoal.expected":
      return { ...wire, overallGoal: { ...wire.overallGoal, expected: text ?? "" } };
    case "overallGoal.actual":
      return { ...wire, overallGoal: { ...wire.overallGoal, actual: text ?? "" } };
    case "projectCode":
    case "notes":
      return { ...wire, [field]: text ?? undefined };
    case "totalWeight":
    case "totalScore":
    case "rating":
      return { ...wire, [field]: text };
    default:
      return { ...wire, [field]: text ?? "" };
  }
}
