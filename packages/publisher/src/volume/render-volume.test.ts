import { findEdition } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import { PrintFailure, type PrintJob, type Printer, loadTemplates } from "@zipingbiao/renderer";
import { describe, expect, it } from "vitest";
import { PLAIN_ARRANGEMENT } from "./arrange-volume.ts";
import { renderVolume } from "./render-volume.ts";

const edition = findEdition("sh-2024");
const templates = loadTemplates();

/** A printer that has no glyph for 𠮷, and says on which page everything stands. */
function printerOf(jobs: PrintJob[]): Printer {
  return {
    versions: { browser: "", fonts: [], fontSet: "" },
    print: (job) => {
      jobs.push(job);
      if (job.html.includes("𠮷")) {
        const words = { what: "缺字", why: "没有 𠮷", next: "换字体" };
        return Promise.reject(new PrintFailure("print/missing-glyph", words));
      }
      return Promise.resolve({ bytes: new Uint8Array(), pages: 9, pageOf: new Map([["form-1", 7]]), fonts: [] });
    },
    close: () => Promise.resolve(),
  };
}

async function render(projectName: string, unpublishedName: string, formats: readonly ("pdf" | "docx" | "html")[]) {
  if (edition === undefined) throw new Error("unknown edition");
  const jobs: PrintJob[] = [];
  const forms = [{ form: sampleForm({ projectName }), edition }];
  const names = { number: 2, projectName: unpublishedName, implementingUnit: "某单位", fiscalYear: 2024 };
  const unpublished = [{ ...names, kind: "blocked" as const, rules: [] }];
  const parts = { templates, printer: () => Promise.resolve(printerOf(jobs)) };
  return { jobs, documents: await renderVolume({ forms, unpublished }, PLAIN_ARRANGEMENT, formats, parts) };
}

describe("renderVolume", () => {
  it("prints once for PDF and Word together, once for Word alone, and not at all for a web page", async () => {
    expect((await render("甲", "乙", ["pdf", "docx", "html"])).jobs).toHaveLength(1);
    expect((await render("甲", "乙", ["docx"])).jobs).toHaveLength(1);
    expect((await render("甲", "乙", ["html"])).jobs).toEqual([]);
  });

  it("is not held back by a name that cannot be printed of a form that is not in it", async () => {
    const { jobs, documents } = await render("甲", "𠮷", ["pdf"]);
    expect(documents).toHaveLength(1);
    expect(jobs.at(-1)?.html).toContain("&lt;U+20BB7&gt;");
  });

  it("fails by name when a form in it cannot be printed", async () => {
    await expect(render("𠮷", "乙", ["pdf"])).rejects.toMatchObject({ code: "print/missing-glyph" });
  });
});
