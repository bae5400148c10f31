/** The workbook of the open data as LibreOffice opens it: every text a text, every amount the number that was printed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { streamWorkbook } from "@zipingbiao/renderer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataWorkbook } from "../src/open-data/data-workbook.ts";
import { dataForms, gated } from "./data-forms.ts";
import { convertAll, hasOffice } from "./foreign/office.ts";

const HOSTILE = [
  '=HYPERLINK("http://example.invalid","点")',
  "+1+1",
  "-1+1",
  "@SUM(A1:A9)",
  "＝1+1",
  "001",
  "1E5",
  "100%",
];
const FORMS = dataForms(
  gated(HOSTILE.map((text, at) => ({ projectName: `项目${at}`, "indicators[0].deviationNote": text }))),
);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zpb-data-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!hasOffice())("forms.xlsx", () => {
  it("opens with four sheets, without a formula, and to the last digit", () => {
    const file = join(folder, "forms.xlsx");
    writeFileSync(file, Buffer.concat([...streamWorkbook(dataWorkbook(FORMS, []))]));
    const opened = readFileSync(join(convertAll([file], { to: "fods" }, folder, "opened"), "forms.fods"), "utf8");
    expect(opened.match(/(?<=<table:table table:name=")[^"]*/gu)).toEqual(["项目", "指标", "未公开的项目", "字段说明"]);
    expect(opened).not.toMatch(/table:formula=|xlink:href="http/u);
    const shown = opened.replaceAll(/>\s+</gu, "><").replaceAll("&quot;", '"');
    for (const text of HOSTILE)
      expect(shown).toContain(`office:value-type="string" calcext:value-type="string"><text:p>${text}</text:p>`);
    const amounts = shown.match(/office:value="3080000"[^>]*><text:p>3,080,000\.00</gu) ?? [];
    expect(amounts).toHaveLength(FORMS.length);
  });
});
