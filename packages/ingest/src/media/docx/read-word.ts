/** A Word document as the text that it shows and the data that it carries. Not a reader of forms. */
import type { Twin } from "@zipingbiao/core";
import { brokenPackage } from "../opc/broken-package.ts";
import { OfficePackage, type Relationship } from "../opc/office-package.ts";
import { twinsIn } from "../opc/twins-in.ts";
import { PICTURE, WordText } from "./word-text.ts";

export interface WordDocument {
  /** Every data part that calls itself a twin, by its claims; the hash is not checked here. */
  readonly twins: readonly Twin[];
  /** The text by paragraph, cells included. */
  readonly paragraphs: readonly string[];
  /** The text of headers, footers and notes by paragraph. */
  readonly margins: readonly string[];
  /** In their order; each has its place in the text of its paragraph. */
  readonly pictures: readonly WordPicture[];
  /** Names of what shows something that is no text, nor a picture as it is, in its line: 图片或图形. */
  readonly others: readonly string[];
}

export interface WordPicture {
  /** The image file. */
  readonly bytes: Uint8Array;
  /** Its text alternative. */
  readonly alt: string;
}

const MARGINS = new Set(["header", "footer", "footnotes", "endnotes"]);
const MOST_PARTS = 64;

/** `undefined` for a package that is no Word document. Throws a refusal for one that is unsound. */
export function readWord(bytes: Uint8Array): WordDocument | undefined {
  const file = new OfficePackage(bytes);
  const main = file.relationshipsOf("").find(({ type }) => type === "officeDocument")?.part ?? "";
  if (!file.has(main) || !file.contentTypeOf(main).includes("wordprocessingml")) return undefined;
  const related = file.relationshipsOf(main);
  if (related.length > MOST_PARTS) throw brokenPackage(`文档关联了 ${related.length} 个部件，自评表没有这么多。`);
  const text = readText(file, main);
  const margins = related.filter(({ type }) => MARGINS.has(type)).map(({ part }) => readText(file, part));
  const pictures = text.pictures.map(({ relation, alt }) => ({ bytes: imageIn(file, related, relation), alt }));
  const strangers = margins.some((margin) => margin.pictures.length > 0) ? [PICTURE] : [];
  return {
    twins: twinsIn(file, related),
    pictures,
    paragraphs: text.paragraphs,
    margins: margins.flatMap(({ paragraphs }) => paragraphs),
    others: [...new Set([...strangers, ...[text, ...margins].flatMap(({ others }) => [...others])])],
  };
}

function readText(file: OfficePackage, part: string): WordText {
  const text = new WordText();
  file.readPart(part, text);
  return text;
}

/** No bytes for a picture that is not in the file. */
function imageIn(file: OfficePackage, related: readonly Relationship[], relation: string): Uint8Array {
  const [image, ...more] = related.filter(({ id }) => id === relation);
  if (image?.type !== "image" || more.length > 0 || !file.has(image.part)) return new Uint8Array();
  return file.bytesOf(image.part);
}
