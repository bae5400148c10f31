/** What the rules on funds, weights and scores say of the 49 disclosed forms: counted, and the places that a person knows. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findEdition } from "../edition/recognise.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { firstReading } from "../testing/first-reading.ts";
import { decodeForm } from "../wire/form-codec.ts";
import { auditForm } from "./audit-form.ts";
import { RULES } from "./registry.gen.ts";

const EXPECTED = new URL("../../../../fixtures/expected/", import.meta.url);
const rules = RULES.filter(({ id }) => /^(?:funds|weights|scores)\//u.test(id));

const found = readdirSync(EXPECTED)
  .filter((file) => file.endsWith(".expected.json"))
  .toSorted()
  .flatMap((file) => {
    const forms = firstReading(JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8"))) as unknown[];
    return forms.flatMap((json, at) => {
      const form = decodeForm(json);
      const edition = findEdition(form.edition);
      if (edition === undefined) throw new Error(form.edition);
      const findings = auditForm(form, scoreForm(form, edition), edition, undefined, rules);
      return findings.map((finding) => ({ ...finding, form: `${file.replace(".expected.json", "")} #${at + 1}` }));
    });
  });

const saidBy = (rule: string) =>
  found.filter((finding) => finding.rule === rule).map(({ form, at, message }) => `${form} ${at}: ${message}`);

describe("the rules on funds, weights and scores", () => {
  it("speak this often, and leave nothing unchecked", () => {
    const counts = [...Map.groupBy(found, ({ rule, outcome, severity }) => `${rule} ${outcome} ${severity}`)];
    expect(Object.fromEntries(counts.map(([rule, findings]) => [rule, findings.length]))).toEqual({
      "funds/carryover-project-without-carryover violated warning": 4,
      "funds/execution-rate-mismatch violated error": 2,
      "funds/low-execution-without-reason violated warning": 1,
      "scores/above-due violated warning": 2,
      "scores/below-due violated note": 8,
      "scores/deduction-without-reason violated warning": 32,
      "scores/met-but-deducted violated note": 1,
      "scores/on-grade-border violated note": 4,
      "scores/uniform-deductions violated note": 4,
      "weights/group-off-norm violated note": 10,
    });
  });

  it("find every deduction without a reason, and no other", () => {
    const places = found.filter(({ rule }) => rule === "scores/deduction-without-reason");
    const byForm = Map.groupBy(places, ({ form }) => form);
    expect(
      [...byForm].map(([form, all]) => `${form}: ${all.map(({ at }) => at.replaceAll(/\D/gu, "")).join(" ")}`),
    ).toEqual([
      "minhang-2024-a #2: 16 17 18",
      "minhang-2024-a #4: 4",
      "minhang-2024-a #5: 0 5 6 7 8 9",
      "minhang-2024-a #7: 0 5 6 7 8 9",
      "minhang-2024-a #8: 0 1 6 7 8 9",
      "minhang-2024-a #9: 6 7 8 9",
      "minhang-2024-a #10: 0 4 5 6 7",
      "shanghai-bdc-2021 #5: 4",
    ]);
  });

  it("doubt these scores of missed and met indicators", () => {
    expect(
      ["above-due", "below-due", "met-but-deducted"].flatMap((rule) => saidBy(`scores/${rule}`)),
    ).toMatchInlineSnapshot(`
      [
        "minhang-2024-a #3 indicators[8].score: 指标值 ≤1.00(小时)，完成值 2.00(小时)，按完成比例为 5.00 分，表中得 8.00 分",
        "minhang-2024-a #3 indicators[11].score: 指标值 =0.00(起)，完成值 1.00(起)，按完成比例为 0.00 分，表中得 8.00 分",
        "jiading-2024 #2 indicators[3].score: 指标值 ≥99.90(%)，完成值 99.00(%)，按完成比例为 14.86 分，表中只得 12.00 分",
        "jiading-2024 #2 indicators[5].score: 指标值 ≥90.00(%)，完成值 89.00(%)，按完成比例为 9.89 分，表中只得 8.00 分",
        "jiading-2024 #3 indicators[17].score: 指标值 ≥90.00(%)，完成值 88.10(%)，按完成比例为 9.79 分，表中只得 8.00 分",
        "minhang-2024-a #9 indicators[4].score: 指标值 =100.00(%)，完成值 95.00(%)，按完成比例为 9.50 分，表中只得 8.00 分",
        "shanghai-bdc-2021 #4 indicators[4].score: 指标值 >95%，完成值 90%，按完成比例为 14.21 分，表中只得 12.00 分",
        "shanghai-bdc-2021 #4 indicators[6].score: 指标值 100%，完成值 96%，按完成比例为 9.60 分，表中只得 6.00 分",
        "shanghai-bdc-2021 #7 indicators[1].score: 指标值 ≥90%，完成值 70%，按完成比例为 11.67 分，表中只得 10.00 分",
        "shanghai-bdc-2021 #7 indicators[5].score: 指标值 ≥90%，完成值 80%，按完成比例为 7.11 分，表中只得 4.00 分",
        "shanghai-bdc-2021 #3 indicators[5].score: 完成值 100% 已达到指标值 100%，却只得 8.00 分（分值 10.00）",
      ]
    `);
  });

  it("see totals that land on 90.00, mostly by deducting one fifth of every weight", () => {
    const formsOf = (rule: string) => [...new Set(found.filter((each) => each.rule === rule).map(({ form }) => form))];
    const minhang = (...numbers: readonly number[]) => numbers.map((number) => `minhang-2024-a #${number}`);
    expect(formsOf("scores/on-grade-border")).toEqual(minhang(5, 7, 8, 10));
    expect(formsOf("scores/uniform-deductions")).toEqual(minhang(2, 7, 8, 10));
  });
});
