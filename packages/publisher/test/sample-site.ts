/** Sites of disclosed forms, of many forms and of hostile ones, in a folder of their own, without printing anything. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type SelfEvaluationForm, decodeForm, findEdition, scoreForm, summarise } from "@zipingbiao/core";
import { loadTemplates } from "@zipingbiao/renderer";
import type { WrittenFile } from "../src/batch/store.ts";
import { sumsOf } from "../src/report/summarise-forms.ts";
import { publishSite } from "../src/site/publish-site.ts";
import type { SiteForm, SiteSource } from "../src/site/site-source.ts";

const EXPECTED = new URL("../../../fixtures/expected/", import.meta.url);

/** The 49 disclosed forms, in the order of their files. */
export function expectedForms(): readonly SelfEvaluationForm[] {
  return readdirSync(EXPECTED)
    .filter((name) => name.endsWith(".expected.json"))
    .toSorted()
    .flatMap((name) =>
      (JSON.parse(readFileSync(new URL(name, EXPECTED), "utf8"), firstReading) as unknown[]).map(decodeForm),
    );
}

/** Where the source does not settle a field, every reading is listed; any of them makes a form. */
function firstReading(_key: string, value: unknown): unknown {
  const readings = (value as { readonly oneOf?: readonly unknown[] } | null)?.oneOf;
  return readings === undefined ? value : readings[0];
}

export const file = (path: string): WrittenFile => ({
  path,
  bytes: 12_345,
  sha256: "ab".repeat(32),
  sm3: "cd".repeat(32),
});

/** A source of forms as they come, each with documents that are only named. */
export function siteSource(forms: readonly SelfEvaluationForm[], change: Partial<SiteSource> = {}): SiteSource {
  const heads = forms.map((form, at): SiteForm => {
    const folder = `forms/单位/${String(at + 1).padStart(2, "0")}-项目`;
    const stems = form.revision === undefined ? ["form"] : ["form", "更正说明"];
    const documents = stems.flatMap((stem) =>
      ["pdf", "docx", "html"].map((format) => file(`${folder}/${stem}.${format}`)),
    );
    return {
      form,
      number: at + 1,
      folder,
      errors: 0,
      waived: [],
      masked: [],
      files: [...documents, file(`${folder}/form.json`)],
    };
  });
  return {
    forms: heads,
    open(at) {
      const form = forms[at];
      if (form === undefined) throw new Error(`no form ${at}`);
      return form;
    },
    sums: sampleSums(forms),
    unpublished: [],
    shared: [file("volume/汇编.pdf"), file("report/汇总报告.docx"), file("data/projects.csv"), file("data/forms.xlsx")],
    ...change,
  };
}

export function sampleSums(forms: readonly SelfEvaluationForm[]): SiteSource["sums"] {
  const entries = forms.map((form, at) => {
    const edition = findEdition(form.edition);
    if (edition === undefined) throw new Error(`unknown edition ${form.edition}`);
    return { key: String(at), form, edition, sheet: scoreForm(form, edition), findings: [] };
  });
  return sumsOf(summarise(entries));
}

/**
 * Writes the site of a source into a new folder below the system's temporary one, which the caller removes; `keep` leaves
 * out files that a test does not open.
 */
export async function writeSite(
  source: SiteSource,
  keep: (path: string) => boolean = () => true,
): Promise<{ readonly folder: string; readonly files: readonly WrittenFile[] }> {
  const folder = mkdtempSync(join(tmpdir(), "zpb-site-"));
  const output = {
    write(path: string, content: Uint8Array | string): Promise<WrittenFile> {
      if (keep(path)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      return Promise.resolve(file(path));
    },
  };
  return { folder, files: await publishSite(source, output, loadTemplates()) };
}
