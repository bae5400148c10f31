/** Rows of the list of indicators → the indicators of one form. */
import { indicatorPath } from "@zipingbiao/core";
import type { PlacedCell } from "../media/placed-text.ts";
import { type Draft, leaveOver, putNumber, putText } from "../tables/draft.ts";
import { asTyped } from "../tables/ruled-row.ts";

/** Each row by what stands in its columns. A target, and an actual value, is its cells one behind the other. */
export function putIndicators(rows: readonly ReadonlyMap<string, PlacedCell>[], draft: Draft): object[] {
  return rows.map((row, at) => {
    const cell = (name: string): PlacedCell => row.get(name) ?? { text: "", origin: { file: "" } };
    const text = (field: "level1" | "level2" | "name" | "deviationNote"): string =>
      putText(draft, indicatorPath(at, field), cell(field));
    const check = cell("check");
    if (check.formula !== true) leaveOver(draft, check);
    return {
      level1: text("level1"),
      level2: text("level2"),
      name: text("name"),
      target: putText(draft, indicatorPath(at, "target"), joined(["sign", "target", "targetUnit"].map(cell))),
      actual: putText(draft, indicatorPath(at, "actual"), joined(["actual", "actualUnit"].map(cell))),
      weight: putNumber(draft, indicatorPath(at, "weight"), cell("weight")),
      score: putNumber(draft, indicatorPath(at, "score"), cell("score")),
      deviationNote: text("deviationNote"),
    };
  });
}

/** The place is that of the first cell with text; a doubt about one of them is a doubt about all. */
function joined(cells: readonly PlacedCell[]): PlacedCell {
  const typed = cells.map(asTyped).map((cell) => ({ ...cell, text: cell.text.trim() }));
  const first = typed.find(({ text }) => text !== "") ?? typed[0] ?? { text: "", origin: { file: "" } };
  const doubted = typed.find(({ doubt }) => doubt !== undefined);
  const { doubt: _doubt, formula: _formula, columns: _columns, ...plain } = first;
  return {
    ...plain,
    text: typed.map(({ text }) => text).join(""),
    ...(doubted === undefined ? {} : { doubt: doubted.doubt }),
    ...(typed.some(({ formula }) => formula === true) ? { formula: true as const } : {}),
  };
}
