/** A table of the open data, defined once: as CSV, as a sheet, and in the list that explains every field. */
import type { SheetCell, SheetColumn, StreamedSheet } from "@zipingbiao/renderer";
import { csvPieces } from "./csv.ts";

/** 文字, 整数, 小数: what stands in a field. */
export type FieldKind = "text" | "count" | "figure";

export interface Field<Row> {
  readonly caption: string;
  readonly kind: FieldKind;
  /** What it says, its unit, and what a blank means, for somebody who has never seen a form; Chinese. */
  readonly about: string;
  /** In characters, in the workbook. */
  readonly width: number;
  readonly align?: SheetColumn["align"];
  cell(row: Row): SheetCell;
}

export interface DataTable<Row> {
  /** The name of its sheet. */
  readonly name: string;
  /** Where its CSV file lies in the publication. */
  readonly path: string;
  readonly fields: readonly Field<Row>[];
}

/** The CSV file of the rows. */
export function tableCsv<Row>({ fields }: DataTable<Row>, rows: Iterable<Row>): Iterable<string> {
  return csvPieces(
    fields.map(({ caption }) => caption),
    cellsOf(fields, rows),
  );
}

/** The sheet of the rows. */
export function tableSheet<Row>(
  { name, fields }: Pick<DataTable<Row>, "name" | "fields">,
  rows: Iterable<Row>,
  frozenColumns: number,
): StreamedSheet {
  return {
    name,
    columns: fields.map(({ caption, width, kind, align = kind === "text" ? "left" : "right" }) => ({
      caption,
      width,
      align,
    })),
    rows: cellsOf(fields, rows),
    orientation: "landscape",
    paper: "a3",
    frozenColumns,
    filter: true,
  };
}

function* cellsOf<Row>(
  fields: readonly Field<Row>[],
  rows: Iterable<Row>,
): Generator<readonly SheetCell[], void, void> {
  for (const row of rows) yield fields.map((field) => field.cell(row));
}
