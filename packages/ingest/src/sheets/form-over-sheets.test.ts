import { type SelfEvaluationForm, encodeForm } from "@zipingbiao/core";
import type { WriteSheet } from "hucre/xlsx";
import { expect, it } from "vitest";
import { differences } from "../../test/compare.ts";
import { layOut, workbookOf } from "../../test/layout-xlsx.ts";
import { randomForm } from "../../test/random-form.ts";
import { type ReadResult, readForms } from "../index.ts";

const FORM = randomForm(3, "sh-2024");
const SHEET = layOut("表", [FORM]);
/** Row of the captions of the indicators, counted from 0. */
const HEAD_ROW = 11;
const read = (bytes: Uint8Array): Promise<ReadResult> => readForms({ name: "表.xlsx", bytes });

/** Some rows of the sheet as a sheet of their own. */
function partOf(name: string, from: number, to: number): WriteSheet {
  const cells = [...(SHEET.cells ?? [])].flatMap(([place, cell]) => {
    const [row = "0", column = "0"] = place.split(",");
    const at = Number.parseInt(row, 10);
    return at >= from && at < to ? [[`${at - from},${column}`, cell] as const] : [];
  });
  const merges = (SHEET.merges ?? [])
    .filter(({ startRow, endRow }) => startRow >= from && endRow < to)
    .map((merge) => ({ ...merge, startRow: merge.startRow - from, endRow: merge.endRow - from }));
  return { name, rows: (SHEET.rows ?? []).slice(from, to), merges, cells: new Map(cells) };
}

it("a form that has not ended goes on in the next sheet", async () => {
  const rest = partOf("指标", HEAD_ROW, (SHEET.rows ?? []).length);
  const { forms, problems } = await read(await workbookOf([partOf("基本情况", 0, HEAD_ROW), rest]));
  expect(problems).toEqual([]);
  expect(differences(FORM, encodeForm(forms[0] as SelfEvaluationForm))).toEqual([]);
  expect(forms[0]?.origin["indicators[0].name"]?.sheet).toBe("指标");
});

it("a form that never ends is refused, whatever sheet follows", async () => {
  const aside = { name: "说明", rows: [["请如实填报。"]] };
  const { forms, problems } = await read(await workbookOf([partOf("基本情况", 0, HEAD_ROW), aside]));
  expect([forms, problems.map(({ code }) => code)]).toEqual([[], ["unrecognised-layout"]]);
});
