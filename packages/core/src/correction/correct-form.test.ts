import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findEdition } from "../edition/recognise.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { SAMPLE_FORM, sampleForm } from "../testing/sample-form.ts";
import { canonicalText } from "../wire/canonical-text.ts";
import { encodeForm } from "../wire/form-codec.ts";
import { correctForm } from "./correct-form.ts";
import type { Corrected } from "./correction.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const about = { reason: "录入有误", date: "2025-03-01", sha256 };

function correct(form: SelfEvaluationForm, asked: Readonly<Record<string, string | null>>, given = about) {
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error("no edition");
  const changes = Object.entries(asked).map(([at, after]) => ({ at, after }));
  return correctForm(form, changes, given, edition);
}

function corrected(form: SelfEvaluationForm, asked: Readonly<Record<string, string | null>>): Corrected {
  const outcome = correct(form, asked);
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.refusals));
  return outcome;
}

function refused(form: SelfEvaluationForm, asked: Readonly<Record<string, string | null>>, given = about) {
  const outcome = correct(form, asked, given);
  if (outcome.kind === "corrected") throw new Error(`not refused: ${JSON.stringify(outcome.changes)}`);
  for (const { what, why, next } of outcome.refusals)
    for (const words of [what, why, next]) expect(words).toMatch(/\p{Script=Han}[^。]*$/u);
  return outcome.refusals.map(({ code, at }) => `${code} ${at}`.trim());
}

const changesOf = ({ changes }: Corrected) =>
  changes.map(({ at, before, after, cause }) => `${at}: ${before} → ${after} (${cause})`);

describe("a correction", () => {
  it("of a target changes that cell alone", () => {
    const form = sampleForm();
    const made = corrected(form, { "indicators[1].target": "≥290.00(次)" });
    expect(changesOf(made)).toEqual(["indicators[1].target: ≥250.00(次) → ≥290.00(次) (asked)"]);
    const { revision, ...content } = encodeForm(made.form);
    expect(content).toEqual(encodeForm(sampleForm({ "indicators[1].target": "≥290.00(次)" })));
    expect(revision).toEqual({
      number: 1,
      previous: sha256(canonicalText(form)),
      reason: "录入有误",
      date: "2025-03-01",
      changes: made.changes,
    });
    expect(form).toEqual(sampleForm());
  });

  it("of the amounts brings rates, score, total and grade after it, in the order of the form", () => {
    const made = corrected(sampleForm(), {
      "funds.currentYearAppropriation.annualExecution": "29.00",
      "funds.total.annualExecution": "29.00",
    });
    expect(changesOf(made)).toEqual([
      "funds.total.annualExecution: 306.75 → 29.00 (asked)",
      "funds.total.executionRate: 99.59 → 9.41 (derived)",
      "funds.total.score: 9.96 → 0.94 (derived)",
      "funds.currentYearAppropriation.annualExecution: 306.75 → 29.00 (asked)",
      "funds.currentYearAppropriation.executionRate: 99.59 → 9.41 (derived)",
      "totalScore: 98.96 → 89.94 (derived)",
      "rating: 优 → 良 (derived)",
    ]);
    expect(made.left).toEqual([]);
  });
});

describe("a derived cell", () => {
  it("follows the edition: rates of 2021 go up, and a part without a rate gets none", () => {
    const form = sampleForm({ edition: "sh-2021", rating: null, "funds.currentYearAppropriation.executionRate": null });
    const made = corrected(form, {
      "funds.total.annualExecution": "300.00",
      "funds.currentYearAppropriation.annualExecution": "300.00",
    });
    expect(changesOf(made)).toContain("funds.total.executionRate: 99.59 → 97.41 (derived)");
    expect(made.form.funds.currentYearAppropriation.executionRate.kind).toBe("blank");
    expect(made.form.rating).toBeNull();
  });

  it("that agrees already keeps its text to the letter", () => {
    const form = sampleForm({ rating: "优秀", totalScore: "98.960" });
    const made = corrected(form, { "indicators[1].score": "14.00", "indicators[3].score": "10.00" });
    expect(changesOf(made).filter((line) => line.endsWith("(derived)"))).toEqual([]);
    expect(encodeForm(made.form)).toMatchObject({ totalScore: "98.960", rating: "优秀" });
  });

  it.each([
    ["98.96", "14.00", "97.96"],
    ["98.96", "14.04", "98.00"],
    ["99", "14.04", "98"],
    ["99", "14.50", "98.46"],
    ["99.0", "14.14", "98.1"],
    ["98.960", "14.00", "97.96"],
    [null, "14.04", "98.00"],
  ])(
    "of a form that printed %s, with %s points, becomes %s: the edition's places, or no closing zeros",
    (printed, score, due) => {
      const made = corrected(sampleForm({ totalScore: printed }), { "indicators[1].score": score });
      expect(changesOf(made)).toContain(`totalScore: ${printed ?? ""} → ${due} (derived)`);
    },
  );

  it("leaves out closing zeros where all points of the form do, rates aside", () => {
    const plain = (text: string | null) => text?.replace(/\.?0+$/u, "") ?? null;
    const indicators = SAMPLE_FORM.indicators.map((row) => ({
      ...row,
      weight: plain(row.weight),
      score: plain(row.score),
    }));
    const form = sampleForm({ indicators, totalWeight: "100", "funds.total.weight": "10" });
    const made = corrected(form, {
      "funds.currentYearAppropriation.annualExecution": "308.00",
      "funds.total.annualExecution": "308.00",
    });
    expect(changesOf(made).filter((line) => line.endsWith("(derived)"))).toEqual([
      "funds.total.executionRate: 99.59 → 100.00 (derived)",
      "funds.total.score: 9.96 → 10 (derived)",
      "funds.currentYearAppropriation.executionRate: 99.59 → 100.00 (derived)",
      "totalScore: 98.96 → 99 (derived)",
    ]);
  });

  it("is left alone when none of its inputs was changed, right or wrong", () => {
    const form = sampleForm({ "funds.total.executionRate": "11.11", totalScore: "97.00" });
    const made = corrected(form, { "overallGoal.actual": "已完成。" });
    expect(made.changes).toHaveLength(1);
  });

  it("is put right when an input of it was changed, though it was wrong before", () => {
    const made = corrected(sampleForm({ totalScore: "97.00" }), { "indicators[1].score": "14.00" });
    expect(changesOf(made)).toContain("totalScore: 97.00 → 97.96 (derived)");
  });

  it("of the total row counts blank cells as before, and is left with the reason where nobody can tell", () => {
    const blank = { "indicators[5].score": null };
    const counted = corrected(sampleForm({ ...blank, totalScore: "88.96", rating: "良" }), {
      "indicators[1].score": "14.50",
    });
    expect(changesOf(counted)).toContain("totalScore: 88.96 → 88.46 (derived)");
    const unknown = corrected(sampleForm(blank), { "indicators[1].score": "14.50" });
    expect(unknown.left).toEqual([
      { at: "totalScore", label: "总分（得分）", reason: "有 1 处得分空白，其余之和与合计不等" },
    ]);
    expect(unknown.changes).toHaveLength(1);
  });

  it("of weights: the total row and the execution score", () => {
    const made = corrected(sampleForm(), {
      "funds.total.weight": "20.00",
      "indicators[0].weight": "0.00",
      "indicators[0].score": "0.00",
    });
    expect(changesOf(made).filter((line) => line.endsWith("(derived)"))).toEqual([
      "funds.total.score: 9.96 → 19.92 (derived)",
      "totalScore: 98.96 → 98.92 (derived)",
    ]);
  });

  it("grade: only where the border is attested; elsewhere the clerk must say", () => {
    const lose = (score: string) => ({ "indicators[4].score": score });
    expect(changesOf(corrected(sampleForm(), lose("20.00")))).toContain("rating: 优 → 良 (derived)");
    expect(refused(sampleForm(), lose("10.00"))).toEqual(["contradiction rating"]);
    expect(changesOf(corrected(sampleForm(), { ...lose("10.00"), rating: "中" }))).toContain("rating: 优 → 中 (asked)");
    const fromLow = sampleForm({ ...lose("10.00"), totalScore: "78.96", rating: "中" });
    expect(corrected(fromLow, lose("11.50")).left).toMatchObject([{ at: "rating" }]);
  });
});

describe("a cell that could not be read", () => {
  const origin = { file: "a.txt", line: 9 };
  const form = sampleForm({
    "indicators[1].score": null,
    totalScore: "98.96",
    origin: { "indicators[1].score": origin, "indicators[2].score": origin },
    unreadable: [
      { at: "indicators[1].score", text: "1S.00", origin, reason: "不是数" },
      { at: "indicators[2].name", text: "故障解决率", origin, reason: "有两种读法" },
    ],
    leftovers: [{ text: "附件2", origin }],
  });

  it("is settled by what was asked; the others keep their doubts and places", () => {
    const made = corrected(form, { "indicators[1].score": "15.00" });
    expect(changesOf(made)).toEqual(["indicators[1].score: 1S.00 → 15.00 (asked)"]);
    expect(made.form.unreadable.map(({ at }) => at)).toEqual(["indicators[2].name"]);
    expect(Object.keys(made.form.origin)).toEqual(["indicators[2].score"]);
    expect(made.form.leftovers).toEqual(form.leftovers);
  });

  it("makes what is computed of it unknown", () => {
    expect(corrected(form, { "indicators[3].score": "8.00" }).left).toMatchObject([
      { at: "totalScore", reason: "有得分无法识别" },
    ]);
  });
});

describe("refused, with place, reason and what to do:", () => {
  it.each([
    ["nothing at all", {}, ["nothing-asked"]],
    ["an unknown member", { "indicators[1].goal": "x" }, ["unknown-place indicators[1].goal"]],
    ["the edition", { edition: "sh-2021" }, ["unknown-place edition"]],
    ["the revision", { "revision.number": "7" }, ["unknown-place revision.number"]],
    ["a row that is not there", { "indicators[6].target": "x" }, ["unknown-place indicators[6].target"]],
    ["a whole row", { "indicators[1]": "x" }, ["unknown-place indicators[1]"]],
    ["an inherited member", { "funds.toString.score": "1" }, ["unknown-place funds.toString.score"]],
    [
      "a number with separators",
      { "funds.total.annualBudget": "2,936.70" },
      ["unreadable-value funds.total.annualBudget"],
    ],
    ["an empty number", { totalScore: "" }, ["unreadable-value totalScore"]],
    ["a year that is none", { fiscalYear: "二〇二四" }, ["unreadable-value fiscalYear"]],
    ["an unknown unit", { currencyUnit: "亿元" }, ["unreadable-value currencyUnit"]],
    ["a control character", { projectName: "坏\u0000字" }, ["unreadable-value projectName"]],
    ["the text that stands there", { rating: "优" }, ["no-change rating"]],
    ["a blank for a blank", { "indicators[0].deviationNote": null }, ["no-change indicators[0].deviationNote"]],
    [
      "a rate that is not the quotient",
      { "funds.total.executionRate": "99.60" },
      ["contradiction funds.total.executionRate"],
    ],
    [
      "an execution score that is not the due one",
      { "funds.total.score": "9.95" },
      ["contradiction funds.total.score"],
    ],
    ["a total that is not the sum", { totalScore: "99.00" }, ["contradiction totalScore"]],
    ["a total weight that is not the sum", { totalWeight: "99.00" }, ["contradiction totalWeight"]],
    ["a grade that is not the total's", { rating: "良" }, ["contradiction rating"]],
    ["a score above its weight", { "indicators[1].score": "15.01" }, ["contradiction indicators[1].score"]],
    ["a weight below its score", { "indicators[1].weight": "14.99" }, ["contradiction indicators[1].weight"]],
    ["a score below zero", { "indicators[3].score": "-1.00" }, ["contradiction indicators[3].score"]],
    [
      "a part without its total",
      { "funds.carryover.annualBudget": "5.00" },
      ["contradiction funds.carryover.annualBudget"],
    ],
    ["a total without its parts", { "funds.total.annualBudget": "318.00" }, ["contradiction funds.total.annualBudget"]],
  ] as const)("%s", (_, asked, codes) => {
    expect(refused(sampleForm(), asked as Readonly<Record<string, string | null>>)).toEqual(codes);
  });

  it("a place that is asked for twice", () => {
    const form = sampleForm();
    const changes = ["优秀", "良"].map((after) => ({ at: "rating", after }));
    const outcome = correctForm(form, changes, about, findEdition("sh-2024")!);
    expect(outcome.kind === "refused" && outcome.refusals.map(({ code, at }) => `${code} ${at}`)).toEqual([
      "asked-twice rating",
    ]);
  });

  it("all faults at once, not the first alone", () => {
    expect(refused(sampleForm(), { nonsense: "x", totalScore: "九十", rating: "优" })).toEqual([
      "unknown-place nonsense",
      "unreadable-value totalScore",
      "no-change rating",
    ]);
  });

  it.each([
    [{ reason: " " }, "reason-missing"],
    [{ reason: "坏\u0000字" }, "reason-missing"],
    [{ date: "2025-02-30" }, "date-invalid"],
    [{ date: "2025年3月1日" }, "date-invalid"],
  ])("%j", (wrong, code) => {
    expect(refused(sampleForm(), { title: "自评表" }, { ...about, ...wrong })).toEqual([code]);
  });

  it("a date before the last correction", () => {
    const first = corrected(sampleForm(), { title: "自评表" }).form;
    expect(refused(first, { title: "绩效自评表" }, { ...about, date: "2025-02-28" })).toEqual(["date-invalid"]);
    expect(correct(first, { title: "绩效自评表" }).kind).toBe("corrected");
  });
});

describe("what stood wrong before", () => {
  it("does not hinder a correction elsewhere", () => {
    const form = sampleForm({ "funds.otherFunds.initialBudget": "5.00", "indicators[0].score": "10.50" });
    expect(corrected(form, { "indicators[1].target": "≥290.00(次)" }).changes).toHaveLength(1);
    // 总额原来就不等：更正一个分项不必连总额一起。
    expect(corrected(form, { "funds.carryover.initialBudget": "1.00" }).changes).toHaveLength(1);
  });
});

describe("a second correction", () => {
  it("counts on, and names the first by its whole text, revision included", () => {
    const first = corrected(sampleForm(), { title: "自评表" }).form;
    const second = corrected(first, { title: "绩效自评表" }).form;
    expect(second.revision).toMatchObject({ number: 2, previous: sha256(canonicalText(first)) });
    expect(canonicalText(first)).toContain('"number": 1');
  });
});
