import { findEdition } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import { type BookPart, PrintFailure, type Printer, loadTemplates } from "@zipingbiao/renderer";
import { describe, expect, it } from "vitest";
import { PLAIN_ARRANGEMENT } from "./arrange-volume.ts";
import { renderVolumes } from "./render-volume.ts";

const edition = findEdition("sh-2024");
const templates = loadTemplates();

/** A printer that has no glyph for 𠮷, and says on which page everything stands. */
function printerOf(printed: BookPart[][]): Printer {
  return {
    browser: () => Promise.resolve(""),
    rest: () => Promise.resolve(),
    versions: { fonts: [], fontSet: "" },
    print: () => Promise.reject(new Error("a volume is a book")),
    printBook: ({ front, chunks, back }) => ({
      pieces: (async function* () {
        const parts = [front, ...chunks, ...(back === undefined ? [] : [back])];
        printed.push(parts);
        await Promise.resolve();
        for (const { blocks } of parts) {
          if (JSON.stringify(blocks).includes("𠮷")) {
            const words = { what: "缺字", why: "没有 𠮷", next: "换字体" };
            throw new PrintFailure("print/missing-glyph", words);
          }
        }
        yield new TextEncoder().encode("PDF");
      })(),
      printed: () => ({ pages: 9, pageOf: new Map([["form-1", 7]]) }),
    }),
    close: () => Promise.resolve(),
  };
}

interface Rendered {
  readonly printed: BookPart[][];
  readonly files: readonly string[];
  readonly pages: readonly (number | undefined)[];
}

type Formats = readonly ("pdf" | "docx" | "html")[];

async function render(names: readonly string[], unpublishedName: string, formats: Formats, most?: number) {
  if (edition === undefined) throw new Error("unknown edition");
  const rendered = { printed: [] as BookPart[][], files: [] as string[], pages: [] as (number | undefined)[] };
  const forms = names.map((projectName) => {
    const form = sampleForm({ projectName });
    return { form, edition, open: () => form };
  });
  const about = { number: 2, projectName: unpublishedName, implementingUnit: "某单位", fiscalYear: 2024 };
  const unpublished = unpublishedName === "" ? [] : [{ ...about, kind: "blocked" as const, rules: [] }];
  const parts = { templates, printer: () => Promise.resolve(printerOf(rendered.printed)) };
  for await (const document of renderVolumes({ forms, unpublished }, PLAIN_ARRANGEMENT, formats, parts, most)) {
    rendered.files.push(document.file);
    for await (const _ of document.pieces);
    rendered.pages.push(document.pages());
  }
  return rendered satisfies Rendered;
}

describe("renderVolumes", () => {
  it("prints once for PDF and Word together, once for Word alone, and not at all for a web page", async () => {
    const all = await render(["甲"], "乙", ["html", "docx", "pdf"]);
    expect(all.printed).toHaveLength(1);
    expect(all.files).toEqual(["汇编.pdf", "汇编.docx", "汇编.html"]);
    expect(all.pages).toEqual([9, undefined, undefined]);
    expect((await render(["甲"], "乙", ["docx"])).printed).toHaveLength(1);
    expect((await render(["甲"], "乙", ["html"])).printed).toEqual([]);
  });

  it("is not held back by a name that cannot be printed of a form that is not in it", async () => {
    const { printed, files } = await render(["甲"], "𠮷", ["pdf"]);
    expect(files).toEqual(["汇编.pdf"]);
    expect(JSON.stringify(printed.at(-1)?.at(-1)?.blocks)).toContain("<U+20BB7>");
  });

  it("fails by name when a form in it cannot be printed", async () => {
    await expect(render(["𠮷"], "乙", ["pdf"])).rejects.toMatchObject({ code: "print/missing-glyph" });
  });

  it("makes several volumes of more forms than one holds, and names at the end of the last what is not public", async () => {
    const { printed, files } = await render(["甲", "乙", "丙", "丁", "戊"], "己", ["pdf"], 2);
    expect(files).toEqual(["汇编-第01册.pdf", "汇编-第02册.pdf", "汇编-第03册.pdf"]);
    const covers = printed.map(([front]) => front?.texts.filter((text) => /册|收录/u.test(text)));
    expect(covers).toEqual([
      ["第 1 册，共 3 册", "收录自评表 2 份（第 1 至 2 份，各册共 5 份）　另有 1 份未公开，列于末册书末"],
      ["第 2 册，共 3 册", "收录自评表 2 份（第 3 至 4 份，各册共 5 份）　另有 1 份未公开，列于末册书末"],
      ["第 3 册，共 3 册", "收录自评表 1 份（第 5 至 5 份，各册共 5 份）　另有 1 份未公开，列于书末"],
    ]);
    expect(printed.map((parts) => parts.at(-1)?.texts.includes("己"))).toEqual([false, false, true]);
    expect(printed[1]?.[1]?.texts[0]).toBe("3　丙　某区大数据中心");
  });
});
