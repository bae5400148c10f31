/** Second tier: LibreOffice computes the fill-in workbooks; what it shows is what core computes. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  COMPUTED_CELLS,
  EDITIONS,
  LIST_HEAD_ROWS,
  encodeForm,
  projectColumns,
  publishedForm,
  textAt,
} from "@zipingbiao/core";
import { readForms } from "@zipingbiao/ingest";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readSource } from "../src/input/read-source.ts";
import { makeTemplate } from "../src/make-template.ts";
import { renderForm } from "../src/render-form.ts";
import { disclosedForms, templates } from "./printed-documents.ts";
import { fillForm, fillLists, projectFill } from "./project-fill.ts";

const folder = mkdtempSync(join(tmpdir(), "zpb-template-interop-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(EDITIONS)("the fill-in workbooks of $id", (edition) => {
  it("compute in LibreOffice what core computes: 600 projects in lists", async () => {
    const template = await makeTemplate(edition, "rows");
    const books = fc
      .sample(fc.array(projectFill(edition), { minLength: 100, maxLength: 100 }), { numRuns: 6, seed: 7 })
      .map((fills) => fillLists(template, edition, fills));
    const shown = shownBy(books, `${edition.id}-rows`);
    let figures = 0;
    for (const [at, book] of books.entries()) {
      const { forms, problems } = await readForms({ name: "rows.xlsx", bytes: book });
      expect(problems).toEqual([]);
      expect(forms.length).toBe(100);
      for (const [row, form] of forms.entries()) {
        const columns = projectColumns(edition);
        for (const path of COMPUTED_CELLS.filter((name) => columns.some((column) => column.at === name))) {
          const text = shown[at]?.[LIST_HEAD_ROWS + row]?.[columns.findIndex((column) => column.at === path)] ?? "";
          expect({ path, row, text: figureIn(text) }).toEqual({ path, row, text: figureIn(textAt(form, path)) });
          if (text !== "") figures += 1;
        }
      }
    }
    expect(figures).toBeGreaterThan(4000);
  });

  it("compute in LibreOffice what core computes: 24 forms, read again as LibreOffice saved them", async () => {
    const template = await makeTemplate(edition, "form");
    const books = fc
      .sample(projectFill(edition), { numRuns: 24, seed: 11 })
      .map((fill) => fillForm(template, edition, fill));
    const saved = savedBy(books, `${edition.id}-form`);
    const shown = shownBy(books, `${edition.id}-form`);
    for (const [at, bytes] of books.entries()) {
      const mine = (await readForms({ name: "form.xlsx", bytes })).forms[0];
      const again = (await readForms({ name: "form.xlsx", bytes: saved[at] ?? bytes })).forms[0];
      expect(mine?.unreadable).toEqual([]);
      // A saved result that differs from what core computes would be told.
      expect(again).toEqual(mine);
      const total = shown[at]?.find((row) => row.includes(edition.captions.total)) ?? [];
      expect(total.filter((text) => /^[\d.,]+$/u.test(text)).map(figureIn)).toEqual(
        [mine?.totalWeight, mine?.totalScore].map((cell) => (cell?.kind === "read" ? figureIn(cell.text) : "")),
      );
    }
  });

  it("show nothing before anything is filled in, but the points of the execution rate", async () => {
    const blank = shownBy(
      [await makeTemplate(edition, "form"), await makeTemplate(edition, "rows")],
      `${edition.id}-blank`,
    );
    const [form = [], rows = []] = blank;
    const points = edition.executionWeight.value.points.toFixed(2);
    expect(form.flat().filter((text) => /\d|#|FALSE|TRUE|Err/u.test(text))).toEqual([points]);
    expect(
      rows
        .slice(LIST_HEAD_ROWS)
        .flat()
        .filter((text) => text !== ""),
    ).toEqual([]);
  });
});

describe("a form as a sheet", () => {
  it("is the same form when LibreOffice has saved it, which drops its data", async () => {
    const forms = await disclosedForms();
    const sheets = await Promise.all(
      forms.map(async (form) => {
        const edition = EDITIONS.find(({ id }) => id === form.edition);
        if (edition === undefined) throw new Error("no edition");
        const [sheet] = await renderForm(form, edition, ["xlsx"], {
          templates,
          printer: () => Promise.reject(new Error("a sheet is not printed")),
        });
        return sheet?.bytes ?? new Uint8Array();
      }),
    );
    for (const [at, bytes] of savedBy(sheets, "sheets").entries()) {
      const { forms: read, problems, twin } = await readSource("form.xlsx", bytes, () => templates);
      expect([problems, twin]).toEqual([[], undefined]);
      expect(read.map((form) => encodeForm(publishedForm(form)))).toEqual(
        [forms[at]].flatMap((form) => form ?? []).map(encodeForm),
      );
    }
  });
});

/** Opens the workbooks and writes them in another format; names of the new files. */
function converted(books: readonly Uint8Array[], name: string, format: string, ending: string): string[] {
  const files = books.map((bytes, at) => {
    const file = join(folder, `${name}-${at}.xlsx`);
    writeFileSync(file, bytes);
    return file;
  });
  const out = join(folder, `${name}-${ending}`);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", format, "--outdir", out, ...files], {
    stdio: "ignore",
  });
  return files.map((_, at) => join(out, `${name}-${at}.${ending}`));
}

/** What the first sheet shows, row by row, as LibreOffice shows it. */
function shownBy(books: readonly Uint8Array[], name: string): string[][][] {
  return converted(books, name, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "csv").map((file) =>
    rowsOfCsv(readFileSync(file, "utf8")),
  );
}

function savedBy(books: readonly Uint8Array[], name: string): Uint8Array[] {
  return converted(books, name, "xlsx", "xlsx").map((file) => readFileSync(file));
}

function rowsOfCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === "\n") rows.push([]);
  }
  return rows;
}

/** 1,234.50% and 1234.5 are one figure. */
function figureIn(text: string): string {
  const plain = text.replaceAll(",", "").replace(/%$/u, "");
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? plain.replace(/(\.\d*?)0+$/u, "$1").replace(/\.$/u, "") : text;
}
