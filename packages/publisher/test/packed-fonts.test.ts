/** A report whose charts need a font that is packed, compared in a reading process, which may write nothing. */
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openReaderPool } from "../src/node/reader/reader-pool.ts";
import { alterDocx } from "./altered-documents.ts";
import { disclosedSources, reportOf, withPrinter } from "./printed-documents.ts";

/** Only the lending font has it. */
const RARE = "\u{2A6DE}";

const reader = openReaderPool();
let docx: Uint8Array;
beforeAll(async () => {
  const sources = (await disclosedSources()).slice(0, 2).map((source) => ({
    ...source,
    // Bars name projects by the beginning of their names.
    form: { ...source.form, projectName: `${RARE}${source.form.projectName}` },
  }));
  ({ docx } = await withPrinter((printer) => reportOf(sources, printer)));
}, 60_000);
afterAll(() => reader.close());

const foldersOfFonts = () => readdirSync(tmpdir()).filter((name) => name.startsWith("zpb-plain-fonts-"));

it("is drawn as it was, so that every picture is compared, and nothing stays behind", async () => {
  const before = foldersOfFonts();
  const own = openReaderPool();
  try {
    const examined = await own.examine("report.docx", docx);
    expect(examined).toMatchObject({ kind: "checked", checked: { problems: [], isCompared: true } });
    expect(foldersOfFonts().length).toBeGreaterThan(before.length);
  } finally {
    await own.close();
  }
  expect(foldersOfFonts()).toEqual(before);
});

it("is refused when a picture was changed", async () => {
  const altered = alterDocx(docx, "word/document.xml", (xml) => xml.replace(/descr="[^"]*"/u, 'descr="改过"'));
  const examined = await reader.examine("report.docx", altered);
  expect(examined).toMatchObject({ kind: "checked", checked: { isCompared: true } });
  expect(examined.kind === "checked" && examined.checked.problems.length).toBeGreaterThan(0);
});
