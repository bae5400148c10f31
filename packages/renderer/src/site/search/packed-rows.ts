/** The rows of the table as the site's data files hold them: names that recur stand once. */

/** One form. Amounts are in 万元, as texts with thousands parted, or what stands in the cell. */
export interface ListedRow {
  /** In the whole publication. */
  readonly number: string;
  readonly year: string;
  readonly department: string;
  readonly unit: string;
  readonly project: string;
  /** Address of the form's folder, relative to the start page. */
  readonly folder: string;
  readonly budget: string;
  readonly execution: string;
  readonly rate: string;
  /** Position in the list of bands. */
  readonly band: number;
  readonly score: string;
  readonly grade: string;
  /** 差错 that were let through with a signature. */
  readonly errors: number;
  /** Number of the revision, 0 for none. */
  readonly revision: number;
  /** What a reader must know of the form's publication. */
  readonly remarks: readonly string[];
}

export type PackedRows = readonly [
  names: readonly string[],
  rows: readonly (readonly (string | number | readonly string[])[])[],
];

const ROW_FIELDS = [
  "number",
  "year",
  "department",
  "unit",
  "project",
  "folder",
  "budget",
  "execution",
  "rate",
  "band",
  "score",
  "grade",
  "errors",
  "revision",
  "remarks",
] as const satisfies readonly (keyof ListedRow)[];

/** Texts that many rows share are written once, and their number in the row. */
const SHARED: ReadonlySet<string> = new Set(["year", "department", "unit", "grade"]);

export function packRows(rows: readonly ListedRow[]): PackedRows {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const packed = rows.map((row) =>
    ROW_FIELDS.map((field) => (SHARED.has(field) ? numberOf(String(row[field])) : row[field])),
  );
  return [[...numbers.keys()], packed];
}

export function unpackRows([names, rows]: PackedRows): ListedRow[] {
  return rows.map(
    (values) =>
      Object.fromEntries(
        ROW_FIELDS.map((field, at) => {
          const value = values[at] ?? "";
          return [field, SHARED.has(field) && typeof value === "number" ? (names[value] ?? "") : value];
        }),
      ) as unknown as ListedRow,
  );
}
