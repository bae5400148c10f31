/** A form that was typed again into a workbook prints the same content otherwise. */
import { type CellDifference, parseDecimal } from "@zipingbiao/core";

/** The official forms have no room for these, so a workbook without them does not ask to take them out. */
const WITHOUT_ROOM: readonly string[] = ["projectCode", "notes"];

/** Whether both texts say the same: figures of one value, words that only white space tells apart, a field that the layout lacks. */
export function saysTheSame({ at, before, after }: CellDifference): boolean {
  if (after === null) return WITHOUT_ROOM.includes(at);
  if (before === null) return false;
  const [was, is] = [before, after].map((text) => text.replaceAll(/\s+/gu, ""));
  if (was === is) return true;
  const [a, b] = [parseDecimal(was ?? ""), parseDecimal(is ?? "")];
  return a !== undefined && b !== undefined && a.equals(b);
}
