import type { BookJob, BookPrint } from "./join/book-job.ts";
import type { PrintJob } from "./print-job.ts";
import type { FontUsed } from "../fonts/font-set.ts";

/** Bytes that depend on the job, the browser and the fonts alone. */
export interface PrintedDocument {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** On which page, counted from one, each place stands that a link or a bookmark leads to. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** The files of the fonts that this page was printed with, those that lent it single characters included. */
  readonly fonts: readonly FontUsed[];
}

/** Versions for the manifest. */
export interface PrinterVersions {
  /** The files of every font that was opened so far: those of 宋体 and 黑体, and what the printed pages asked for besides. */
  readonly fonts: readonly FontUsed[];
  /** SHA-256 (hexadecimal) over all fonts that pages could be printed with, whether they were opened or not. */
  readonly fontSet: string;
}

/** Something worth telling while the printer works; `message` is Chinese. */
export interface PrinterEvent {
  readonly level: "note" | "warning";
  readonly code:
    | "unpacking"
    | "fonts-made"
    | "no-sandbox"
    | "cache-private"
    | "browser-restarted"
    | "recycled"
    | "font-refused"
    | "font-substitute"
    | "glyph-lent";
  readonly message: string;
}

export interface PrinterOptions {
  /** Where the unpacked browser and the font subsets are kept; default: `$XDG_CACHE_HOME/zipingbiao` or `~/.cache/zipingbiao`. */
  readonly cacheDir?: string;
  /** A browser to use instead of `ZPB_BROWSER`, the bundled one and the system's. */
  readonly browserPath?: string;
  /** A folder of the user's own fonts, instead of `ZPB_FONTS`; they take the roles that their names are known for. */
  readonly fonts?: string;
  /** Pages printed side by side, default 2. */
  readonly tabs?: number;
  /** Aborts every job and closes the browser. */
  readonly signal?: AbortSignal;
  readonly report?: (event: PrinterEvent) => void;
}

/** What prints pages: our typesetter, and a browser that starts when a page first needs it; `print` may be called many times at once, jobs are queued. */
export interface Printer {
  /** @throws PrintFailure */
  print(job: PrintJob): Promise<PrintedDocument>;
  /** A document of any number of parts, as a file whose pieces come while it is printed. */
  printBook(job: BookJob): BookPrint;
  readonly versions: PrinterVersions;
  /**
   * The browser that prints pages with pictures, for the manifest, such as `Chromium/153.0.0`; one that is not ours is
   * started to say which it is.
   * @throws PrintFailure
   */
  browser(): Promise<string>;
  /** Ends the browser, which holds two hundred megabytes, until a page needs it again. */
  rest(): Promise<void>;
  /** Ends the browser and removes its profile; never throws. */
  close(): Promise<void>;
}
