/** The data that the scripts of the site work with: rows, texts and search indexes, cut into files as the forms pass by. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import { INDEX_OPTIONS, type ListedRow, SITE_FOLDER, type ShownTexts, dataName, packRows } from "@zipingbiao/renderer";
import MiniSearch from "minisearch";
import { dataScript } from "./data-script.ts";
import { searchEntry, shownTexts } from "./search-texts.ts";

/** Forms in one file of each kind. */
export const PART_SIZES = { rows: 1000, index: 500, texts: 50 } as const;

export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

export interface SiteData {
  /** Takes the next form of the publication, and gives the files that are full with it. */
  add(form: SelfEvaluationForm, row: ListedRow): readonly SiteFile[];
  /** The files that were not filled. */
  finish(): readonly SiteFile[];
}

/** Holds what goes into the files that are being filled, nothing else. */
export function openSiteData(): SiteData {
  let at = 0;
  let rows: ListedRow[] = [];
  let texts: ShownTexts[] = [];
  let index = new MiniSearch(INDEX_OPTIONS);
  const file = (kind: keyof typeof PART_SIZES, value: unknown): SiteFile => {
    const name = dataName(kind, Math.floor((at - 1) / PART_SIZES[kind]));
    return { path: `${SITE_FOLDER}/${name}.js`, text: dataScript(name, value) };
  };
  const flush = (isDue: (kind: keyof typeof PART_SIZES) => boolean): readonly SiteFile[] => {
    const files: SiteFile[] = [];
    if (isDue("rows")) {
      files.push(file("rows", packRows(rows)));
      rows = [];
    }
    if (isDue("texts")) {
      files.push(file("texts", texts));
      texts = [];
    }
    if (isDue("index")) {
      files.push(file("index", index));
      index = new MiniSearch(INDEX_OPTIONS);
    }
    return files;
  };
  return {
    add(form, row) {
      index.add(searchEntry(form, at));
      rows.push(row);
      texts.push(shownTexts(form));
      at += 1;
      return flush((kind) => at % PART_SIZES[kind] === 0);
    },
    finish() {
      return flush((kind) => at % PART_SIZES[kind] !== 0);
    },
  };
}
