import { describe, expect, it } from "vitest";
import { DISCLOSED_FORMS } from "../basis/disclosed-forms.ts";
import type { Edition } from "../edition/edition.ts";
import { SH_2021 } from "../edition/sh-2021.ts";
import { SH_2024 } from "../edition/sh-2024.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { openBatchAudit } from "./audit-batch.ts";
import { type BatchObservation, type BatchRule, defineBatchRule } from "./batch-rule.ts";
import type { Facts } from "./rule.ts";

/** Sees what it is told to see; its sentence is the fact `said`. */
function seeing(observations: readonly BatchObservation<Facts>[]): BatchRule {
  return defineBatchRule<undefined, Facts>({
    id: "across/planted",
    title: "试",
    severity: "warning",
    editions: "all",
    basis: ({ id }) => [{ ...DISCLOSED_FORMS.sums, id }],
    why: "为何",
    fix: "如何改",
    collect: () => undefined,
    check: () => observations,
    message: ({ said = "" }) => said,
    examples: { bad: [], good: [], uncheckable: [] },
  });
}

function auditOf(editions: readonly Edition[], observations: readonly BatchObservation<Facts>[]) {
  const audit = openBatchAudit({ rules: {}, expectedProjects: [{ projectName: "甲" }] }, [seeing(observations)]);
  const form = sampleForm();
  for (const edition of editions) audit.add({ form, edition, sheet: scoreForm(form, edition) });
  return audit.finish();
}

const ofMany = (label: string, said: string) =>
  ({ batch: true, label, outcome: "violated", facts: { said } }) satisfies BatchObservation<Facts>;
const at = (form: number) =>
  ({
    form,
    place: { at: "rating", label: "评分等级", text: "优" },
    outcome: "violated",
    facts: {},
  }) satisfies BatchObservation<Facts>;
const ofExpected = { expected: 0, outcome: "violated", facts: {} } satisfies BatchObservation<Facts>;

describe("a finding about many forms", () => {
  it("has their label for a place, and no cell", () => {
    expect(auditOf([SH_2024], [ofMany("某局的自评表", "都得满分")])).toMatchObject([
      { batch: true, finding: { at: "batch", label: "某局的自评表", text: "", message: "都得满分" } },
    ]);
  });

  it("comes after those about single forms and about expected projects", () => {
    const found = auditOf([SH_2024, SH_2024], [ofMany("某局的自评表", "甲"), ofExpected, at(1), at(0)]);
    expect(found.map((each) => ("form" in each ? each.form : Object.keys(each)[0]))).toEqual([
      0,
      1,
      "expected",
      "batch",
    ]);
  });

  it("stands by the label, then by the sentence, in whatever order it was found", () => {
    const many = [ofMany("a", "2"), ofMany("b", "1"), ofMany("a", "1"), ofMany("c", "0")];
    const said = (observations: typeof many) =>
      auditOf([SH_2024], observations).map(({ finding }) => `${finding.label}${finding.message}`);
    expect(said(many)).toEqual(["a1", "a2", "b1", "c0"]);
    expect(said(many.toReversed())).toEqual(["a1", "a2", "b1", "c0"]);
  });
});

describe("the edition of what belongs to no form", () => {
  const spoken = (editions: readonly Edition[], observation: BatchObservation<Facts> = ofMany("", "")) =>
    auditOf(editions, [observation]).flatMap(({ finding }) => finding.basis.map(({ id }) => id));

  it("is that of most forms", () => {
    expect(spoken([SH_2021, SH_2024, SH_2024])).toEqual(["sh-2024"]);
    expect(spoken([SH_2024, SH_2021, SH_2021])).toEqual(["sh-2021"]);
    expect(spoken([SH_2024, SH_2021, SH_2021, SH_2024, SH_2024], ofExpected)).toEqual(["sh-2024"]);
  });

  it("is the first by id among equals, in whatever order the forms passed by", () => {
    expect(spoken([SH_2021, SH_2024])).toEqual(["sh-2021"]);
    expect(spoken([SH_2024, SH_2021])).toEqual(["sh-2021"]);
  });

  it("does not speak for a form, which has its own", () => {
    expect(spoken([SH_2024, SH_2024, SH_2021], at(2))).toEqual(["sh-2021"]);
  });

  it("is there without any form, for expected projects can be missing all the same", () => {
    expect(auditOf([], [ofExpected])).toMatchObject([{ expected: 0, finding: { label: "应报项目", text: "甲" } }]);
  });
});
