/** Second tier: PDFs of ours that qpdf saved again, whole, packed and unpacked. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openDocument } from "../src/twin/open-document.ts";
import { disclosedForms, documentsOf, withPrinter } from "./printed-documents.ts";
import { readOrRefused } from "./same-form.ts";
import { tamperedPdfs } from "./tampered-pdfs.ts";

const folder = mkdtempSync(join(tmpdir(), "zpb-saved-again-"));
afterAll(() => rmSync(folder, { recursive: true }));

function savedByQpdf(bytes: Uint8Array, options: readonly string[]): Uint8Array {
  const [from, to] = [join(folder, "a.pdf"), join(folder, "b.pdf")];
  writeFileSync(from, bytes);
  execFileSync("qpdf", ["--warning-exit-0", ...options, from, to], { stdio: "ignore" });
  return readFileSync(to);
}

it.each([
  ["as it saves by itself", []],
  ["unpacked", ["--qdf"]],
  ["made for the web", ["--linearize"]],
  ["packed again", ["--object-streams=generate", "--recompress-flate"]],
])("qpdf, %s: read when nothing was changed, refused when page or data were", async (_name, options) => {
  const forms = await disclosedForms();
  const chosen = [forms[0], forms[26], forms.at(-1)].filter((form) => form !== undefined);
  await withPrinter(async (printer) => {
    for (const form of chosen) {
      const { pdf } = await documentsOf(form, printer);
      for (const { name, isHonest, bytes } of tamperedPdfs(pdf)) {
        const saved = savedByQpdf(bytes, options);
        expect(openDocument(saved)?.kind).toBe("unopened");
        const { isRead, told } = await readOrRefused(saved, form);
        expect({ name, isRead, told: isRead === isHonest ? "" : told }).toEqual({ name, isRead: isHonest, told: "" });
      }
    }
  });
});
