/** A page: one document laid out, before any file format. HTML, PDF and DOCX are made from this same value. */
import type { Twin } from "@zipingbiao/core";
import type { Drawing } from "../chart/drawing.ts";
import type { Bookmark } from "../view/bookmarks.ts";
import type { PageElement } from "./page-tree.ts";
import type { StyleSheet } from "./style-sheet.ts";

export interface Page {
  /** The template's file, for messages and manifests. */
  readonly template: string;
  /** The complete HTML document, self-contained: what is published as HTML and what the browser prints. */
  readonly html: string;
  /** What stands inside `<body>`, in the vocabulary of `vocabulary.ts`. */
  readonly blocks: readonly PageElement[];
  /** In the order of the page, by the names that `data-chart` marks their places with. */
  readonly pictures: ReadonlyMap<string, Drawing>;
  /** The parsed style sheet. The same object for every page of a template, so things made from it can be kept by it. */
  readonly style: StyleSheet;
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly lang: "zh-CN";
  /** Whether it shows on which of its own pages something stands, which only a print can tell. */
  readonly showsPageNumbers: boolean;
  /** The outline of the document, in the order of the page. */
  readonly bookmarks: readonly Bookmark[];
  /** Every text that the page must show, cell by cell, in the order of the page. */
  readonly texts: readonly string[];
  /** The data behind the page, which every file made from it carries. */
  readonly twin?: Twin;
}
