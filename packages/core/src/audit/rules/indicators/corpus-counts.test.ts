/** The counts that `basis/disclosed-forms.ts` gives for the groups of indicators. */
import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { SHANGHAI_RULE_PACK } from "../../../edition/sh-rule-pack.ts";
import { DISCLOSED_FORMS } from "../../../basis/disclosed-forms.ts";
import { firstReading } from "../../../testing/first-reading.ts";
import { decodeForm } from "../../../wire/form-codec.ts";

const EXPECTED = new URL("../../../../../../fixtures/expected/", import.meta.url);
const forms = readdirSync(EXPECTED)
  .filter((file) => file.endsWith(".expected.json"))
  .flatMap((file) => firstReading(JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8"))) as unknown[])
  .map(decodeForm);
const { requiredGroups, groupsOfSubgroups } = SHANGHAI_RULE_PACK.tolerances;
const stem = (label: string) => label.replace(/指标$/u, "");

it("groups that a form has", () => {
  const having = requiredGroups.value.map(
    (group) => forms.filter((form) => form.indicators.some(({ level1 }) => level1 === group)).length,
  );
  expect([forms.length, ...having]).toEqual([49, 49, 49, 48]);
  for (const count of ["49/49", "48/49"]) expect(DISCLOSED_FORMS.requiredGroups.note).toContain(count);
});

it("rows that stand under the group of their 二级指标", () => {
  const rows = forms
    .flatMap((form) => form.indicators)
    .flatMap(({ level1, level2 }) => {
      const due = new Map(Object.entries(groupsOfSubgroups.value)).get(stem(level2));
      return due === undefined ? [] : [due.includes(stem(level1))];
    });
  const agreeing = `${rows.filter((agrees) => agrees).length}/${rows.length}`;
  expect(agreeing).toBe("519/521");
  expect(DISCLOSED_FORMS.groupsOfSubgroups.note).toContain(agreeing);
});
