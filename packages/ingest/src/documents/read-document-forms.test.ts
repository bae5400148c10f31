import { readFileSync } from "node:fs";
import { type SelfEvaluationForm, type WireForm, encodeForm } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { differences, fieldsOf } from "../../test/compare.ts";
import { PLAIN_TABLE, type TableStyle, piecesOf, randomTableStyle } from "../../test/form-table.ts";
import { type PageStyle, pageOf, randomPageStyle } from "../../test/page-of.ts";
import { randomForm } from "../../test/random-form.ts";
import { type WordStyle, randomWordStyle, wordDocumentOf } from "../../test/word-file-of.ts";
import { type ReadResult, readForms } from "../index.ts";

const NAMES = ["jiading-2024", "baoshan-2024-a", "minhang-2024-a", "shanghai-bdc-2021", "shanghai-db-2024"] as const;

/** Of a place that its source leaves open, the first reading: a document says one thing. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== "object" || value === null) return value;
  if ("oneOf" in value && Array.isArray(value.oneOf)) return value.oneOf[0];
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, settled(entry)]));
}
const ALL = NAMES.flatMap((name): WireForm[] => {
  const path = new URL(`../../../../fixtures/expected/${name}.expected.json`, import.meta.url);
  return settled(JSON.parse(readFileSync(path, "utf8"))) as WireForm[];
});

const PAGE: PageStyle = { kind: "plain", widths: "none", spaces: false, hidden: false };
const WORD: WordStyle = { runs: "whole", grid: "drawn", prefix: "w", hidden: false };
const readPage = (html: string): Promise<ReadResult> =>
  readForms({ name: "表.html", bytes: new TextEncoder().encode(html) });
const readWord = (bytes: Uint8Array): Promise<ReadResult> => readForms({ name: "表.docx", bytes });
const compare = (want: readonly WireForm[], { forms }: ReadResult) =>
  want.flatMap((form, at) => differences(form, encodeForm(forms[at] as SelfEvaluationForm)));
const piecesIn = (forms: readonly WireForm[], style: TableStyle, seed = 1) =>
  forms.map((form, at) => piecesOf(form, style, seed + at));

const LAYOUTS: Readonly<Record<string, Partial<TableStyle>>> = {
  "one table, title above": {},
  "title and year in rows of the table": { title: "rows" },
  "title and year in one cell": { title: "one row" },
  "a label in every row": { labels: "repeated" },
  "a label in its first row only": { labels: "first" },
  "a table for each part": { tables: "parts" },
  "the total in a table of its own": { tables: "total apart" },
  "two pages, head and marked labels again": { tables: "pages", headAgain: true, marked: true },
  "two pages, no head": { tables: "pages" },
  "goals in paragraphs, lines broken by hand": { paragraphs: true, broken: true },
  "an empty column before the form": { indent: 1 },
};

describe("the disclosed forms, laid out in documents", () => {
  it.each(Object.entries(LAYOUTS))("%s: every field of the 49, nothing left over", async (_name, layout) => {
    const pieces = piecesIn(ALL, { ...PLAIN_TABLE, ...layout });
    for (const result of [await readPage(pageOf(pieces, PAGE)), await readWord(wordDocumentOf(pieces, WORD))]) {
      expect(result.problems).toEqual([]);
      expect(result.forms).toHaveLength(49);
      expect(compare(ALL, result)).toEqual([]);
      expect(result.forms.flatMap(({ unreadable, leftovers }) => [...unreadable, ...leftovers])).toEqual([]);
    }
  });

  it("every field names table, row and column", async () => {
    const pieces = piecesIn(ALL.slice(0, 1), PLAIN_TABLE);
    const [page, word] = [await readPage(pageOf(pieces, PAGE)), await readWord(wordDocumentOf(pieces, WORD))];
    expect([page.medium, word.medium]).toEqual(["html", "docx"]);
    for (const [form] of [page.forms, word.forms]) {
      expect(form?.origin["projectName"]).toMatchObject({ table: 1, row: 1, column: 3 });
      expect(form?.origin["funds.total.annualBudget"]).toMatchObject({ table: 1, row: 4, column: 4 });
      expect(form?.origin["overallGoal.actual"]).toMatchObject({ table: 1, row: 9, column: 5 });
      expect(form?.origin["indicators[0].score"]).toMatchObject({ table: 1, row: 11, column: 7 });
      const fields = [...fieldsOf({ ...encodeForm(form as SelfEvaluationForm), origin: undefined })].filter(
        ([path, value]) =>
          value !== undefined && !["schema", "edition", "currencyUnit", "title", "fiscalYear"].includes(path),
      );
      expect(fields.filter(([path]) => form?.origin[path]?.table === undefined)).toEqual([]);
    }
  });
});

describe("invented forms in invented layouts", () => {
  const SEEDS = Array.from({ length: 60 }, (_, at) => at + 1000);

  it.each(SEEDS)("%i: exact, in Word and on a page", async (seed) => {
    const forms = [randomForm(seed), randomForm(seed + 100_000, seed % 3 === 0 ? "sh-2021" : "sh-2024")];
    const pieces = piecesIn(forms, randomTableStyle(seed), seed);
    const page = await readPage(pageOf(pieces, randomPageStyle(seed), seed));
    const word = await readWord(wordDocumentOf(pieces, randomWordStyle(seed), seed));
    for (const result of [page, word]) {
      expect(result.problems).toEqual([]);
      expect(result.forms).toHaveLength(2);
      expect(compare(forms, result)).toEqual([]);
    }
  });
});
