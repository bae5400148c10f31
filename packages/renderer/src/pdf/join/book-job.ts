import type { PageElement } from "../../page/page-tree.ts";
import type { StyleSheet } from "../../page/style-sheet.ts";
import type { PrintJob } from "../print-job.ts";
import type { Bookmark } from "../../view/bookmarks.ts";

/** A part of a book: a page of its own making, printed apart from the others. */
export interface BookPart {
  /** In the vocabulary, without pictures; its links may lead into other parts. */
  readonly blocks: readonly PageElement[];
  /** Every text that the print must give back. */
  readonly texts: readonly string[];
}

/** A document of many parts, which are never all there at once. All begin on a new page and have one style sheet. */
export interface BookJob extends Pick<PrintJob, "title" | "author" | "subject" | "keywords" | "twin" | "signal"> {
  readonly style: StyleSheet;
  /** What stands before the chunks; shows on which pages other parts begin. */
  readonly front: BookPart;
  /** Each is made when its turn comes. */
  readonly chunks: Iterable<BookPart>;
  readonly back?: BookPart | undefined;
  readonly bookmarks: readonly Bookmark[];
}

/** A book while it is printed. */
export interface BookPrint {
  /** The file; to be read to its end, once. Rejects with a `PrintFailure`. */
  readonly pieces: AsyncIterable<Uint8Array>;
  /** What the print has shown; known when the last piece has been read. */
  readonly printed: () => PrintedBook;
}

export interface PrintedBook {
  readonly pages: number;
  /** On which page, counted from one, each place stands. */
  readonly pageOf: ReadonlyMap<string, number>;
}
