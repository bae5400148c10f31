/** Cells → the text that stands in the printed form. */
import { type Cell, type Edition, type FundColumn, groupThousands, textOf } from "@zipingbiao/core";

/**
 * An amount with thousands separators. The digits are the form's own: nothing is rounded or padded, and
 * what could not be read is printed as it stood.
 */
export function amountText(cell: Cell<unknown>): string {
  return cell.kind === "read" ? groupThousands(cell.text) : textOf(cell);
}

/** The execution rate, with a percent sign where the edition prints one. */
export function rateText(cell: Cell<unknown>, edition: Edition): string {
  return cell.kind === "read" && edition.rateWithPercentSign ? `${cell.text}%` : textOf(cell);
}

/** The sign in a blank cell of a fund part, `""` where the edition leaves the cell empty. */
export function dashOf(column: FundColumn, edition: Edition): string {
  return edition.dash.columns.includes(column) ? edition.dash.text : "";
}
