import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findEdition } from "../edition/recognise.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { type CellPath, parseFormPath, pathOf } from "../place/form-path.ts";
import { textAt } from "../form/place-in-form.ts";
import { firstReading } from "../testing/first-reading.ts";
import { decimalText, proseText, wireForm } from "../testing/form-arbitrary.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { formatDecimal, parseDecimal } from "../values/decimal.ts";
import { canonicalText } from "../wire/canonical-text.ts";
import { decodeForm, encodeForm } from "../wire/form-codec.ts";
import type { WireForm } from "../wire/wire-schema.ts";
import { correctForm } from "./correct-form.ts";
import type { AskedChange, Corrected } from "./correction.ts";
import { diffForms } from "./diff-forms.ts";
import { differingCells } from "./differing-cells.ts";
import { undoRevision } from "./undo-revision.ts";
import { CELLS_ABOVE_ROWS, CELLS_BELOW_ROWS, blankIsNull, rowCells, wireTextAt } from "./wire-cells.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const about = { reason: "录入有误", date: "2025-03-01", sha256 };

const EXPECTED = new URL("../../../../fixtures/expected/", import.meta.url);
const disclosed = readdirSync(EXPECTED)
  .filter((file) => file.endsWith(".expected.json"))
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8")) as unknown[])
  .map((wire) => decodeForm(firstReading(wire)));

function correct(form: SelfEvaluationForm, changes: readonly AskedChange[]): Corrected | undefined {
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error("no edition");
  const outcome = correctForm(form, changes, about, edition);
  return outcome.kind === "corrected" ? outcome : undefined;
}

/** What the form says, its revision aside: the bytes that acceptance speaks of. */
const content = (form: SelfEvaluationForm): string => canonicalText({ ...form, revision: undefined });

function cellsOf(form: SelfEvaluationForm): readonly CellPath[] {
  return [...CELLS_ABOVE_ROWS, ...form.indicators.flatMap((_, row) => rowCells(row)), ...CELLS_BELOW_ROWS];
}

/** Any cells of the form with any texts: most corrections are refused, a good part is not. */
function anyChanges(form: SelfEvaluationForm): fc.Arbitrary<readonly AskedChange[]> {
  const figure = fc.option(decimalText(0, 30_00), { nil: null });
  const textFor = (cell: CellPath): fc.Arbitrary<string | null> => {
    const at = pathOf(cell);
    if (at === "rating") return fc.constantFrom("优", "良", "中", "差", "优秀", "合格", null);
    if (at === "fiscalYear") return fc.integer({ min: 2016, max: 2035 }).map(String);
    if (at === "currencyUnit") return fc.constantFrom("元", "万元");
    if (at === "projectCode" || at === "notes") return fc.option(proseText, { nil: null });
    return blankIsNull(cell) ? figure : proseText;
  };
  return fc
    .uniqueArray(fc.constantFrom(...cellsOf(form)), { minLength: 1, maxLength: 4, selector: pathOf })
    .chain((cells) => fc.tuple(...cells.map((cell) => textFor(cell).map((after) => ({ at: pathOf(cell), after })))));
}

/** What a corrected form must be, whatever was asked. */
function expectSound(form: SelfEvaluationForm, changes: readonly AskedChange[], made: Corrected): void {
  const shown = diffForms(form, made.form, sha256);
  expect(shown.map(({ kind, at }) => `${kind} ${at}`)).toEqual(made.changes.map(({ at }) => `changed ${at}`));
  expect(
    made.changes
      .filter(({ cause }) => cause === "asked")
      .map(({ at }) => at)
      .toSorted(),
  ).toEqual(changes.map(({ at }) => at).toSorted());
  for (const { at, after } of changes) expect(shown.find((each) => each.at === at)).toMatchObject({ after });
  expect(encodeForm(decodeForm(encodeForm(made.form)))).toEqual(encodeForm(made.form));
  expectBack(form, changes, made);
}

/** Asking back what was asked gives the first form's bytes; so does the revision's own list, proved by the hash in it. */
function expectBack(form: SelfEvaluationForm, changes: readonly AskedChange[], made: Corrected): void {
  const wire = encodeForm(form);
  const asked = changes.map(({ at }) => ({ at, after: wireTextAt(wire, parseFormPath(at)!) ?? null }));
  const back = correct(made.form, asked);
  expect(back && content(back.form)).toBe(content(form));
  expect(back?.restored).toBe(true);
  expect(diffForms(form, back!.form, sha256)).toEqual([]);
  if (form.revision !== undefined || hasEmptyOptional(form)) return;
  const undone = canonicalText(undoRevision(made.form)!);
  expect(undone).toBe(canonicalText(form));
  expect(sha256(undone)).toBe(made.form.revision?.previous);
}

/** `""` where a blank is no member: both are blank, a revision lists them alike, so its list cannot tell them apart. */
const hasEmptyOptional = ({ projectCode, notes }: SelfEvaluationForm): boolean => projectCode === "" || notes === "";

describe("correct, then diff, then back", () => {
  it("holds for any form and any changes that are not refused", () => {
    let made = 0;
    const asked = wireForm
      .map((wire: WireForm) => decodeForm(wire))
      .chain((form) => fc.tuple(fc.constant(form), anyChanges(form)));
    fc.assert(
      fc.property(asked, ([form, changes]) => {
        const outcome = correct(form, changes);
        if (outcome === undefined) return;
        made += 1;
        expectSound(form, changes, outcome);
      }),
      { numRuns: 600 },
    );
    expect(made).toBeGreaterThan(200);
  });

  it("holds for every disclosed form", () => {
    expect(disclosed).toHaveLength(49);
    for (const form of disclosed) {
      let made = 0;
      let derived = 0;
      const check = (changes: readonly AskedChange[]) => {
        const outcome = correct(form, changes);
        if (outcome === undefined) return;
        made += 1;
        derived += outcome.changes.filter(({ cause }) => cause === "derived").length;
        expectSound(form, changes, outcome);
      };
      fc.assert(fc.property(anyChanges(form), check), { numRuns: 12 });
      // 每份表至少改一个得分、一个指标值。
      const row = form.indicators.findIndex(({ score }) => score.kind === "read" && score.value.points.greaterThan(1));
      const score = parseDecimal(textAt(form, `indicators[${row}].score`))!;
      check([{ at: `indicators[${row}].score`, after: formatDecimal(score.minus("0.01"), 2) }]);
      check([{ at: `indicators[${row}].target`, after: "≥8500.00(个)" }]);
      expect(made, form.projectName).toBeGreaterThan(1);
      expect(derived, form.projectName).toBeGreaterThan(0);
    }
  });

  it("asking for every differing cell, as a corrected copy does, is asking back too", () => {
    const asked = fc
      .constantFrom(...disclosed, sampleForm())
      .chain((form) => fc.tuple(fc.constant(form), anyChanges(form)));
    fc.assert(
      fc.property(asked, ([form, changes]) => {
        const outcome = correct(form, changes);
        fc.pre(outcome !== undefined);
        const returned = correct(outcome.form, differingCells(outcome.form, form));
        expect(returned && content(returned.form)).toBe(content(form));
        expect(returned?.changes.every(({ cause }) => cause === "asked")).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("a score, an amount: asking back what was asked derives the first figures again", () => {
    const hundredths = fc.integer({ min: 90_00, max: 306_75 }).map((value) => `${value}`.replace(/(\d\d)$/u, ".$1"));
    fc.assert(
      fc.property(hundredths, decimalText(5_00, 15_00), (spent, points) => {
        const form = sampleForm();
        const asked: Record<string, readonly [string, string]> = {
          "funds.total.annualExecution": ["306.75", spent],
          "funds.currentYearAppropriation.annualExecution": ["306.75", spent],
          "indicators[1].score": ["15.00", points],
        };
        fc.pre(spent !== "306.75" && points !== "15.00");
        const changes = (which: 0 | 1) => Object.entries(asked).map(([at, texts]) => ({ at, after: texts[which] }));
        const made = correct(form, changes(1));
        if (made === undefined) return;
        expect(made.changes.length).toBeGreaterThan(changes(1).length);
        const returned = correct(made.form, changes(0));
        expect(returned && content(returned.form)).toBe(content(form));
      }),
      { numRuns: 150 },
    );
  });
});
