import type { Twin } from "@zipingbiao/core";
import type { PageElement } from "../page/page-tree.ts";
import type { StyleSheet } from "../page/style-sheet.ts";
import type { Bookmark } from "../view/bookmarks.ts";

/** One page (HTML) to be printed into one PDF. */
export interface PrintJob {
  /** A whole document, `<!DOCTYPE html>` … `</html>`; images only as `data:` URLs. */
  readonly html: string;
  /** What stands inside `<body>`, and its style sheet, of a page in our vocabulary: without figures it needs no browser. */
  readonly blocks?: readonly PageElement[];
  readonly style?: StyleSheet;
  /** The document's title in the PDF; takes the place of the page's own `<title>`. */
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: readonly string[];
  /** Every piece of text that the PDF's text layer must give back; white space does not count. */
  readonly texts: readonly string[];
  /** The outline; each entry leads to an `id` of the page. */
  readonly bookmarks?: readonly Bookmark[];
  /** The data behind the page, to be attached to the PDF. */
  readonly twin?: Twin;
  /** Stops waiting for this job; the printer stays usable. */
  readonly signal?: AbortSignal;
}
