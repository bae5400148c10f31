import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { SH_2024 } from "../edition/sh-2024.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { canonicalText } from "../wire/canonical-text.ts";
import { decodeForm, encodeForm } from "../wire/form-codec.ts";
import { correctForm } from "./correct-form.ts";
import type { Corrected } from "./correction.ts";
import { undoRevision } from "./undo-revision.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const about = { reason: "录入有误", date: "2025-03-01", sha256 };

function corrected(form: SelfEvaluationForm, asked: Readonly<Record<string, string | null>>): Corrected {
  const changes = Object.entries(asked).map(([at, after]) => ({ at, after }));
  const outcome = correctForm(form, changes, about, SH_2024);
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.refusals));
  return outcome;
}

const changesOf = ({ changes }: Corrected) =>
  changes.map(({ at, before, after, cause }) => `${at}: ${before} → ${after} (${cause})`);

describe("a correction taken back", () => {
  const amounts = (spent: string) => ({
    "funds.currentYearAppropriation.annualExecution": spent,
    "funds.total.annualExecution": spent,
  });
  const content = (form: SelfEvaluationForm): string => canonicalText({ ...form, revision: undefined });
  const form = sampleForm({ "funds.total.executionRate": "99.60", rating: "优秀", totalScore: "98.960" });
  const made = corrected(form, amounts("250.00")).form;

  it("says to the letter what the form before said, also what was wrong in it, as a revision of its own", () => {
    const back = corrected(made, amounts("306.75"));
    expect(content(back.form)).toBe(canonicalText(form));
    expect(back.restored).toBe(true);
    expect(back.form.revision).toMatchObject({ number: 2, previous: sha256(canonicalText(made)) });
    expect(changesOf(back)).toEqual([
      "funds.total.annualExecution: 250.00 → 306.75 (asked)",
      "funds.total.executionRate: 81.16 → 99.60 (asked)",
      "funds.total.score: 8.12 → 9.96 (derived)",
      "funds.currentYearAppropriation.annualExecution: 250.00 → 306.75 (asked)",
      "funds.currentYearAppropriation.executionRate: 81.16 → 99.59 (derived)",
      "totalScore: 97.12 → 98.960 (asked)",
    ]);
  });

  it("and taken back again, and so on", () => {
    const again = corrected(corrected(made, amounts("306.75")).form, {
      ...amounts("250.00"),
      "funds.total.executionRate": "81.16",
      totalScore: "97.12",
    });
    expect([again.restored, content(again.form)]).toEqual([true, content(made)]);
  });

  it("only when exactly that is asked for; else the edition computes", () => {
    for (const other of [{ ...amounts("306.75"), title: "自评表" }, amounts("306.70")]) {
      const on = corrected(made, other);
      expect(on.restored).toBe(false);
      expect(changesOf(on)).toContain("totalScore: 97.12 → 98.96 (derived)");
    }
  });

  it("not when the form was changed by hand since, or its revision lists what it cannot", () => {
    const wire = encodeForm(made);
    const [change, ...others] = wire.revision!.changes;
    const forged = (changes: readonly object[]) => decodeForm({ ...wire, revision: { ...wire.revision, changes } });
    for (const touched of [
      decodeForm({ ...wire, totalScore: "97.13" }),
      forged([{ ...change, at: "indicators[99].name" }, ...others]),
      forged([...wire.revision!.changes, { at: "currencyUnit", before: "亿元", after: "万元", cause: "derived" }]),
    ]) {
      expect(undoRevision(touched)).toBeUndefined();
      expect(corrected(touched, amounts("306.75")).restored).toBe(false);
    }
    expect(undoRevision(form)).toBeUndefined();
  });

  it("puts a blank back where a figure could not be read", () => {
    const origin = { file: "a.txt", line: 9 };
    const doubtful = sampleForm({
      "indicators[1].score": null,
      unreadable: [{ at: "indicators[1].score", text: "1S.00", origin, reason: "不是数" }],
    });
    const settled = corrected(doubtful, { "indicators[1].score": "14.00" }).form;
    // What stood there was no figure, so no correction can ask for it; the blank is not the form of before, and says so.
    const back = corrected(settled, { "indicators[1].score": null }).form;
    expect(content(back)).toBe(canonicalText(sampleForm({ "indicators[1].score": null })));
    expect(content(back)).not.toBe(canonicalText(doubtful));
  });
});
