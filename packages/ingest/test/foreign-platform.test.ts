/** The disclosed forms as a finance platform would export them. */
import { readFileSync, readdirSync } from "node:fs";
import { type SelfEvaluationForm, type WireForm, encodeForm } from "@zipingbiao/core";
import { firstReading } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { type ReadResult, readForms } from "../src/index.ts";
import { differences } from "./compare.ts";
import { EXPORTED, type PlatformStyle, platformSheet, sheetName } from "./foreign-platform.ts";
import { workbookOf } from "./layout-xlsx.ts";

const FOLDER = new URL("../../../fixtures/expected/", import.meta.url);
const SETS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".expected.json"))
  .map((name) => firstReading(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))) as WireForm[]);
const ALL = SETS.flat();

const STYLES: Readonly<Record<string, PlatformStyle>> = {
  "codes hidden, unit in its own row, a foot": EXPORTED,
  "blank spacers between the columns": { ...EXPORTED, isSpaced: true },
  "labels in every row": { ...EXPORTED, repeatsLabels: true },
  "nothing hidden": { ...EXPORTED, isCoded: false, isSpaced: true, hasUnitRow: false },
  "no foot": { ...EXPORTED, isSigned: false },
};

function expectExact(wanted: readonly WireForm[], { forms, problems }: ReadResult): void {
  expect(problems).toEqual([]);
  expect(forms).toHaveLength(wanted.length);
  const wrong = wanted.flatMap((form, at) =>
    differences(form, encodeForm(forms[at] as SelfEvaluationForm)).map((each) => ({ form: form.projectName, ...each })),
  );
  expect(wrong).toEqual([]);
  expect(forms.flatMap(({ unreadable }) => unreadable)).toEqual([]);
}

describe.each(Object.entries(STYLES))("a platform's export, %s", (_name, style) => {
  const read = async (sheets: Parameters<typeof workbookOf>[0]) =>
    await readForms({ name: "导出.xlsx", bytes: await workbookOf(sheets) });

  it("one sheet a form, named by the project: every field of the 49", async () => {
    const result = await read(ALL.map((form, at) => platformSheet(sheetName(form.projectName, at), [form], style)));
    expectExact(ALL, result);
    expect([...new Set(result.forms.map(({ projectCode }) => projectCode))]).toEqual([
      style.isSigned ? "31010024T000000100001" : undefined,
    ]);
    const texts = new Set(result.forms.flatMap(({ leftovers }) => leftovers.map(({ text }) => text)));
    const told = [...texts].filter((text) => !/^（隐藏的[行列]）/u.test(text));
    expect(told.toSorted()).toEqual(
      [
        ...(style.hasUnitRow ? ["单位：万元", "单位：元"] : []),
        ...(style.isSigned ? ["填报人：", "联系电话：", "填报日期：2025年3月10日"] : []),
      ].toSorted(),
    );
  });

  it("all forms of a publisher below each other", async () => {
    for (const forms of SETS) expectExact(forms, await read([platformSheet("导出结果", forms, style)]));
  });
});
