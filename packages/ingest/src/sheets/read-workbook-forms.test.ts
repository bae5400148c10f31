import { readFileSync } from "node:fs";
import { type SelfEvaluationForm, type WireForm, encodeForm } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { differences, fieldsOf } from "../../test/compare.ts";
import { PLAIN_STYLE, type XlsxStyle, layOut, workbookOf } from "../../test/layout-xlsx.ts";
import { type ReadResult, readForms } from "../index.ts";

const NAMES = ["jiading-2024", "baoshan-2024-a", "minhang-2024-a", "shanghai-bdc-2021", "shanghai-db-2024"] as const;
const fixture = (path: string): string =>
  readFileSync(new URL(`../../../../fixtures/${path}`, import.meta.url), "utf8");

/** Of a place that its source leaves open, the first reading: a workbook says one thing. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== "object" || value === null) return value;
  if ("oneOf" in value && Array.isArray(value.oneOf)) return value.oneOf[0];
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, settled(entry)]));
}
const EXPECTED = Object.fromEntries(
  NAMES.map((name) => [name, settled(JSON.parse(fixture(`expected/${name}.expected.json`))) as WireForm[]]),
) as Record<(typeof NAMES)[number], WireForm[]>;
const ALL = Object.values(EXPECTED).flat();

const read = (bytes: Uint8Array): Promise<ReadResult> => readForms({ name: "表.xlsx", bytes });
const compare = (want: readonly WireForm[], { forms }: ReadResult) =>
  want.flatMap((form, at) => differences(form, encodeForm(forms[at] as SelfEvaluationForm)));
/** Figures as they are printed, not only as numbers. */
const asPrinted = (form: unknown) =>
  JSON.stringify(form, (key, value: unknown) => (["origin", "unreadable"].includes(key) ? undefined : value));

const STYLES: Readonly<Record<string, XlsxStyle>> = {
  "figures as numbers": PLAIN_STYLE,
  "figures as text": { ...PLAIN_STYLE, figures: "text" },
  "figures with thousands separators": { ...PLAIN_STYLE, figures: "grouped" },
  "figures without a format": { ...PLAIN_STYLE, figures: "general" },
  "figures by formulas": { ...PLAIN_STYLE, figures: "formula" },
  "every column two wide, after two empty ones": { ...PLAIN_STYLE, indent: 2, wide: true },
  "labels broken by hand": { ...PLAIN_STYLE, spacedLabels: true },
};

describe("the disclosed forms, laid out in workbooks", () => {
  it.each(Object.entries(STYLES))("%s: every field of the 49, one sheet a form", async (name, style) => {
    const result = await read(await workbookOf(ALL.map((form, at) => layOut(`表${at + 1}`, [form], style))));
    expect(result.problems).toEqual([]);
    expect(result.medium).toBe("xlsx");
    expect(result.forms).toHaveLength(49);
    expect(compare(ALL, result)).toEqual([]);
    const doubts = result.forms.flatMap(({ unreadable }) => unreadable);
    expect(doubts.length).toBe(name === "figures by formulas" ? 49 : 0);
    expect(result.forms.flatMap(({ leftovers }) => leftovers)).toEqual([]);
    // Without a format the zeros behind the point are gone from the file.
    const kept = (text: string) => (style.figures === "general" ? text.replaceAll(/\.(\d*?)0+"/gu, '.$1"') : text);
    const printed = (form: unknown) => kept(asPrinted(form)).replaceAll(/\s|\.(?=")/gu, "");
    expect(result.forms.map((form) => printed(encodeForm(form)))).toEqual(ALL.map(printed));
  });

  it.each(NAMES)("%s: all forms below each other in one sheet", async (name) => {
    const result = await read(await workbookOf([layOut("汇总", EXPECTED[name])]));
    expect(result.problems).toEqual([]);
    expect(compare(EXPECTED[name], result)).toEqual([]);
  });

  it("every field names sheet and cell, and its text begins there", async () => {
    const [form] = (await read(await workbookOf([layOut("甲 表", EXPECTED["jiading-2024"].slice(0, 1))]))).forms;
    expect(form?.origin["projectName"]).toEqual({ file: "表.xlsx", sheet: "甲 表", cell: "C3" });
    expect(form?.origin["funds.total.annualBudget"]).toMatchObject({ cell: "D6" });
    expect(form?.origin["overallGoal.actual"]).toMatchObject({ cell: "E11" });
    expect(form?.origin["indicators[0].deviationNote"]).toMatchObject({ cell: "H13" });
    const fields = [...fieldsOf({ ...encodeForm(form as SelfEvaluationForm), origin: undefined })].filter(
      ([path, value]) => value !== undefined && !["schema", "edition", "currencyUnit"].includes(path),
    );
    expect(fields.filter(([path]) => form?.origin[path]?.cell === undefined)).toEqual([]);
  });
});
