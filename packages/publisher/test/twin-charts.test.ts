/** Reports and volumes against what they carry: whole as they are printed, and with one digit changed, in their charts too. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../src/batch/published-form.ts";
import { readSource } from "../src/input/read-source.ts";
import type { DocumentFormat } from "../src/render-form.ts";
import { type CheckedDocument, checkDocument } from "../src/twin/check-document.ts";
import { openDocument } from "../src/twin/open-document.ts";
import { alterDocx, alterHtml, alterPdf, partsOf, zipOf } from "./altered-documents.ts";
import {
  type Documents,
  disclosedForms,
  disclosedSources,
  reportOf,
  templates,
  volumeOf,
  withPrinter,
} from "./printed-documents.ts";
import { nextDigit, placesOf, shownDigits, withTwin } from "./shown-digits.ts";

const FORMATS = ["html", "docx", "pdf"] as const;

/** How many digits are changed: charts are drawn as images for Word, which takes its time. */
const DIGITS = { html: 60, docx: 12, pdf: 60 } as const;

/** By name: the report over each publisher, over all of them, over one form, and a volume. */
const printed = new Map<string, { readonly documents: Documents; readonly forms: number }>();
let report: Documents;
beforeAll(async () => {
  const sources = await disclosedSources();
  const byFile = Map.groupBy(sources, ({ source }) => source.file);
  await withPrinter(async (printer) => {
    for (const [file, some] of byFile)
      printed.set(file, { documents: await reportOf(some, printer), forms: some.length });
    const options = { by: "unit", owner: "某市财政局", date: "2025-06-30" } as const;
    printed.set("all", { documents: await reportOf(sources, printer, options), forms: sources.length });
    printed.set("one form", { documents: await reportOf(sources.slice(-1), printer), forms: 1 });
    const arrangement = { order: "amount", group: "unit" } as const;
    const volume = await volumeOf(await disclosedForms(), arrangement, printer);
    printed.set("volume", { documents: volume, forms: sources.length });
  });
  const jiading = [...printed].find(([name]) => name.includes("jiading"))?.[1];
  if (jiading === undefined) throw new Error("no report");
  report = jiading.documents;
}, 180_000);

function check(bytes: Uint8Array): CheckedDocument {
  const opened = openDocument(bytes);
  if (opened?.kind !== "opened") throw new Error(`not opened: ${JSON.stringify(opened)}`);
  return checkDocument(opened, templates);
}

/** What is wrong with a document that was altered. */
function wrongWith(format: DocumentFormat, altered: Uint8Array): CheckedDocument["problems"] {
  expect(Buffer.from(altered).equals(report[format])).toBe(false);
  return check(altered).problems;
}

describe.each(FORMATS)("%s", (format) => {
  it("agrees with its data as it was printed; what prints all of its forms gives them", async () => {
    expect(printed.size).toBe(8);
    for (const [name, { documents, forms }] of printed) {
      const { twin, problems, isCompared } = check(documents[format]);
      expect({ name, problems, isCompared }).toEqual({ name, problems: [], isCompared: true });
      const read = await readSource(`${name}.${format}`, documents[format], () => templates);
      const found = { forms: read.forms.length, codes: read.problems.map(({ code }) => code) };
      expect(found).toEqual(
        twin?.shows === "report" ? { forms: 0, codes: ["twin/partly-shown"] } : { forms, codes: [] },
      );
    }
  }, 60_000);

  it("tells any one digit changed in the text, of charts as well", () => {
    const { count, change } = shownDigits[format](report[format]);
    expect(count).toBeGreaterThan(300);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: count - 1 }), (at) => {
        const [problem] = check(change(at)).problems;
        expect(problem?.code).toMatch(/^twin\/(?:text|margin|content)$/);
        expect(problem?.place).not.toBe("");
        expect(problem?.shown).not.toBe(problem?.data);
      }),
      { numRuns: DIGITS[format] },
    );
  }, 60_000);

  it("tells any one digit changed in the data", () => {
    const { twin } = check(report[format]);
    if (twin === undefined) throw new Error("no twin");
    const places = placesOf(twin.text, 0, /(\S+)\n/g);
    fc.assert(
      fc.property(fc.constantFrom(...places), (at) => {
        const text = nextDigit(twin.text, at);
        const [problem] = check(withTwin(report[format], format, text, twin.sha256)).problems;
        expect(problem?.code).toBe("twin/hash");
      }),
      { numRuns: format === "docx" ? 5 : 15 },
    );
    // Put right, hash and all, a figure that is shown is still another one.
    for (const found of [/"totalScore": "\d/.exec(twin.text), /"annualExecution": "\d/.exec(twin.text)]) {
      const text = nextDigit(twin.text, (found?.index ?? 0) + (found?.[0].length ?? 0) - 1);
      const [problem] = check(withTwin(report[format], format, text, sha256(text))).problems;
      expect(problem).toMatchObject({ code: "twin/text", what: "文字与数据不同" });
    }
  }, 60_000);
});

describe("a chart of a web page", () => {
  const altered = (edit: (html: string) => string) => wrongWith("html", alterHtml(report.html, edit));

  it.each<[string, RegExp, string]>([
    ["a label", /(<text[^>]*>[^<]*?)\d/, "与数据画出来的图不同"],
    ["the length of a bar", /(<path d="[^"]*?)\d/, "与数据画出来的图不同"],
    ["a colour", /(<path d="[^"]*"[^>]* fill="#)[\da-f]/, "与数据画出来的图不同"],
    ["the words for those who cannot see it", /(aria-label="[^"]*?)\d/, "与数据画出来的图不同"],
  ])("%s", (_name, pattern, what) => {
    const [problem, ...more] = altered((html) =>
      html.replace(pattern, (all, before: string) => `${before}${all.endsWith("7") ? "8" : "7"}`),
    );
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: "twin/content", what });
    expect(problem?.place).toMatch(/^图1　各项目执行率/);
    expect(problem?.shown).not.toBe(problem?.data);
  });

  it("left out, put in twice, in another's place", () => {
    const [first = "", second = ""] = new TextDecoder().decode(report.html).match(/<svg[\s\S]*?<\/svg>/g) ?? [];
    expect(altered((html) => html.replace(first, "")).map(({ place, what }) => [place, what])).toEqual([
      ["版面文字「（图）」", "文字与数据不同"],
      ["图1　各项目执行率", "数据画得出这幅图，文件里没有"],
    ]);
    expect(altered((html) => html.replace(first, () => first + first)).at(-1)).toMatchObject({
      what: "图的数目与数据不同",
    });
    const swapped = altered((html) =>
      html
        .replace(first, "<svg one></svg>")
        .replace(second, () => first)
        .replace("<svg one></svg>", () => second),
    );
    expect(swapped.map(({ place }) => place?.slice(0, 2))).toEqual(["图1", "图2"]);
  });
});

describe("a chart of a PDF", () => {
  const altered = (edit: (content: string) => string) =>
    wrongWith(
      "pdf",
      alterPdf(report.pdf, ({ content }) => (content.includes("/Figure <<") ? edit(content) : undefined)),
    );

  it("may hold shapes, the page around it may not", () => {
    const line = "0 0 m 10 10 l S";
    expect(
      check(alterPdf(report.pdf, ({ content }) => content.replace(/(\/Figure <<[^>]*>>\s*BDC)/, `$1 ${line}`)))
        .problems,
    ).toEqual([]);
    expect(altered((content) => `${line}\n${content}`)[0]).toMatchObject({ code: "twin/content" });
    expect(altered((content) => `${line}\n${content}`)[0]?.place).toMatch(/^第 \d+ 页的图形$/);
    const other = altered((content) => content.replace(/(\/(?!Figure)\w+ <<\/MCID \d+ >>\s*BDC)/, `$1 ${line}`));
    expect(other[0]?.place).toMatch(/^第 \d+ 页的图形$/);
    expect(altered((content) => `/Pattern cs /P0 scn 0 0 9 9 re f\n${content}`)[0]?.place).toMatch(/的图形$/);
  });

  it("has the words that its data gives for those who cannot see it", () => {
    let isDone = false;
    const spoken = alterPdf(report.pdf, ({ content }) => {
      const found = isDone ? null : /(\/Alt <feff[\da-f]*?003)\d(?=[\da-f]*>)/i.exec(content);
      if (found === null) return undefined;
      isDone = true;
      const [whole, before = ""] = found;
      return content.replace(whole, `${before}${whole.endsWith("7") ? "8" : "7"}`);
    });
    const [problem, ...more] = wrongWith("pdf", spoken);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: "twin/content", what: "图的替代文字与数据不同" });
    expect(problem?.place).toMatch(/^图\d　/);
  });
});

describe("a chart of a Word document", () => {
  const [DOCUMENT, IMAGE] = ["word/document.xml", "word/media/picture1.png"];
  const refused = (part: string, edit: (text: string) => string) =>
    wrongWith("docx", alterDocx(report.docx, part, edit));
  const CHART = { code: "twin/content", place: "图1　各项目执行率" };

  it("is the picture that its data gives, to the byte", () => {
    const parts = partsOf(report.docx);
    const image = Uint8Array.from(parts.get(IMAGE) ?? []);
    image[image.length - 20] = (image[image.length - 20] ?? 0) ^ 1;
    expect(wrongWith("docx", zipOf(new Map(parts).set(IMAGE, image)))).toEqual([
      { ...CHART, what: "与数据画出来的图不同" },
    ]);
    const another = parts.get("word/media/picture2.png") ?? new Uint8Array();
    expect(wrongWith("docx", zipOf(new Map(parts).set(IMAGE, another)))).toEqual([
      { ...CHART, what: "与数据画出来的图不同" },
    ]);
  });

  it("has the words that its data gives for those who cannot see it", () => {
    const [problem, ...more] = refused(DOCUMENT, (xml) =>
      xml.replace(
        /(<wp:docPr [^>]*descr="[^"]*?)(\d)/,
        (_, before: string, digit: string) => before + nextDigit(digit, 0),
      ),
    );
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ ...CHART, what: "图的替代文字与数据不同" });
  });

  it("left out, twice, hidden", () => {
    const run = /<w:r><w:drawing>.*?<\/w:drawing><\/w:r>/;
    const gone = refused(DOCUMENT, (xml) => xml.replace(run, ""));
    expect(gone.at(-1)).toEqual({ ...CHART, what: "数据画得出这幅图，文件里没有" });
    const hidden = refused(DOCUMENT, (xml) =>
      xml.replace(run, (all) => all.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")),
    );
    expect(hidden).toEqual(gone);
    expect(refused(DOCUMENT, (xml) => xml.replace(run, "$&$&")).at(-1)).toMatchObject({ what: "图的数目与数据不同" });
  });

  it.each<[string, (xml: string) => string]>([
    ["cropped", (xml) => xml.replace("<a:stretch>", '<a:srcRect t="50000"/><a:stretch>')],
    ["turned", (xml) => xml.replace("<a:xfrm>", '<a:xfrm rot="10800000">')],
    ["in other colours", (xml) => xml.replace(/(<a:blip [^>]*)\/>/, '$1><a:lum bright="100000"/></a:blip>')],
    [
      "covered by a vector picture",
      (xml) => xml.replace(/(<a:blip [^>]*)\/>/, '$1><a:extLst><a:ext uri="x"><svgBlip/></a:ext></a:extLst></a:blip>'),
    ],
    ["over the text", (xml) => xml.replace("<wp:inline ", "<wp:anchor ").replace("</wp:inline>", "</wp:anchor>")],
    ["hidden by its own account", (xml) => xml.replace("<wp:docPr ", '<wp:docPr hidden="1" ')],
    ["next to nothing in size", (xml) => xml.replace(/<wp:extent cx="\d+"/, '<wp:extent cx="1"')],
    ["from somewhere else", (xml) => xml.replace('r:embed="', 'r:link="')],
    ["an old drawing", (xml) => xml.replace("<w:drawing>", "<w:pict/><w:drawing>")],
  ])("%s is none", (_name, edit) => {
    expect(refused(DOCUMENT, edit)).toContainEqual(
      expect.objectContaining({ code: "twin/content", place: "图片或图形" }),
    );
  });
});
