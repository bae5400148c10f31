/**
 * The twin of a document: the data that its text was printed from, carried inside it. Other programs read it by what is
 * written here and in docs/twin.md; the three places are an attachment (PDF), a custom XML part (DOCX) and a data block (HTML).
 */

/** What the text of the document is, so that a reader knows what to hold against the data. */
export const TWIN_KINDS = ["form", "correction", "volume", "report"] as const;

/** 自评表 · 更正说明 (its data is the corrected form) · 汇编 · 汇总报告. */
export type TwinKind = (typeof TWIN_KINDS)[number];

/** Data with its hash, as it is written, or as a document claims it: whoever reads one checks both. */
export interface Twin {
  readonly shows: TwinKind;
  /** `form.json` for one form, `forms.json` for an array of them. */
  readonly fileName: string;
  /** JSON text, of one form to the letter what is published beside the document. */
  readonly text: string;
  /** Of the text in UTF-8, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Id of the data block in a page. */
export const TWIN_SCRIPT_ID = "zipingbiao-twin";

/** Name space of the element in a Word document's custom XML part. */
export const TWIN_NAMESPACE = "urn:zipingbiao:twin:1";

/** Stands for a figure among the texts of a document: OBJECT REPLACEMENT CHARACTER. */
export const FIGURE_PLACE = "\ufffc";

/** What the attachment of a PDF says of itself; the place has no room for attributes. */
export function twinLabel({ shows, sha256 }: Pick<Twin, "shows" | "sha256">): string {
  return `zipingbiao/twin@1 ${shows} sha256:${sha256}`;
}

const LABEL = /zipingbiao\/twin@1 ([a-z]{1,20}) sha256:([0-9a-f]{64})/u;

/** The label in a description; `undefined` when there is none, or one of a later version. */
export function readTwinLabel(text: string): Pick<Twin, "shows" | "sha256"> | undefined {
  const [, shows = "", sha256 = ""] = LABEL.exec(text.slice(0, 500)) ?? [];
  return isTwinKind(shows) ? { shows, sha256 } : undefined;
}

export function isTwinKind(text: string): text is TwinKind {
  return TWIN_KINDS.some((kind) => kind === text);
}
