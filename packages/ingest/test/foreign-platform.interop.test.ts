/** Second tier: a platform's workbooks, printed to PDF and saved as pages by LibreOffice. All 49 forms, field by field. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type WireForm, encodeForm } from "@zipingbiao/core";
import { firstReading, formatDifference } from "@zipingbiao/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readForms } from "../src/index.ts";
import { differences } from "./compare.ts";
import { EXPORTED, platformSheet } from "./foreign-platform.ts";
import { workbookOf } from "./layout-xlsx.ts";

const EXPECTED = new URL("../../../fixtures/expected/", import.meta.url);
const FORMS = readdirSync(EXPECTED)
  .filter((name) => name.endsWith(".expected.json"))
  .flatMap((file) => {
    const forms = firstReading(JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8"))) as WireForm[];
    return forms.map((form, at) => ({ name: `${file.replace(".expected.json", "")}-${at + 1}`, form }));
  });

const isMissing = spawnSync("soffice", ["--version"]).status !== 0;
if (isMissing) console.warn("LibreOffice (soffice) is not installed: NOTHING of this file was tested.");

describe.skipIf(isMissing)("a platform's workbook", () => {
  const folder = mkdtempSync(join(tmpdir(), "zpb-platform-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(async () => {
    for (const { name, form } of FORMS)
      writeFileSync(join(folder, `${name}.xlsx`), await workbookOf([platformSheet("导出结果", [form], EXPORTED)]));
    const files = FORMS.map(({ name }) => join(folder, `${name}.xlsx`));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    for (const to of ["pdf:calc_pdf_Export", "html:HTML (StarCalc)", "xlsx:Calc MS Excel 2007 XML"]) {
      const target = ["--convert-to", to, "--outdir", join(folder, to.split(":")[0] ?? "")];
      execFileSync("soffice", [profile, "--headless", ...target, ...files], { stdio: "ignore", timeout: 200_000 });
    }
  }, 300_000);

  it.each(["pdf", "html", "xlsx"])("as %s", async (ending) => {
    const wrong: string[] = [];
    for (const { name, form } of FORMS) {
      const bytes = readFileSync(join(folder, ending, `${name}.${ending}`));
      const { forms, problems } = await readForms({ name: "来件", bytes });
      wrong.push(...problems.map(({ what, why }) => `${name}: ${what}${why}`));
      const [read] = forms;
      if (read === undefined) continue;
      wrong.push(...differences(form, encodeForm(read)).map((each) => formatDifference(name, each)));
    }
    expect(wrong).toEqual([]);
  });
});
