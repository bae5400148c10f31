/** Second tier: the PDFs of all disclosed forms and of their volume, read by poppler and qpdf. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Printer, loadTemplates, openPrinter, renderPage } from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedVolume, laidVolume, printVolume } from "./disclosed-volume.ts";
import { missingFrom } from "./read-pdf.ts";

const folder = mkdtempSync(join(tmpdir(), "zpb-pdf-interop-"));
const templates = loadTemplates();
const forms = disclosedForms();
const SOUND = { sound: true, tagged: true, hasFonts: true, otherFonts: [], missing: [], stray: [] };

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

describe("is sound, tagged, set in embedded TrueType fonts, and gives every cell back:", () => {
  it.each(forms)("$source, form $number", async ({ source, number, view }) => {
    const page = renderPage(templates, view);
    expect(lookAt(`${source}-${number}`, (await printer.print(page)).bytes, page.texts)).toEqual(SOUND);
  });

  it("the volume of all of them", async () => {
    const page = renderPage(templates, disclosedVolume(forms, true));
    const { bytes } = await printVolume(printer, laidVolume(templates, forms, true));
    expect(lookAt("volume", bytes, page.texts)).toEqual(SOUND);
  });
});

/** What other readers see in the printed view. */
function lookAt(name: string, bytes: Uint8Array, texts: readonly string[]) {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  const fonts = run("pdffonts", file).split("\n").slice(2).filter(Boolean);
  return {
    sound: run("qpdf", "--check", file).includes("No syntax or stream encoding errors found"),
    tagged: /Tagged: +yes/u.test(run("pdfinfo", file)),
    hasFonts: fonts.length > 0,
    otherFonts: fonts.filter((font) => !/CID TrueType +Identity-H +yes yes yes/u.test(font)),
    stray: strayHeadings(run("pdfinfo", "-struct-text", file)),
    missing: missingFrom(run("pdftotext", "-raw", file, "-"), texts),
  };
}

/** Headings that a cell of the tag tree names though they stand behind it; and whether headings say what they rule. */
function strayHeadings(tags: string): string[] {
  const known = new Set<string>();
  const wrong: string[] = [];
  for (const [, heading, ids] of tags.matchAll(/^ *TH <(node\d+)>|^ *\/Headers \[(.*)\]$/gm)) {
    if (heading !== undefined) known.add(heading);
    for (const [, id] of (ids ?? "").matchAll(/\((node\d+)\)/g)) if (!known.has(id ?? "")) wrong.push(id ?? "");
  }
  if (!/^ *\/Scope \/Column$/m.test(tags) || !/^ *\/Scope \/Row$/m.test(tags)) wrong.push("no scope");
  return wrong;
}

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
}
