import { encodeForm } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { loadTemplates, renderDocx, renderPage, viewRows } from "../src/index.ts";
import { disclosedForms, inventedForms } from "./disclosed-forms.ts";
import { partOf } from "./word-xml.ts";

/** Two forms of each edition: a plain one, and one with much text or many rows. */
const SAMPLES: readonly (readonly [source: string, number: number])[] = [
  ["jiading-2024", 2],
  ["minhang-2024-a", 2],
  ["shanghai-bdc-2021", 1],
  ["shanghai-bdc-2021", 6],
  ["data-platform-2022", 1],
  ["machine-room-2019", 1],
];

const forms = [...disclosedForms(), ...inventedForms()];
const templates = loadTemplates();

describe.each(SAMPLES)("%s, form %i", (source, number) => {
  const sample = forms.find((each) => each.source === source && each.number === number);
  if (sample === undefined) throw new Error(`no such form: ${source} ${number}`);
  const { form, view } = sample;
  const folder = `../../../fixtures/forms/${form.edition}/${source}-${number}`;
  const page = renderPage(templates, view);

  it("is the form that it was", async () => {
    await expect(`${JSON.stringify(encodeForm(form), null, 2)}\n`).toMatchFileSnapshot(`${folder}/form.json`);
  });

  it("shows the texts that it did", async () => {
    const rows = viewRows(view).map((row) => row.map((text) => text.replaceAll("\n", "⏎")).join(" | "));
    await expect(`${rows.join("\n")}\n`).toMatchFileSnapshot(`${folder}/view.txt`);
  });

  it("is laid out as it was in HTML", async () => {
    await expect(page.html).toMatchFileSnapshot(`${folder}/form.html`);
  });

  it("is laid out as it was in Word", async () => {
    const document = partOf(await renderDocx(page), "word/document.xml");
    const lines = document.replaceAll(/(?=<w:(?:tbl|tr|tc|p|sectPr)>)/g, "\n");
    await expect(`${lines}\n`).toMatchFileSnapshot(`${folder}/document.xml`);
  });
});
