/** One digit changed anywhere in what a document shows, or in what it carries, is found and named. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../src/batch/published-form.ts";
import type { DocumentFormat } from "../src/render-form.ts";
import { type CheckedDocument, checkDocument } from "../src/twin/check-document.ts";
import { openDocument } from "../src/twin/open-document.ts";
import { alterDocx, alterHtml, alterPdf } from "./altered-documents.ts";
import { disclosedForms, documentsOf, templates, withPrinter } from "./printed-documents.ts";

type Documents = Readonly<Record<DocumentFormat, Uint8Array>>;

const samples: { form: SelfEvaluationForm; documents: Documents }[] = [];
beforeAll(async () => {
  const forms = await disclosedForms();
  // Both editions, one page and several, and names with digits in them.
  const chosen = [forms[0], forms[20], forms[26], forms.findLast(({ edition }) => edition === "sh-2021"), forms.at(-1)];
  await withPrinter(async (printer) => {
    for (const form of chosen)
      if (form !== undefined) samples.push({ form, documents: await documentsOf(form, printer) });
  });
}, 120_000);

function check(bytes: Uint8Array): CheckedDocument {
  const opened = openDocument(bytes);
  if (opened?.kind !== "opened") throw new Error(`not opened: ${JSON.stringify(opened)}`);
  return checkDocument(opened, templates);
}

/** Every way to reach a digit that is shown, by format: how many there are, and the document with the n-th one changed. */
const shownDigits: Readonly<
  Record<DocumentFormat, (bytes: Uint8Array) => { count: number; change: (at: number) => Uint8Array }>
> = {
  html(bytes) {
    const html = new TextDecoder().decode(bytes);
    const places = placesOf(html, html.indexOf("<body>"), />([^<]+)</g);
    return { count: places.length, change: (at) => alterHtml(bytes, (text) => nextDigit(text, places[at] ?? 0)) };
  },
  docx(bytes) {
    let places: readonly number[] = [];
    alterDocx(bytes, "word/document.xml", (text) => {
      places = placesOf(text, 0, /<w:t(?: [^>]*)?>([^<]+)</g);
      return text;
    });
    const part = "word/document.xml";
    return {
      count: places.length,
      change: (at) => alterDocx(bytes, part, (text) => nextDigit(text, places[at] ?? 0)),
    };
  },
  pdf(bytes) {
    const digits = digitGlyphs(bytes);
    const glyphs: { stream: number; at: number; glyph: string; font: string }[] = [];
    alterPdf(bytes, ({ number, content }) => {
      if (!content.includes(" Tj")) return undefined;
      let font = "";
      for (const found of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\da-f]+)> Tj/gi)) {
        font = found[1] ?? font;
        const shown = found[2] ?? "";
        for (let each = 0; each < shown.length; each += 4) {
          const glyph = shown.slice(each, each + 4).toLowerCase();
          if (digits.has(glyph)) glyphs.push({ stream: number, at: found.index + 1 + each, glyph, font });
        }
      }
      return undefined;
    });
    return {
      count: glyphs.length,
      change: (index) => {
        const place = glyphs[index];
        return alterPdf(bytes, ({ number, content }) => {
          if (place === undefined || number !== place.stream) return undefined;
          const other = digits.get(place.glyph) ?? "";
          return content.slice(0, place.at) + other + content.slice(place.at + 4);
        });
      },
    };
  },
};

function placesOf(text: string, from: number, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const begin = found.index + found[0].length - 1 - (found[1] ?? "").length;
    return [...(found[1] ?? "").matchAll(/\d/g)].map((digit) => begin + digit.index).filter((at) => at > from);
  });
}

function nextDigit(text: string, at: number): string {
  return text.slice(0, at) + String((Number.parseInt(text[at] ?? "", 10) + 1) % 10) + text.slice(at + 1);
}

/** Glyph of a digit → glyph of another digit, by the fonts' own maps. */
function digitGlyphs(bytes: Uint8Array): Map<string, string> {
  const meanings: [glyph: string, digit: number][] = [];
  alterPdf(bytes, ({ content }) => {
    if (!content.includes("beginbf")) return undefined;
    for (const [, glyph = "", text = ""] of content.matchAll(/^<([\da-f]{4})> <(00[\da-f]{2})>$/gim))
      if (/^003\d$/.test(text)) meanings.push([glyph.toLowerCase(), Number.parseInt(text.slice(3), 10)]);
    for (const [, first = "", last = "", text = ""] of content.matchAll(
      /^<([\da-f]{4})> <([\da-f]{4})> <(00[\da-f]{2})>$/gim,
    )) {
      const base = Number.parseInt(text, 16) - 0x30;
      const begin = Number.parseInt(first, 16);
      for (let glyph = begin; glyph <= Number.parseInt(last, 16); glyph += 1) {
        const digit = base + glyph - begin;
        if (digit >= 0 && digit <= 9) meanings.push([glyph.toString(16).padStart(4, "0"), digit]);
      }
    }
    return undefined;
  });
  return new Map(
    meanings.map(([glyph, digit]) => {
      const other = meanings.find(([, each]) => each !== digit) ?? ["", 0];
      return [glyph, other[0]];
    }),
  );
}

describe.each(["html", "docx", "pdf"] as const)("%s", (format) => {
  it("agrees with its data as it was printed", () => {
    for (const { form, documents } of samples) {
      const { problems, forms, isCompared, twin } = check(documents[format]);
      expect({ problems, isCompared }).toEqual({ problems: [], isCompared: true });
      expect(forms[0]?.projectName).toBe(form.projectName);
      expect(twin?.sha256).toBe(sha256(twin?.text ?? ""));
    }
  });

  it("tells any one digit changed in the text", () => {
    for (const { documents } of samples) {
      const { count, change } = shownDigits[format](documents[format]);
      expect(count).toBeGreaterThan(100);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: count - 1 }), (at) => {
          const { problems } = check(change(at));
          expect(problems.length).toBeGreaterThan(0);
          expect(problems[0]?.code).toMatch(/^twin\/(?:text|margin)$/);
          expect(problems[0]?.shown).not.toBe(problems[0]?.data);
        }),
        { numRuns: 60 },
      );
    }
  });

  it("tells any one digit changed in the data, with the hash as it was and with a new one", () => {
    for (const { documents } of samples) {
      const { twin } = check(documents[format]);
      if (twin === undefined) throw new Error("no twin");
      const places = placesOf(twin.text.replaceAll('"', ">").replaceAll(",", "<"), 0, />([^<>]*\d[^<>]*)</g);
      const printed = places.filter((at) => !/"(?:schema|edition)": "[^"]*$/.test(twin.text.slice(0, at)));
      fc.assert(
        fc.property(fc.constantFrom(...printed), fc.boolean(), (at, honest) => {
          const text = nextDigit(twin.text, at);
          const altered = withTwin(documents[format], format, text, honest ? twin.sha256 : sha256(text));
          const { problems } = check(altered);
          expect(problems.some(({ code }) => code === "twin/hash")).toBe(honest);
          expect(problems.some(({ code }) => code === "twin/text" || code === "twin/not-a-form")).toBe(true);
        }),
        { numRuns: 15 },
      );
    }
  });
});

it("names the cell, what the document shows and what its data says", () => {
  const sample = samples.find(({ form }) => form.funds.total.annualExecution.kind === "read");
  const amount = sample?.form.funds.total.annualExecution;
  if (sample === undefined || amount?.kind !== "read") throw new Error("no sample");
  const altered = alterDocx(sample.documents.docx, "word/document.xml", (text) =>
    text.replaceAll(`>${amount.text}<`, ">0.01<"),
  );
  const [first, second] = check(altered).problems;
  const told = { code: "twin/text", what: "文字与数据不同", shown: "0.01", data: amount.text };
  expect(first).toEqual({ ...told, place: "年度资金总额 · 全年执行数" });
  expect(second).toEqual({ ...told, place: "其中：当年财政拨款 · 全年执行数" });
});

it("tells a figure that was moved into the blank cell beside it", () => {
  const [sample] = samples;
  if (sample === undefined) throw new Error("no sample");
  const { html, docx } = sample.documents;
  const inHtml = alterHtml(html, (text) =>
    text.replace(/(<td[^>]*>)(\d[\d.]*)(<\/td>\s*<td[^>]*>)(?=<\/td>)/, "$1$3$2"),
  );
  const inDocx = alterDocx(docx, "word/document.xml", (text) => {
    const figure =
      /(<w:t>)(\d[\d.]*)(<\/w:t><\/w:r><\/w:p><\/w:tc>(?:<w:tc>(?:(?!<w:r>|<\/w:tc>).)*))(<\/w:p><\/w:tc>)/;
    return text.replace(figure, "$1$3<w:r><w:t>$2</w:t></w:r>$4");
  });
  for (const [before, after] of [
    [html, inHtml],
    [docx, inDocx],
  ] as const) {
    expect(after).not.toEqual(before);
    const { problems } = check(after);
    expect(problems[0]).toMatchObject({ code: "twin/text", shown: "" });
    expect(problems[0]?.place).toMatch(/得分$|分值$|分数$/);
    expect(problems[1]?.place).toMatch(/之后的空白格$/);
  }
});

/** The document with other data. */
function withTwin(bytes: Uint8Array, format: DocumentFormat, text: string, hash: string): Uint8Array {
  switch (format) {
    case "html":
      return alterHtml(bytes, (html) =>
        html.replace(
          /data-sha256="\w+">[\s\S]*?<\/script>/,
          () => `data-sha256="${hash}">${text.replaceAll("<", "\\u003c")}</script>`,
        ),
      );
    case "docx":
      return alterDocx(bytes, "customXml/item1.xml", (xml) =>
        xml.replace(/sha256="\w+">[\s\S]*<\/twin>/, () => `sha256="${hash}">${escapeXml(text)}</twin>`),
      );
    case "pdf":
      return alterPdf(bytes, ({ dict, content }) => {
        if (dict.includes("/EmbeddedFile")) return Buffer.from(text).toString("latin1");
        // The label is as long as before, so that nothing else in the object stream moves.
        return content.replace(/007300680061003200350036003A(?:00[36][\dA-F]){64}/gi, () => utf16(`sha256:${hash}`));
      });
  }
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function utf16(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();
}
