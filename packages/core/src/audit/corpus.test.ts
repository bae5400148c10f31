/** What the strict rules say of the 49 disclosed forms, and the counts on which the editions rest. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findEdition } from "../edition/recognise.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { textOf, valueOf } from "../place/cell.ts";
import type { Figure } from "../scoring/due.ts";
import { type ScoreSheet, scoreForm } from "../scoring/score-form.ts";
import { firstReading } from "../testing/first-reading.ts";
import { formatPercent, rateOf } from "../values/rate.ts";
import { decodeForm } from "../wire/form-codec.ts";
import { auditForm } from "./audit-form.ts";

const EXPECTED = new URL("../../../../fixtures/expected/", import.meta.url);
const corpus: { readonly file: string; readonly form: SelfEvaluationForm }[] = readdirSync(EXPECTED)
  .filter((file) => file.endsWith(".expected.json"))
  .toSorted()
  .flatMap((file) =>
    (firstReading(JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8"))) as unknown[]).map((json) => ({
      file: file.replace(".expected.json", ""),
      form: decodeForm(json),
    })),
  );

function auditOf(form: SelfEvaluationForm) {
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error(form.edition);
  const sheet = scoreForm(form, edition);
  return { sheet, findings: auditForm(form, sheet, edition) };
}

describe("the disclosed forms", () => {
  // What the other rules say of them is in fixtures/expected-findings.json, which publisher's corpus test compares.
  it("are 49, and only the hand-filled one has errors", () => {
    expect(corpus).toHaveLength(49);
    const found = corpus.flatMap(({ file, form }) =>
      auditOf(form)
        .findings.filter((finding) => finding.severity === "error")
        .map(
          (finding) =>
            `${file} 「${form.projectName}」 ${finding.at} ${finding.rule} ${finding.outcome}: ${finding.message}`,
        ),
    );
    expect(found).toMatchInlineSnapshot(`
      [
        "shanghai-db-2024 「数据发展管理专项工作经费」 funds.total.executionRate funds/execution-rate-mismatch violated: 执行率应为 88.69，表中为 88.70",
        "shanghai-db-2024 「数据发展管理专项工作经费」 funds.currentYearAppropriation.executionRate funds/execution-rate-mismatch violated: 执行率应为 88.69，表中为 0.00",
      ]
    `);
  });

  it("give the counts that the editions cite", () => {
    const agreeing = (id: string, pick: (sheet: ScoreSheet) => readonly Figure[]) => {
      const figures = corpus.filter(({ form }) => form.edition === id).flatMap(({ form }) => pick(auditOf(form).sheet));
      return `${figures.filter((figure) => figure.agrees).length}/${figures.length}`;
    };
    const halfUp = (id: string) =>
      corpus.filter(({ form }) => form.edition === id && textOf(form.funds.total.executionRate) === halfUpRate(form))
        .length;
    expect(agreeing("sh-2021", (sheet) => [sheet.executionRates.total])).toBe("7/7");
    expect(agreeing("sh-2024", (sheet) => [sheet.executionRates.total])).toBe("41/42");
    expect({ "sh-2021": halfUp("sh-2021"), "sh-2024": halfUp("sh-2024") }).toMatchInlineSnapshot(`
      {
        "sh-2021": 5,
        "sh-2024": 32,
      }
    `);
    expect(agreeing("sh-2021", (sheet) => [sheet.executionScore])).toBe("7/7");
    expect(agreeing("sh-2024", (sheet) => [sheet.executionScore])).toBe("42/42");
    expect(
      agreeing("sh-2021", (sheet) => [sheet.totalWeight, sheet.totalScore, ...Object.values(sheet.fundTotals)]),
    ).toBe("35/35");
    expect(
      agreeing("sh-2024", (sheet) => [sheet.totalWeight, sheet.totalScore, ...Object.values(sheet.fundTotals)]),
    ).toBe("210/210");
  });
});

function halfUpRate(form: SelfEvaluationForm): string | undefined {
  const budget = valueOf(form.funds.total.annualBudget);
  const spent = valueOf(form.funds.total.annualExecution);
  const rate = budget && spent && rateOf(spent, budget);
  return rate && formatPercent(rate, { mode: "half-up", places: 2 });
}
