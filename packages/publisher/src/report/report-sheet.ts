/** A table of a report → a sheet whose rows are handed over one by one. */
import { type SheetCell, type SheetColumn, type StreamedSheet, widenedColumns } from "@zipingbiao/renderer";

export interface ReportTable extends Omit<StreamedSheet, "columns" | "rows" | "orientation"> {
  /** Wide enough for their texts; for long figures they are made wider. */
  readonly columns: readonly SheetColumn[];
  /** Made anew at every call, and never whole: of ten thousand forms they are hundreds of thousands. */
  readonly rows: () => Iterable<readonly SheetCell[]>;
}

export function reportSheet({ columns, rows, ...sheet }: ReportTable): StreamedSheet {
  return { ...sheet, columns: widenedColumns(columns, rows()), rows: rows(), orientation: "landscape" };
}
