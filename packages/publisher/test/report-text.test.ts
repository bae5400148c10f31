/** What a report prints, against the second reckoning: every cell of its tables, every figure of its sentences. */
import { readFileSync, readdirSync } from "node:fs";
import { type WireForm, decodeForm, encodeForm, summarise } from "@zipingbiao/core";
import { auditedEntries, firstReading } from "@zipingbiao/core/testing";
import { type ReportView, viewReport } from "@zipingbiao/renderer";
import { describe, expect, it } from "vitest";
import { amountText, integerOf, percentText, yuanOf } from "./figures/plain-number.ts";
import type { PlainSummary } from "./figures/plain-shape.ts";
import {
  decimalsOf,
  printedCounts,
  printedFunds,
  printedGroup,
  printedPoints,
  printedShare,
} from "./figures/printed-figures.ts";
import type { PublishedEntry } from "./figures/published-entry.ts";
import { recompute } from "./figures/recompute.ts";
import { World, published } from "./stand-in-world.ts";

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

describe.each([{ name: "all publishers", forms: all }, ...publishers, { name: "one form", forms: all.slice(-1) }])(
  "the report on $name",
  ({ forms }) => {
    const { view, plain, entries } = reportOf(forms);

    it("has the sums of money, as a whole and by group", () => {
      const rows = view.basics.funds.table.rows.map(({ source: _source, ...figures }) => figures);
      const { total, currentYearAppropriation, carryover, otherFunds } = plain.funds;
      expect(rows).toEqual(
        [total, currentYearAppropriation, carryover, otherFunds].map((funds) => printedFunds(funds, plain)),
      );
      const expected = [plain.byYear, plain.byDepartment, plain.byUnit]
        .filter((groups) => groups.length > 0)
        .map((groups) => [...groups, plain].map(printedGroup));
      const tables = view.basics.comparisons.map(({ table }) =>
        table.rows.map(({ name: _name, ...figures }) => figures),
      );
      expect(tables.length > 0).toBe(expected.length > 0);
      for (const table of tables) expect(expected).toContainEqual(table);
    });

    it("has the results", () => {
      const bands = view.results.scores.bands?.rows.map((row) => [row.forms, row.share]) ?? [];
      expect(bands).toEqual(
        (plain.scored < 2 ? [] : plain.bands).map((band) => {
          const forms = band.split(" ").at(-1) ?? "";
          return [forms, printedShare(Number.parseInt(forms, 10), plain.scored)];
        }),
      );
      const { ranks } = view.results;
      for (const [table, ranking] of [
        [ranks?.best, plain.best],
        [ranks?.worst, plain.worst],
      ] as const) {
        const rows = table?.rows.map(({ rank, score }) => `${rank} ${score}`) ?? [];
        // 十份以内的报告不排名次：附表就是全部。
        const places = ranks === null ? [] : ranking.places.map((place) => place.split(" "));
        expect(rows).toEqual(places.map(([rank = "", score = ""]) => `${rank} ${printedPoints(score)}`));
      }
    });

    it("has the groups of indicators", () => {
      const rows = view.indicators.groups?.rows.map(({ level1: _one, level2: _two, ...figures }) => figures);
      const groups = plain.sections.flatMap((section) => section.groups.map(({ counts }) => printedCounts(counts)));
      expect(rows).toEqual([...groups, printedCounts(plain.indicators)]);
    });

    it("lists every project and every missed indicator", () => {
      const rows = view.annexes.projects.groups.flatMap((group) => group.rows);
      expect(
        rows.map(({ number, annualBudget, annualExecution, rate, score }) => ({
          number,
          annualBudget,
          annualExecution,
          rate,
          score,
        })),
      ).toEqual(plain.projects.map((number) => projectRow(entries, number, plain)));
      expect(view.annexes.missed?.groups.flatMap((group) => group.rows).length ?? 0).toBe(plain.missed.length);
    });

    it("says no figure that was not reckoned", () => {
      const rates = plain.projects.map((number) => projectRow(entries, number, plain).rate);
      const known = decimalsOf(plain, rates);
      for (const sentence of sentencesOf(view)) {
        const figures = sentence.replaceAll(/“[^”]*”/gu, "").match(/\d[\d,]*\.\d+/gu) ?? [];
        for (const figure of figures) expect(known, `${figure} in: ${sentence}`).toContain(figure);
      }
    });
  },
);

describe("a publication", () => {
  it("has a report whose figures are those of its data/forms.json", async () => {
    const jiading = publishers.find(({ name }) => name === "jiading-2024")?.forms ?? [];
    const world = new World(Object.fromEntries(jiading.map((form, at) => [`${at}.json`, JSON.stringify(form)])));
    await published(world, [...world.inputs.keys()]);
    const wires = JSON.parse(world.text("data/forms.json")) as readonly WireForm[];
    expect(wires).toHaveLength(3);
    const plain = recompute(wires.map((wire, at) => ({ key: String(at), wire, findings: [] })));
    const page = world.text("report/汇总报告.html").replaceAll(/<[^>]*>/gu, "");
    const { annualBudget, annualExecution, rate } = printedFunds(plain.funds.total, plain);
    expect(page).toContain(`全年预算数合计${annualBudget}万元，全年执行数合计${annualExecution}万元，执行率${rate}`);
    const { average, weighted } = printedGroup(plain);
    expect(page).toContain(`平均${average}分，按全年预算数加权平均${weighted}分`);
    // 首页的数字与报告相同。
    expect(world.text("index.html")).toContain(`<dt>总体执行率</dt><dd>${rate}</dd>`);
  });
});

function reportOf(forms: readonly WireForm[]) {
  const { entries: audited, aboutAll } = auditedEntries(forms.map((form) => decodeForm(form)));
  const entries = audited.flatMap(({ key, findings }, at): readonly PublishedEntry[] => {
    const wire = forms[at];
    return wire === undefined ? [] : [{ key, findings, wire }];
  });
  return { view: viewReport(summarise(audited, aboutAll)), plain: recompute(entries, aboutAll), entries };
}

/** What the list of projects says of one: its own figures in the unit of the report, its rate cut as its edition does. */
function projectRow(entries: readonly PublishedEntry[], number: number, plain: PlainSummary) {
  const { key } = plain.lines[number - 1] ?? { key: "" };
  const wire = entries.find((entry) => entry.key === key)?.wire;
  if (wire === undefined) throw new Error(`no form ${number}`);
  const { annualBudget, annualExecution } = wire.funds.total;
  const budget = yuanOf(annualBudget ?? "0", wire.currencyUnit);
  const execution = yuanOf(annualExecution ?? "0", wire.currencyUnit);
  return {
    number: String(number),
    annualBudget: amountText(budget, plain.currencyUnit),
    annualExecution: amountText(execution, plain.currencyUnit),
    rate: `${percentText(execution, budget, wire.edition === "sh-2021" ? "up" : "truncate")}%`,
    score: amountText(integerOf(wire.totalScore ?? "0"), ""),
  };
}

/** Sentences of the report's own; quotations of forms and messages of rules have figures of their own. */
function sentencesOf({ opening, basics, results, indicators }: ReportView): readonly string[] {
  const passages = [
    basics.projects,
    basics.funds,
    basics.rates,
    ...basics.comparisons,
    results.scores,
    results.grades,
    results.ranks,
    results.spread,
    indicators.overall,
    indicators.missed,
  ];
  return [...opening, ...passages.flatMap((passage) => passage?.paragraphs ?? [])];
}
