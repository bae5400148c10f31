/** Every figure of a summary, against a second reckoning from the forms' JSON with plain integer arithmetic (`figures/`). */
import { readFileSync, readdirSync } from "node:fs";
import { type Summary, type WireForm, decodeForm, encodeForm, summarise } from "@zipingbiao/core";
import { auditedEntries, firstReading, summaryEntry, wireForm } from "@zipingbiao/core/testing";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainSummary } from "./figures/plain-summary.ts";
import { recompute } from "./figures/recompute.ts";

const EXPECTED = new URL("../../../fixtures/expected/", import.meta.url);
const corpus = readdirSync(EXPECTED)
  .filter((file) => file.endsWith(".expected.json"))
  .toSorted()
  .map((file) => ({
    publisher: file.replace(".expected.json", ""),
    forms: (firstReading(JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8"))) as unknown[]).map((json) =>
      encodeForm(decodeForm(json)),
    ),
  }));
const all = corpus.flatMap(({ forms }) => forms);

/** Both reckonings of the same forms; findings are made once, they are counted twice. */
function bothOf(
  wires: readonly WireForm[],
  isAudited: boolean,
): { readonly summary: Summary; readonly plain: unknown } {
  const forms = wires.map((wire) => decodeForm(wire));
  const { entries, aboutAll } = isAudited
    ? auditedEntries(forms)
    : { entries: forms.map((form, at) => summaryEntry(form, String(at).padStart(4, "0"))), aboutAll: [] };
  const published = entries.map(({ key, findings }, at) => ({ key, findings, wire: wires[at] ?? missing() }));
  return { summary: summarise(entries, aboutAll), plain: recompute(published, aboutAll) };
}

function missing(): never {
  throw new Error("a form is missing");
}

describe("every figure of a summary is what plain integer arithmetic gives", () => {
  it("for all 49 disclosed forms together", () => {
    expect(all).toHaveLength(49);
    const { summary, plain } = bothOf(all, true);
    expect(plainSummary(summary)).toEqual(plain);
  });

  it.each(corpus)("for $publisher", ({ forms }) => {
    const { summary, plain } = bothOf(forms, true);
    expect(plainSummary(summary)).toEqual(plain);
  });

  it("for every form alone", () => {
    for (const form of all) {
      const { summary, plain } = bothOf([form], true);
      expect(plainSummary(summary)).toEqual(plain);
    }
  });

  it("for no form at all", () => {
    const { summary, plain } = bothOf([], false);
    expect(plainSummary(summary)).toEqual(plain);
  });

  it("for random forms of all editions and units, with blank and unreadable cells", () => {
    fc.assert(
      fc.property(fc.array(randomForm, { maxLength: 8 }), (wires) => {
        const { summary, plain } = bothOf(wires, false);
        expect(plainSummary(summary)).toEqual(plain);
      }),
      { numRuns: 150 },
    );
  });
});

const longNumber = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), fc.bigInt({ min: 0n, max: 10n ** 10n - 1n }))
  .map(([whole, decimals]) => `${whole}.${String(decimals).padStart(10, "0")}`);

function withLongest(wire: WireForm, [budget, execution, score]: readonly [string, string, string]): Partial<WireForm> {
  const total = { ...wire.funds.total, annualBudget: budget, annualExecution: execution };
  return { funds: { ...wire.funds, total }, totalScore: score };
}

/** Names of few spellings, so that groups have more than one form; cells that cannot be read where the form has blanks. */
const randomForm = fc
  .record({
    wire: wireForm,
    department: fc.constantFrom("甲局", "甲局（汇总）", "乙 局", "乙局", ""),
    unit: fc.constantFrom("数据中心", "信息中心", "信息中心 ", ""),
    year: fc.constantFrom(2021, 2024),
    // 接口容许的最长的数：乘积有五十多位，一位也不能丢。
    longest: fc.option(fc.tuple(longNumber, longNumber, longNumber), { nil: undefined }),
    rating: fc.constantFrom("优", "优秀", "良", "中", " 优 ", "合格", null),
    unreadable: fc.array(
      fc.constantFrom(
        "funds.total.annualBudget",
        "funds.carryover.annualExecution",
        "totalScore",
        "indicators[0].score",
      ),
      { maxLength: 3 },
    ),
    wordings: fc.array(fc.constantFrom("达成指标", "部分达成指标并具有一定效果", "", "≥90.00(%)", "较好"), {
      maxLength: 12,
    }),
  })
  .map(
    ({ wire, department, unit, year, longest, rating, unreadable, wordings }): WireForm => ({
      ...wire,
      ...(longest === undefined ? {} : withLongest(wire, longest)),
      competentDepartment: department,
      implementingUnit: unit,
      fiscalYear: year,
      rating,
      indicators: wire.indicators.map((row, at) => ({
        ...row,
        // 说明名称、原因含义的规则另有测试；这里的名称不含可作判断的词。
        name: `${row.name}事`,
        target: plainTarget(row.target),
        actual: wordings[at] ?? plainTarget(row.actual),
      })),
      unreadable: unreadable.map((at) => ({ at, text: "3?.0", origin: { file: "表.txt" }, reason: "看不清" })),
    }),
  );

/** Wording without digits, so that it is wording for every reader. */
function plainTarget(text: string): string {
  return /^(?:[≥≤=<>]|<=)?\d+\.\d\d(?:\((?:%|次|小时\/天)\))?$/u.test(text) ? text : text.replaceAll(/\d/gu, "");
}
