/** The counts on which the figures of the rule pack rest, counted again in the disclosed forms. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DISCLOSED_FORMS } from "../basis/disclosed-forms.ts";
import { FUND_PARTS } from "../form/fund-table.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { valueOf } from "../place/cell.ts";
import { firstReading } from "../testing/first-reading.ts";
import { formatDecimal } from "../values/decimal.ts";
import { addScores, formatScore } from "../values/score.ts";
import { decodeForm } from "../wire/form-codec.ts";
import { SHANGHAI_RULE_PACK } from "./sh-rule-pack.ts";

const EXPECTED = new URL("../../../../fixtures/expected/", import.meta.url);
const corpus: readonly SelfEvaluationForm[] = readdirSync(EXPECTED)
  .filter((file) => file.endsWith(".expected.json"))
  .flatMap((file) =>
    (firstReading(JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8"))) as unknown[]).map((json) =>
      decodeForm(json),
    ),
  );

function groupWeightsOf(form: SelfEvaluationForm): string {
  const groups = Map.groupBy(form.indicators, ({ level1 }) => level1);
  return inOrder([...groups].map(([level1, rows]) => [level1, sumOf(rows.map(({ weight }) => weight))]));
}

function sumOf(cells: readonly SelfEvaluationForm["totalWeight"][]): string {
  return formatDecimal(addScores(cells.flatMap((cell) => (cell.kind === "read" ? [cell.value] : []))).points);
}

function inOrder(groups: readonly (readonly [string, string])[]): string {
  return groups
    .map(([level1, points]) => `${level1.replace(/指标$/u, "")} ${points}`)
    .toSorted()
    .join("、");
}

function counted(texts: readonly string[]): readonly (readonly [string, number])[] {
  return [...Map.groupBy(texts, (text) => text)]
    .map(([text, all]) => [text, all.length] as const)
    .toSorted((a, b) => b[1] - a[1]);
}

describe("the rule pack rests on the disclosed forms", () => {
  it("holds exactly the distributions of points that more than one form has", () => {
    const seen = counted(corpus.map(groupWeightsOf));
    const repeated = seen.filter(([, count]) => count > 1);
    expect(repeated.map(([, count]) => count)).toEqual([20, 16, 2]);
    expect(seen.filter(([, count]) => count === 1)).toHaveLength(11);
    const { value } = SHANGHAI_RULE_PACK.tolerances.groupWeights;
    expect(
      value.map((norm) => inOrder(Object.entries(norm).map(([group, sum]) => [group, formatDecimal(sum.points)]))),
    ).toEqual(repeated.map(([groups]) => groups));
    expect(DISCLOSED_FORMS.groupWeights.note).toMatch(/20 份.*16 份.*2 份.*其余 11 份/u);
  });

  it("holds the most points that one indicator has", () => {
    const weights = corpus.flatMap(({ indicators }) => indicators.flatMap(({ weight }) => valueOf(weight) ?? []));
    const most = weights.toSorted((a, b) => b.points.comparedTo(a.points))[0];
    const { value: cap } = SHANGHAI_RULE_PACK.tolerances.indicatorWeightCap;
    expect(most && formatScore(most)).toBe(formatScore(cap));
    expect(weights.filter(({ points }) => points.equals(cap.points))).toHaveLength(8);
    expect(weights).toHaveLength(522);
    expect(DISCLOSED_FORMS.weights.note).toContain("522 行中 8 行");
  });

  it("cites the points of the execution rate, and that parts of the funds have none", () => {
    const isTen = ({ funds }: SelfEvaluationForm) => valueOf(funds.total.weight)?.points.equals(10) === true;
    expect(corpus.filter(isTen)).toHaveLength(49);
    const cells = corpus.flatMap(({ funds }) => FUND_PARTS.flatMap((row) => [funds[row].weight, funds[row].score]));
    expect(cells.filter(({ kind }) => kind !== "blank")).toEqual([]);
  });

  it("cites that every score lies between zero and its weight", () => {
    const rows = corpus.flatMap(({ funds, indicators }) => [funds.total, ...indicators]);
    const isWithin = ({ weight, score }: (typeof rows)[number]) => {
      const [most, got] = [valueOf(weight)?.points, valueOf(score)?.points];
      return most !== undefined && got?.greaterThanOrEqualTo(0) === true && got.lessThanOrEqualTo(most);
    };
    expect(`${rows.filter(isWithin).length}/${rows.length}`).toBe("571/571");
    expect(DISCLOSED_FORMS.scoreRange.note).toContain("571/571");
  });

  it("cites in which year 年初预算数 says anything", () => {
    const zeros = (edition: string) => {
      const forms = corpus.filter((form) => form.edition === edition);
      const isZero = ({ funds }: SelfEvaluationForm) => valueOf(funds.total.initialBudget)?.yuan.isZero() === true;
      return `${forms.filter(isZero).length}/${forms.length}`;
    };
    expect({ "sh-2021": zeros("sh-2021"), "sh-2024": zeros("sh-2024") }).toEqual({
      "sh-2021": "0/7",
      "sh-2024": "42/42",
    });
  });
});
