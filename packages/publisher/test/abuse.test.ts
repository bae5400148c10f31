/**
 * Cases 10 to 17 of the threat model, in the real reading processes: each ends in a refusal that names the file, within the
 * limits, and the file after it is read. Time is the processor's, as the limits count it: other tests run beside this one.
 * The clock gets a generous bound of its own, for what would wait without working.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeForm } from "@zipingbiao/core";
import { differences } from "../../ingest/test/compare.ts";
import { HOSTILE_ARCHIVES } from "../../ingest/test/hostile-archives.ts";
import type { HostileCase } from "../../ingest/test/hostile-case.ts";
import { HOSTILE_PDFS } from "../../ingest/test/hostile-pdfs.ts";
import { SPOILT_PDFS, TWO_ON_A_PAGE } from "../../ingest/test/hostile-pdf-text.ts";
import {
  HOSTILE_DOCUMENTS,
  SPOILT_DOCUMENTS,
  SPOILT_FORM,
  SPOILT_PAGES,
  type SpoiltCase,
} from "../../ingest/test/hostile-word.ts";
import type { SourceReader } from "../src/input/source-reader.ts";
import type { ReadOutcome } from "../src/node/reader/reader-child.ts";
import { openReaderPool } from "../src/node/reader/reader-pool.ts";
import { formatTrouble } from "../src/trouble.ts";
import { alterDocx, alterHtml, alterPdf, partsOf } from "./altered-documents.ts";
import { type Documents, disclosedForms, documentsOf, withPrinter } from "./printed-documents.ts";

const SECONDS = 3;
const CLOCK_SECONDS = 20;
const MEGABYTES = 300;
const SOUND = new Uint8Array(
  readFileSync(fileURLToPath(new URL("../../../fixtures/disclosed/jiading-2024.txt", import.meta.url))),
);

const outcomes = new Map<string, ReadOutcome>();
let reader: SourceReader;
beforeAll(() => {
  reader = openReaderPool({ onOutcome: (name, outcome) => outcomes.set(name, outcome) });
});
afterAll(() => reader.close());

async function endsInRefusal({ file, make, codes, words }: HostileCase): Promise<void> {
  const bytes = make();
  const from = performance.now();
  const hostile = reader.read(file, bytes);
  const next = reader.read("下一份.txt", SOUND);
  const { forms, problems } = await hostile;
  const clock = (performance.now() - from) / 1000;
  const told = problems.map(formatTrouble);
  const { peak = 0, worked = 0 } = outcomes.get(file) ?? {};
  expect({ forms, told }).toEqual({ forms: [], told: [expect.stringMatching(words)] });
  expect(codes).toContain(problems[0]?.code);
  expect(problems[0]?.file).toBe(file);
  expect(worked / 1000).toBeLessThan(SECONDS);
  expect(clock).toBeLessThan(CLOCK_SECONDS);
  expect(peak / 1_000_000).toBeLessThan(MEGABYTES);
  expect(peak).toBeGreaterThan(0);
  const { forms: read, problems: none } = await next;
  expect({ forms: read.length, none }).toEqual({ forms: 3, none: [] });
}

const PLACED = /^来件\.(?:docx|html|pdf)(?: 表1| 第1页|：.*部件「)/u;

/** The form comes out as it was before somebody spoilt it, is refused by its place, or asked about wherever it differs. */
async function isReadOrAsked({ file, make, isRead = false }: SpoiltCase): Promise<void> {
  const { forms, problems } = await reader.read(file, make());
  const told = problems.map(formatTrouble);
  const shifted = forms.map(encodeForm).flatMap((form) => {
    const asked = new Set(form.unreadable?.map(({ at }) => at));
    return differences(SPOILT_FORM, form).filter(({ path }) => !asked.has(path));
  });
  const refused = told.filter((text) => isRead || (forms.length === 0 && !PLACED.test(text)));
  expect({ shifted, refused }).toEqual({ shifted: [], refused: [] });
  expect(forms.length + (isRead ? 0 : told.length)).toBeGreaterThan(0);
}

describe("archives, XML and sheets (10, 11, 14)", () => {
  it.each(HOSTILE_ARCHIVES)("$name", endsInRefusal);
});

describe("Word documents and web pages (12, 13)", () => {
  it.each(HOSTILE_DOCUMENTS)("$name", endsInRefusal);

  it.each([...SPOILT_DOCUMENTS, ...SPOILT_PAGES])("$name", isReadOrAsked);
});

describe("PDF (15)", () => {
  it.each(HOSTILE_PDFS)("$name", endsInRefusal);
});

describe("PDF whose text is not what it seems (16)", () => {
  it.each(SPOILT_PDFS)("$name", isReadOrAsked);

  it("two forms on one page", async () => {
    const { forms, problems } = await reader.read("来件.pdf", TWO_ON_A_PAGE.make());
    expect(problems).toEqual([]);
    expect(forms.map((form, at) => differences(TWO_ON_A_PAGE.forms[at], encodeForm(form)))).toEqual([[], []]);
  });
});

describe("documents of ours (17)", () => {
  let one: Documents;
  let other: Documents;
  beforeAll(async () => {
    const [first, second] = await disclosedForms();
    if (first === undefined || second === undefined) throw new Error("no forms");
    [one, other] = await withPrinter(async (printer) => [
      await documentsOf(first, printer),
      await documentsOf(second, printer),
    ]);
  }, 60_000);

  it.each(["pdf", "docx", "html"] as const)("%s: read by its data as it was printed", async (format) => {
    const { forms, problems, twin } = await reader.read(`form.${format}`, one[format]);
    expect({ forms: forms.length, problems }).toEqual({ forms: 1, problems: [] });
    expect(twin).toMatch(/^[\da-f]{64}$/u);
    expect(await reader.examine(`form.${format}`, one[format])).toMatchObject({
      kind: "checked",
      checked: { problems: [] },
    });
  });

  const dataOfOther = () => new TextDecoder().decode(partsOf(other.docx).get("customXml/item1.xml"));
  it.each([
    ["P-EMBED the data of another form in docx", "docx", () => alterDocx(one.docx, "customXml/item1.xml", dataOfOther)],
    [
      "P-EMBED another figure in the text of docx",
      "docx",
      () => alterDocx(one.docx, "word/document.xml", (xml) => xml.replace(">10.00<", ">10.01<")),
    ],
    [
      "P-EMBED another figure in the text of html",
      "html",
      () => alterHtml(one.html, (html) => html.replace(">10.00<", ">10.01<")),
    ],
    [
      "P-EMBED a glyph swapped in the text of pdf",
      "pdf",
      () =>
        alterPdf(one.pdf, ({ content }) => {
          const glyphs = [...content.matchAll(/<([\dA-F]{4})[\dA-F]*> Tj/giu)].map(([, glyph = ""]) => glyph);
          const [first = "", second] = new Set(glyphs);
          return second === undefined ? undefined : content.replace(`<${first}`, `<${second}`);
        }),
    ],
  ] as const)("%s: neither is trusted", async (_name, format, alter) => {
    const file = `form.${format}`;
    const { forms, problems } = await reader.read(file, alter());
    expect({ forms, told: problems.map(formatTrouble) }).toEqual({
      forms: [],
      told: [
        expect.stringMatching(
          /^form\.\w+：文件(?:里的文字与它所带的数据不一致|所带的数据不能采信)，没有读取。.*文件里是「.*」，数据是「/u,
        ),
      ],
    });
  });
});
