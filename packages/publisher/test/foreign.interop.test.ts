/**
 * Second tier: documents that LibreOffice makes, of our own page and of a page by somebody else. Every field of all 49
 * disclosed forms must come back; what fails is named by document, form and field.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Edition, type WireForm, decodeForm, encodeForm, findEdition } from "@zipingbiao/core";
import { differences, formatDifference } from "@zipingbiao/core/testing";
import { readForms } from "@zipingbiao/ingest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderForm } from "../src/render-form.ts";
import { type NamedForm, disclosedWire, fileOf } from "./foreign/disclosed-wire.ts";
import { type Conversion, convertAll, hasOffice } from "./foreign/office.ts";
import { plainPage } from "./foreign/plain-page.ts";
import { templates } from "./printed-documents.ts";

const folder = mkdtempSync(join(tmpdir(), "zpb-foreign-"));
const FORMS = disclosedWire();
afterAll(() => rmSync(folder, { recursive: true }));

/** What is read, and the conversions that lead to it from a page. */
const KINDS: Readonly<Record<string, readonly Conversion[]>> = {
  "page saved again": [{ open: "HTML (StarWriter)", to: "html:HTML (StarWriter)" }],
  "Word document": [{ open: "HTML (StarWriter)", to: "docx:MS Word 2007 XML" }],
  workbook: [{ open: "HTML (StarCalc)", to: "xlsx:Calc MS Excel 2007 XML" }],
  "page of a workbook": [
    { open: "HTML (StarCalc)", to: "xlsx:Calc MS Excel 2007 XML" },
    { to: "html:HTML (StarCalc)" },
  ],
  "PDF of a page": [{ open: "HTML (StarWriter)", to: "pdf:writer_pdf_Export" }],
  "PDF of a Word document": [
    { open: "HTML (StarWriter)", to: "docx:MS Word 2007 XML" },
    { to: "pdf:writer_pdf_Export" },
  ],
};

interface Original {
  readonly name: string;
  readonly forms: readonly NamedForm[];
  readonly bytes: Uint8Array;
}

async function ownPage({ form }: NamedForm): Promise<Uint8Array> {
  const [page] = await renderForm(decodeForm(form), editionOf(form), ["html"], {
    templates,
    printer: () => Promise.reject(new Error("a page needs no browser")),
  });
  if (page === undefined) throw new Error("not rendered");
  return page.bytes;
}

function editionOf({ edition }: WireForm): Edition {
  const found = findEdition(edition);
  if (found === undefined) throw new Error(`no edition ${edition}`);
  return found;
}

const ORIGINALS: Readonly<Record<string, () => Promise<readonly Original[]>>> = {
  "our page": () =>
    Promise.all(FORMS.map(async (named) => ({ name: named.name, forms: [named], bytes: await ownPage(named) }))),
  "somebody's table": () =>
    Promise.resolve(FORMS.map((named) => ({ name: named.name, forms: [named], bytes: plainPage([named.form]) }))),
  "somebody's tables, all of a publisher in one file": () => Promise.resolve(byPublisher()),
  // Their rows are cut at the ends of twice as many pages.
  "somebody's tables in one file, on small paper": () => Promise.resolve(byPublisher("18cm 20cm")),
};

function byPublisher(size?: string): readonly Original[] {
  return [...Map.groupBy(FORMS, fileOf)].map(([name, forms]) => ({
    name,
    forms,
    bytes: plainPage(
      forms.map(({ form }) => form),
      size,
    ),
  }));
}

/** What is not exact, by form and field; of a form that was not read, why. */
async function wrongIn(original: Original, file: string, kind: string): Promise<readonly string[]> {
  const { forms, problems } = await readForms({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) });
  const told = problems.map(({ what, why }) => `${original.name}: ${what}${why}`);
  if (forms.length !== original.forms.length)
    return [...told, `${original.name}: ${forms.length} forms of ${original.forms.length}`];
  const wrong = original.forms.flatMap(({ name, form }, at) => {
    const read = forms[at];
    // Formulas are told once for a form, with the cells that they stand in.
    const isTold = read?.unreadable.some(({ reason }) => /公式|等号/u.test(reason)) === true;
    return differences(form, read === undefined ? undefined : encodeForm(read))
      .filter(({ want, got }) => !isToldFormula(original, kind, want, isTold || isResult(got)))
      .map((each) => formatDifference(name, each));
  });
  return [...told, ...wrong];
}

/**
 * Calc takes `=100.00(%)` in a page of ours for a formula, drops the zeros and shows what it computed, so nobody can read
 * them; the place must be told, or show the result itself. Of a page that marks its cells as text Calc keeps every character.
 */
function isToldFormula(original: Original, kind: string, want: unknown, isTold: boolean): boolean {
  const isOurs = original.bytes === OWN_BYTES.get(original.name);
  return isTold && isOurs && kind.includes("workbook") && typeof want === "string" && want.startsWith("=");
}
const isResult = (text: unknown): boolean => typeof text === "string" && /^(?:#VALUE!|Err:\d+|100\.00%)$/u.test(text);
const OWN_BYTES = new Map<string, Uint8Array>();

/** Through all steps; what begins with the same steps is made once. */
function converted(
  files: readonly string[],
  steps: readonly Conversion[],
  place: string,
  made: Map<string, readonly string[]>,
): readonly string[] {
  const last = steps.at(-1);
  if (last === undefined) return files;
  const key = JSON.stringify(steps);
  const known = made.get(key);
  if (known !== undefined) return known;
  const before = converted(files, steps.slice(0, -1), place, made);
  const target = convertAll(before, last, place, String(made.size));
  const ending = last.to.split(":")[0] ?? "";
  const now = before.map((file) => join(target, `${basename(file).replace(/\.\w+$/u, "")}.${ending}`));
  made.set(key, now);
  return now;
}

describe.skipIf(!hasOffice()).each(Object.entries(ORIGINALS))("%s", (source, make) => {
  let originals: readonly Original[];
  const files = new Map<string, readonly string[]>();
  const made = new Map<string, readonly string[]>();
  const place = join(folder, source.replaceAll(/[^a-z]+/gu, "-"));

  beforeAll(async () => {
    originals = await make();
    if (source === "our page") for (const { name, bytes } of originals) OWN_BYTES.set(name, bytes);
    mkdirSync(join(place, "originals"), { recursive: true });
    const written = originals.map(({ name, bytes }) => {
      const file = join(place, "originals", `${name}.html`);
      writeFileSync(file, bytes);
      return file;
    });
    files.set("page", written);
    for (const [kind, steps] of Object.entries(KINDS)) files.set(kind, converted(written, steps, place, made));
  }, 300_000);

  it.each(["page", ...Object.keys(KINDS)])("%s: every field of the 49 forms", async (kind) => {
    const wrong: string[] = [];
    for (const [at, original] of originals.entries())
      wrong.push(...(await wrongIn(original, files.get(kind)?.[at] ?? "", kind)));
    expect(wrong).toEqual([]);
  });
});
