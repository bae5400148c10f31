/** Links, the places they lead to, and page numbers in WordprocessingML. */

/** The link that a piece of text is part of. */
export interface PlacedLink {
  /** The name of the place in the page; `""` for text that is no link. */
  readonly target: string;
  /** Whether the text is the number of the place's page. */
  readonly showsPage: boolean;
  /** Of the link's text. */
  readonly runOpening: string;
}

export const PLAIN_LINK: PlacedLink = { target: "", showsPage: false, runOpening: "" };

/**
 * What stands before the text of a link. A page number is a field whose result is there already: Word brings it up to
 * date when asked to, and programs that know no fields show the number of the printed page.
 */
export function linkStart({ target, showsPage, runOpening }: PlacedLink): string {
  if (target === "") return "";
  const link = `<w:hyperlink w:anchor="${bookmarkName(target)}" w:history="1">`;
  if (!showsPage) return link;
  const instruction = `<w:instrText xml:space="preserve"> PAGEREF ${bookmarkName(target)} \\h </w:instrText>`;
  return (
    `${link}${runOpening}<w:fldChar w:fldCharType="begin"/></w:r>${runOpening}${instruction}</w:r>` +
    `${runOpening}<w:fldChar w:fldCharType="separate"/></w:r>`
  );
}

/** What stands behind it. */
export function linkEnd({ target, showsPage, runOpening }: PlacedLink): string {
  if (target === "") return "";
  return `${showsPage ? `${runOpening}<w:fldChar w:fldCharType="end"/></w:r>` : ""}</w:hyperlink>`;
}

/** A place that links lead to, and its number among those of the document. */
export interface NumberedPlace {
  readonly name: string;
  readonly number: number;
}

/** What stands before the runs of a place, and behind them. */
export function bookmarkStart({ name, number }: NumberedPlace): string {
  return `<w:bookmarkStart w:id="${number}" w:name="${bookmarkName(name)}"/>`;
}

export function bookmarkEnd({ number }: NumberedPlace): string {
  return `<w:bookmarkEnd w:id="${number}"/>`;
}

/** Word takes letters, digits and `_`, forty at most. */
function bookmarkName(anchor: string): string {
  return anchor.replaceAll("-", "_");
}
