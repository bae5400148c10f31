/** Field-by-field comparison of forms on the wire, white space of prose ignored, decimals compared as numbers. */

export interface Difference {
  readonly path: string;
  readonly want: unknown;
  readonly got: unknown;
}

const DECIMAL_PATH =
  /(?:^|\.)(?:initialBudget|annualBudget|annualExecution|weight|executionRate|score|totalWeight|totalScore)$/u;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** All fields of a form by path; `{ oneOf: [...] }` counts as one field. */
export function fieldsOf(value: unknown, path = "", into = new Map<string, unknown>()): Map<string, unknown> {
  if (Array.isArray(value)) value.forEach((entry, at) => void fieldsOf(entry, `${path}[${at}]`, into));
  else if (isRecord(value) && !("oneOf" in value)) {
    for (const [key, entry] of Object.entries(value)) fieldsOf(entry, path === "" ? key : `${path}.${key}`, into);
  } else into.set(path, value);
  return into;
}

function sameField(path: string, want: unknown, got: unknown): boolean {
  const readings: readonly unknown[] = isRecord(want) && Array.isArray(want["oneOf"]) ? want["oneOf"] : [want];
  const normal = DECIMAL_PATH.test(path) ? decimalOf : squeeze;
  return readings.some((reading) => normal(reading) === normal(got));
}

/** Every field of `want` that `got` has not, and rows that `want` has not. */
export function differences(want: unknown, got: unknown): Difference[] {
  const have = fieldsOf(got);
  const found = [...fieldsOf(want)]
    .filter(([path, value]) => !sameField(path, value, have.get(path)))
    .map(([path, value]) => ({ path, want: value, got: have.get(path) }));
  const rows = (form: unknown) => (isRecord(form) && Array.isArray(form["indicators"]) ? form["indicators"].length : 0);
  return rows(got) > rows(want) ? [...found, { path: "indicators", want: rows(want), got: rows(got) }] : found;
}

/** A difference as a line of a test's report: `jiading-2024-1 title: "…" was read as ""`. */
export function formatDifference(name: string, { path, want, got }: Difference): string {
  return `${name} ${path}: ${JSON.stringify(want)} was read as ${JSON.stringify(got)}`;
}

function squeeze(value: unknown): string {
  return (typeof value === "string" || typeof value === "number" ? String(value) : "").replaceAll(/\s+/gu, "");
}

function decimalOf(value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  const plain = typeof value === "string" ? value : JSON.stringify(value);
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain)) return `not a plain decimal: ${plain}`;
  return plain.includes(".") ? plain.replace(/0+$/u, "").replace(/\.$/u, "") : plain;
}
