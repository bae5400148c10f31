import type { RawObject, RawPdf } from "./raw-pdf.ts";

/** What the document says of itself. */
export interface AboutPdf {
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: readonly string[];
}

/**
 * Takes everything out of a browser's print that depends on when and where it was printed.
 * That is the clock (dates are left out: a made-up one would be a lie) and the ids of structure elements.
 */
export function pin(pdf: RawPdf, about: AboutPdf): RawPdf {
  return withInformation(pinIds(pdf).pdf, about);
}

/** The document with what it says of itself. */
export function withInformation(pdf: RawPdf, about: AboutPdf): RawPdf {
  return { ...pdf, objects: new Map([...pdf.objects, [pdf.info, informationOf(about, pdf)]]) };
}

/**
 * The ids go on counting as long as the tab lives; they are numbered anew in their order, from `first` on, so sorted
 * lists of them stay sorted.
 */
export function pinIds(pdf: RawPdf, first = 1): { readonly pdf: RawPdf; readonly ids: number } {
  const ids = new Set<string>();
  for (const { dict } of pdf.objects.values()) {
    if (dict.includes("(node")) for (const [id] of dict.matchAll(nodeId)) ids.add(id);
  }
  const fresh = new Map([...ids].toSorted().map((id, at) => [id, `(node${String(first + at).padStart(8, "0")})`]));
  const objects = new Map<number, RawObject>();
  for (const [number, object] of pdf.objects) objects.set(number, renumber(object, fresh));
  return { pdf: { ...pdf, objects }, ids: ids.size };
}

const nodeId = /\(node\d{8}\)/g;

function renumber(object: RawObject, fresh: ReadonlyMap<string, string>): RawObject {
  if (!object.dict.includes("(node")) return object;
  return { ...object, dict: object.dict.replace(nodeId, (id) => fresh.get(id) ?? id) };
}

/** The document information: what the document says of itself, and what made `pdf`. */
export function informationOf({ title, author, subject, keywords }: AboutPdf, pdf: RawPdf): RawObject {
  const printed = pdf.objects.get(pdf.info)?.dict ?? "";
  const producer = /\/Producer \([^)]*\)/.exec(printed)?.[0] ?? "";
  const entry = (key: string, text: string | undefined) => (text ? `/${key} ${textString(text)}\n` : "");
  const said = entry("Title", title) + entry("Author", author) + entry("Subject", subject);
  return { dict: `<<${said}${entry("Keywords", keywords?.join(", "))}/Creator (Zipingbiao)\n${producer}>>` };
}

/** A text string in UTF-16, written in hexadecimal. */
export function textString(text: string): string {
  return `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;
}

/** The title that the browser wrote: proof that the page it printed is the one it was given. */
export function printedTitle(pdf: RawPdf): string {
  const dict = pdf.objects.get(pdf.info)?.dict ?? "";
  const hex = /\/Title <FEFF([0-9A-F]*)>/i.exec(dict)?.[1];
  if (hex !== undefined) return Buffer.from(hex, "hex").swap16().toString("utf16le");
  const literal = /\/Title \(((?:[^()\\]|\\.)*)\)/s.exec(dict)?.[1] ?? "";
  return literal.replace(/\\([0-7]{3}|.)/gs, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : code,
  );
}
