/** Cells of the spreadsheets of a report. */
import {
  type Cell,
  type CurrencyUnit,
  type Decimal,
  type Money,
  type Rate,
  type Score,
  formatDecimal,
  formatMoney,
  formatScore,
} from "@zipingbiao/core";
import type { SheetCell, SheetFigure } from "@zipingbiao/renderer";

/** An amount in the unit of the report. */
export function moneyFigure(amount: Money, unit: CurrencyUnit): SheetFigure {
  return { figure: formatMoney(amount, unit) };
}

export function pointsFigure(score: Score): SheetFigure {
  return { figure: formatScore(score) };
}

/** Plain points, such as those lost. */
export function decimalFigure(points: Decimal): SheetFigure {
  return { figure: formatDecimal(points, Math.max(2, points.decimalPlaces())) };
}

/** An empty cell stays empty, one that cannot be read shows what stands there. */
export function cellOf<T>(cell: Cell<T>, figureOf: (value: T) => SheetFigure): SheetCell {
  if (cell.kind === "read") return figureOf(cell.value);
  return cell.kind === "blank" ? "" : `${cell.text}（无法识别）`;
}

/** The figure as it was printed, for what the report does not reckon itself. */
export function printedCell(cell: Cell<Rate>): SheetCell {
  return cell.kind === "read" ? { figure: cell.text } : cellOf(cell, () => ({ figure: "" }));
}
