/** Second tier: the data in our documents through qpdf, poppler and LibreOffice. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { SelfEvaluationForm } from "@zipingbiao/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publishedText } from "../src/batch/published-form.ts";
import { readSource } from "../src/input/read-source.ts";
import type { DocumentFormat } from "../src/render-form.ts";
import { alterDocx } from "./altered-documents.ts";
import { disclosedForms, documentsOf, templates, withPrinter } from "./printed-documents.ts";

const folder = mkdtempSync(join(tmpdir(), "zpb-twin-interop-"));
let printed: { form: SelfEvaluationForm; documents: Readonly<Record<DocumentFormat, Uint8Array>> }[];
beforeAll(async () => {
  const forms = await disclosedForms();
  printed = await withPrinter(
    async (printer) =>
      await Promise.all(forms.map(async (form) => ({ form, documents: await documentsOf(form, printer) }))),
  );
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

it("qpdf has nothing against any PDF, and poppler gives the data back to the letter", () => {
  for (const [at, { form, documents }] of printed.entries()) {
    const file = join(folder, `${at}.pdf`);
    writeFileSync(file, documents.pdf);
    execFileSync("qpdf", ["--check", file]);
    execFileSync("pdfdetach", ["-save", "1", "-o", join(folder, "form.json"), file]);
    expect(readFileSync(join(folder, "form.json"), "utf8")).toBe(publishedText(form));
  }
});

/** What LibreOffice makes of a Word document when it saves it as one. */
function savedAgain(docx: Uint8Array): Uint8Array {
  writeFileSync(join(folder, "a.docx"), docx);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", join(folder, "out")];
  execFileSync("soffice", [profile, "--headless", ...target, join(folder, "a.docx")]);
  return readFileSync(join(folder, "out/a.docx"));
}

it("LibreOffice keeps the data when it saves a form, and an edit made there is named", async () => {
  const [one] = printed;
  if (one === undefined) throw new Error("no forms");
  const { forms, problems } = await readSource("a.docx", savedAgain(one.documents.docx), () => templates);
  expect({ problems, name: forms[0]?.projectName }).toEqual({ problems: [], name: one.form.projectName });
  const edited = alterDocx(one.documents.docx, "word/document.xml", (xml) => xml.replace(">10.00<", ">10.01<"));
  expect(await readSource("a.docx", savedAgain(edited), () => templates)).toMatchObject({
    forms: [],
    problems: [{ code: "twin/text", why: "年度资金总额 · 分数：文件里是「10.01」，数据是「10.00」" }],
  });
}, 120_000);
