/** Every line of a printed report and every text of its charts, against the second reckoning from the forms' JSON: nothing is left over. */
import { readFileSync, readdirSync } from "node:fs";
import { type WireForm, decodeForm, encodeForm, summarise } from "@zipingbiao/core";
import { auditedEntries, firstReading } from "@zipingbiao/core/testing";
import { type ReportView, viewReport, viewRows } from "@zipingbiao/renderer";
import { describe, expect, it } from "vitest";
import { differenceOf, figuresOf, unexplained } from "./report-lines/expected-line.ts";
import { INVENTED_BATCHES } from "./report-lines/invented-batches.ts";
import { expectedReport } from "./report-lines/expected-report.ts";
import { reckon } from "./report-lines/reckoned.ts";

const EXPECTED = new URL("../../../fixtures/expected/", import.meta.url);
const publishers = readdirSync(EXPECTED)
  .filter((file) => file.endsWith(".expected.json"))
  .toSorted()
  .map((file) => ({
    name: file.replace(".expected.json", ""),
    forms: (firstReading(JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8"))) as unknown[]).map((json) =>
      encodeForm(decodeForm(json)),
    ),
  }));
const all = publishers.flatMap(({ forms }) => forms);

const batches = [
  { name: "all publishers", forms: all },
  ...publishers,
  ...all.map((form, at) => ({ name: `form ${at + 1} alone`, forms: [form] })),
  ...INVENTED_BATCHES,
];

describe.each(batches)("the report on $name", ({ forms }) => {
  const { view, expected } = bothOf(forms);

  it("prints the lines that were reckoned, and no other", () => {
    expect(differencesOf(view, expected)).toEqual([]);
  });

  it("draws what was reckoned, and says it to those who cannot see it", () => {
    for (const name of ["rates", "grades", "spread", "groups"] as const) {
      const due = expected.charts[name];
      expect(drawnOf(view.charts[name])).toEqual(due === undefined ? null : { caption: due.caption, ...due.shows });
      expect(unexplained(view.charts[name]?.alt ?? "", due?.alt ?? [])).toBeUndefined();
    }
  });

  it("holds no figure beside these lines and charts", () => {
    const { title, subject, author, keywords } = view.about;
    expect([title, subject, author, ...keywords]).toEqual(expected.about);
    const left = leavesOf({ ...view, about: [], charts: [] });
    for (const text of viewRows(view).flat()) remove(left, text);
    const spans = view.indicators.groups?.rows.flatMap(({ level1 }) => (level1 === null ? [] : [level1.span])) ?? [];
    expect(spans).toEqual(expected.spans);
    for (const span of spans) remove(left, String(span));
    expect(left.flatMap(figuresOf)).toEqual([]);
  });
});

function bothOf(forms: readonly WireForm[]) {
  const { entries: audited, aboutAll } = auditedEntries(forms.map((form) => decodeForm(form)));
  const published = audited.flatMap(({ key, findings }, at) => {
    const wire = forms[at];
    return wire === undefined ? [] : [{ key, findings, wire }];
  });
  return {
    view: viewReport(summarise(audited, aboutAll), { date: "2025-03-01" }),
    expected: expectedReport(reckon(published, aboutAll), "2025年3月1日"),
  };
}

/** All of a chart but its words for those who cannot see it. */
function drawnOf(chart: ReportView["charts"]["rates"]): object | null {
  if (chart === null) return null;
  const { alt: _alt, ...drawn } = chart;
  return drawn;
}

/** Blank rows are no lines. */
function differencesOf(view: ReportView, { lines }: ReturnType<typeof expectedReport>): readonly string[] {
  const printed = viewRows(view).filter((row) => row.some((text) => text !== ""));
  return Array.from({ length: Math.max(printed.length, lines.length) }, (_, at) => differenceOf(printed[at], lines[at]))
    .filter((difference) => difference !== undefined)
    .slice(0, 3);
}

/** Every text and number anywhere in a value. */
function leavesOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === "object") return Object.values(value).flatMap(leavesOf);
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  throw new Error(`neither text nor number: ${typeof value}`);
}

function remove(texts: string[], text: string): void {
  const at = texts.indexOf(text);
  if (at >= 0) texts.splice(at, 1);
}
