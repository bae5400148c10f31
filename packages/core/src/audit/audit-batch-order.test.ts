import { describe, expect, it } from "vitest";
import { DISCLOSED_FORMS } from "../basis/disclosed-forms.ts";
import { findEdition } from "../edition/recognise.ts";
import { placeIn } from "../form/place-in-form.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { openBatchAudit } from "./audit-batch.ts";
import { type BatchRule, type ExpectedProject, defineBatchRule } from "./batch-rule.ts";
import type { Patches } from "./rule.ts";
import { NO_SETTINGS, type RuleSettings } from "./rule-settings.ts";

const words = {
  title: "试",
  severity: "warning",
  editions: "all",
  basis: () => [DISCLOSED_FORMS.sums],
  why: "为何",
  fix: "如何改",
  examples: { bad: [], good: [], uncheckable: [] },
} as const;

/** Speaks of every form but the first that it sees, at the project name; of a form without a department it cannot tell. */
const later = defineBatchRule({
  ...words,
  id: "across/later",
  collect: ({ form }) => ({ place: placeIn(form, "projectName"), department: form.competentDepartment }),
  *check(collected) {
    for (const { form, digest } of collected.slice(1)) {
      if (digest.department === "") yield { form, place: digest.place, outcome: "uncheckable", reason: "主管部门空白" };
      else yield { form, place: digest.place, outcome: "violated", facts: { first: String(collected[0]?.form) } };
    }
  },
  message: ({ first }) => `第一份是 ${first}`,
});

/** Speaks of every expected project that no form has, the last one first. */
const missing = defineBatchRule({
  ...words,
  id: "across/missing",
  severity: "note",
  collect: ({ form }) => form.projectName,
  *check(collected, expected) {
    for (const [at, { projectName }] of [...(expected ?? []).entries()].toReversed()) {
      if (collected.some(({ digest }) => digest === projectName)) continue;
      yield { expected: at, outcome: "violated", facts: { projectName } };
    }
  },
  message: ({ projectName }) => `缺少「${projectName}」`,
});

function auditOf(
  forms: readonly Patches[],
  settings: RuleSettings = NO_SETTINGS,
  rules: readonly BatchRule[] = [later],
) {
  const audit = openBatchAudit(settings, rules);
  for (const patches of forms) {
    const form = sampleForm(patches);
    const edition = findEdition(form.edition);
    if (edition === undefined) throw new Error(form.edition);
    audit.add({ form, edition, sheet: scoreForm(form, edition) });
  }
  return audit.finish();
}

const three = [{ projectName: "甲" }, { projectName: "乙" }, { projectName: "丙" }];
const expecting = (...names: readonly string[]): RuleSettings => ({
  rules: {},
  expectedProjects: names.map((projectName): ExpectedProject => ({ projectName })),
});

describe("an audit across forms", () => {
  it("says of each finding which form it is about, with everything that a finding about one form has", () => {
    const origin = { projectName: { file: "乙.txt", line: 3 } };
    expect(auditOf([{ projectName: "甲" }, { projectName: "乙", origin }])).toEqual([
      {
        form: 1,
        finding: {
          rule: "across/later",
          severity: "warning",
          outcome: "violated",
          at: "projectName",
          label: "项目名称",
          text: "乙",
          origin: { file: "乙.txt", line: 3 },
          facts: { first: "0" },
          message: "第一份是 0",
          fix: "如何改",
          basis: [DISCLOSED_FORMS.sums],
        },
      },
    ]);
    expect(auditOf([{}, { competentDepartment: "" }])).toMatchObject([
      { form: 1, finding: { outcome: "uncheckable", message: "无法核对：主管部门空白" } },
    ]);
  });

  it("puts findings in the order of the forms, those about expected projects last and in the user's order", () => {
    const found = auditOf(three, expecting("丁", "乙", "戊"), [missing, later]);
    expect(
      found.map((each) => ("expected" in each ? `expected ${each.expected}` : "form" in each && each.form)),
    ).toEqual([1, 2, "expected 0", "expected 2"]);
    expect(found.at(-1)).toEqual({
      expected: 2,
      finding: {
        rule: "across/missing",
        severity: "note",
        outcome: "violated",
        at: "projectName",
        label: "应报项目",
        text: "戊",
        facts: { projectName: "戊" },
        message: "缺少「戊」",
        fix: "如何改",
        basis: [DISCLOSED_FORMS.sums],
      },
    });
  });

  it("puts what rules say of the same form in the order of its places", () => {
    const atRating: BatchRule = {
      ...later,
      id: "across/a",
      collect: ({ form }) => ({ place: placeIn(form, "rating") }),
    };
    const found = auditOf([{}, {}, {}], NO_SETTINGS, [atRating, later]);
    expect(found.map((each) => ("form" in each ? `${each.form} ${each.finding.at}` : ""))).toEqual([
      "1 projectName",
      "1 rating",
      "2 projectName",
      "2 rating",
    ]);
  });

  it("weighs rules as the user says, and shows no form to a rule that is off", () => {
    expect(auditOf(three, { rules: { "across/later": "error" } })).toMatchObject([
      { finding: { severity: "error" } },
      { finding: { severity: "error" } },
    ]);
    const bug: BatchRule = {
      ...later,
      collect: () => {
        throw new Error("was shown a form");
      },
    };
    expect(auditOf(three, { rules: { "across/later": "off" } }, [bug])).toEqual([]);
    expect(auditOf(three, { ...expecting("丁"), rules: { "across/missing": "off" } }, [missing])).toEqual([]);
  });

  it("counts forms of other editions, though a rule does not see them", () => {
    const of2024: BatchRule = { ...later, editions: ["sh-2024"] };
    const found = auditOf([{ edition: "sh-2021" }, {}, { edition: "sh-2021" }, {}], NO_SETTINGS, [of2024]);
    expect(found).toMatchObject([{ form: 3, finding: { facts: { first: "1" } } }]);
  });

  it("has no more to say of a form than rules that know their forms", () => {
    const astray: BatchRule = {
      ...later,
      check: () => [{ form: 9, place: { at: "title", label: "", text: "" }, outcome: "violated", facts: {} }],
    };
    expect(auditOf(three, NO_SETTINGS, [astray])).toEqual([]);
    const unlisted: BatchRule = { ...missing, check: () => [{ expected: 9, outcome: "violated", facts: {} }] };
    expect(auditOf(three, NO_SETTINGS, [unlisted])).toMatchObject([{ expected: 9, finding: { text: "" } }]);
  });

  it("says nothing without forms and expected projects", () => {
    expect(auditOf([], NO_SETTINGS, [missing, later])).toEqual([]);
  });

  it("runs every rule of the registry when it is not told which", () => {
    const audit = openBatchAudit();
    const form = sampleForm();
    const edition = findEdition(form.edition);
    if (edition === undefined) throw new Error(form.edition);
    audit.add({ form, edition, sheet: scoreForm(form, edition) });
    expect(audit.finish()).toEqual([]);
  });
});
