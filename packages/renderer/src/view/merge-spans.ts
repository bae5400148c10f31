/** Equal labels of consecutive rows → one merged cell. */
import type { MergedLabel } from "./form-view.ts";

/** The labels of a row, outermost group first: 一级指标, 二级指标. */
export type RowLabels = readonly string[];

/**
 * For each row and level the merged cell that begins there, or `null` where one from above goes on.
 * A group ends where its own label or the label of an outer group changes. Blank cells stay single: the form
 * does not say that they belong together.
 */
export function mergeSpans(rows: readonly RowLabels[]): (MergedLabel | null)[][] {
  return rows.map((labels, row) =>
    labels.map((text, level) => {
      if (continues(rows, row, level)) return null;
      let end = row + 1;
      while (end < rows.length && continues(rows, end, level)) end += 1;
      return { text, span: end - row };
    }),
  );
}

function continues(rows: readonly RowLabels[], row: number, level: number): boolean {
  const above = rows[row - 1];
  const here = rows[row];
  if (above === undefined || here === undefined || here[level] === "") return false;
  for (let outer = 0; outer <= level; outer += 1) if (above[outer] !== here[outer]) return false;
  return true;
}
