/** Which rows are shown, in which order: what a reader asked for, kept in the address of the page. */
import { compareDecimals } from "./exact-sums.ts";
import type { ListedRow } from "./packed-rows.ts";
import { byCodeUnits, sorted } from "./sorted.ts";

/** Texts as they stand in the address; `""` asks for nothing. */
export interface Choice {
  /** Search words. */
  readonly q: string;
  readonly year: string;
  readonly department: string;
  /** A part of the name. */
  readonly unit: string;
  readonly grade: string;
  readonly band: string;
  /** `yes` or `no`. */
  readonly findings: string;
  readonly revision: string;
  /** The column, `-` before it from the highest down. */
  readonly sort: string;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export const PAGE_SIZES: readonly number[] = [20, 50, 100, 200];
export const SORTED_BY = ["year", "unit", "project", "budget", "execution", "rate", "score"] as const;
const DECIMAL: ReadonlySet<string> = new Set(["budget", "execution", "rate", "score"]);

export const NO_CHOICE: Choice = {
  q: "",
  year: "",
  department: "",
  unit: "",
  grade: "",
  band: "",
  findings: "",
  revision: "",
  sort: "",
  page: 1,
  size: 50,
};

/** `#year=2024&sort=-budget` → the choice; what it does not know is passed over. */
export function readChoice(hash: string): Choice {
  const given = new URLSearchParams(hash.replace(/^#/u, ""));
  const text = (name: string): string => (given.get(name) ?? "").slice(0, 200);
  const whole = (name: string, usual: number): number =>
    /^[1-9]\d{0,5}$/u.test(text(name)) ? Number.parseInt(text(name), 10) : usual;
  const sort = text("sort");
  const size = whole("size", NO_CHOICE.size);
  return {
    q: text("q"),
    year: text("year"),
    department: text("department"),
    unit: text("unit"),
    grade: text("grade"),
    band: text("band"),
    findings: text("findings"),
    revision: text("revision"),
    sort: SORTED_BY.some((name) => sort === name || sort === `-${name}`) ? sort : "",
    page: whole("page", 1),
    size: PAGE_SIZES.includes(size) ? size : NO_CHOICE.size,
  };
}

/** The address of a choice, without what nobody asked for. */
export function writeChoice(choice: Choice): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(choice)) {
    const usual = NO_CHOICE[name as keyof Choice];
    if (value !== usual) given.set(name, `${value}`);
  }
  return `#${given.toString()}`;
}

/** A row with its position in the publication. */
export interface PlacedRow {
  readonly at: number;
  readonly row: ListedRow;
}

/** `ranked`: the positions that a search found, best first; `undefined` without a search. */
export function chooseRows(
  rows: readonly ListedRow[],
  choice: Choice,
  ranked: readonly number[] | undefined,
): readonly PlacedRow[] {
  const candidates = ranked ?? rows.keys();
  const chosen: PlacedRow[] = [];
  for (const at of candidates) {
    const row = rows[at];
    if (row !== undefined && isChosen(row, choice)) chosen.push({ at, row });
  }
  return choice.sort === "" ? chosen : sorted(chosen, byColumn(choice.sort));
}

function isChosen(row: ListedRow, choice: Choice): boolean {
  const asked = (wanted: string, is: boolean): boolean => wanted === "" || (wanted === "yes") === is;
  return (
    (choice.year === "" || row.year === choice.year) &&
    (choice.department === "" || row.department === choice.department) &&
    (choice.unit === "" || row.unit.includes(choice.unit)) &&
    (choice.grade === "" || (row.grade === "" ? "none" : row.grade) === choice.grade) &&
    (choice.band === "" || `${row.band}` === choice.band) &&
    asked(choice.findings, row.errors > 0) &&
    asked(choice.revision, row.revision > 0)
  );
}

function byColumn(sort: string): (a: PlacedRow, b: PlacedRow) => number {
  const direction = sort.startsWith("-") ? -1 : 1;
  const column = sort.replace("-", "") as (typeof SORTED_BY)[number];
  return (a, b) => {
    const [left, right] = [a.row[column], b.row[column]];
    const order = DECIMAL.has(column) ? compareDecimals(left, right, direction) : byCodeUnits(left, right) * direction;
    return order || a.at - b.at;
  };
}
