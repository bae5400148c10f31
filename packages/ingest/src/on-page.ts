/** How far the reading of a source has come. */

/** What a source is read by. */
export type SourceUnit = "page" | "form" | "sheet";

/** Told while a source is read, before each of its pages, forms or sheets; `page` counts from 1. */
export type OnPage = (page: number, pages: number, unit?: SourceUnit) => void;
