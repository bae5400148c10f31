/** Digits of documents, in what they show and in what they carry, each of them changed by itself. */
import type { DocumentFormat } from "../src/render-form.ts";
import { alterDocx, alterHtml, alterPdf } from "./altered-documents.ts";

/** Every way to reach a digit that is shown, by format: how many there are, and the document with the n-th one changed. */
export const shownDigits: Readonly<
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

/** Places of the digits in the first group of every match. */
export function placesOf(text: string, from: number, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const begin = found.index + found[0].length - 1 - (found[1] ?? "").length;
    return [...(found[1] ?? "").matchAll(/\d/g)].map((digit) => begin + digit.index).filter((at) => at > from);
  });
}

/** The text with another digit in that place. */
export function nextDigit(text: string, at: number): string {
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

/** The document with other data. */
export function withTwin(bytes: Uint8Array, format: DocumentFormat, text: string, hash: string): Uint8Array {
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
