/** Rows, texts and search of the publication, loaded when they are first asked for. */
import type { ShownTexts } from "../search/data-files.ts";
import { type ListedRow, unpackRows } from "../search/packed-rows.ts";
import { type Hit, INDEX_OPTIONS, type OpenedIndex, rankHits, searchIndex } from "../search/search-index.ts";
import { loadData, loadScript, loadText } from "./load-data.ts";

declare const MiniSearch: { readonly loadJSON: (json: string, options: object) => OpenedIndex };

/** How many forms there are, and how many of them stand in one file of each kind. */
export interface PartSizes {
  readonly forms: number;
  readonly rows: number;
  readonly index: number;
  readonly texts: number;
}

export type Progress = (what: string, done: number, total: number) => void;

export interface SiteData {
  readonly rows: (progress: Progress) => Promise<readonly ListedRow[]>;
  /** Among the forms at these positions; only the indexes in which one of them is are read. */
  readonly search: (query: string, among: readonly number[], progress: Progress) => Promise<readonly Hit[]>;
  readonly textsOf: (at: number) => Promise<ShownTexts>;
}

/** An opened index takes many times the room of its file: of a large publication each is opened, asked and given up. */
const MOST_KEPT = 6;

export function openSiteData(sizes: PartSizes): SiteData {
  const partsOf = (kind: "rows" | "index"): number => Math.ceil(sizes.forms / sizes[kind]);
  let rows: Promise<readonly ListedRow[]> | undefined;
  let library: Promise<void> | undefined;
  const kept = new Map<number, OpenedIndex>();
  const texts = new Map<number, Promise<readonly ShownTexts[]>>();
  const indexOf = async (part: number): Promise<OpenedIndex> => {
    const known = kept.get(part);
    if (known !== undefined) return known;
    const opened = MiniSearch.loadJSON(await loadText("index", part), INDEX_OPTIONS);
    if (partsOf("index") <= MOST_KEPT) kept.set(part, opened);
    return opened;
  };
  return {
    rows(progress) {
      rows ??= readRows(partsOf("rows"), progress).catch((error: unknown) => {
        rows = undefined;
        throw error;
      });
      return rows;
    },
    async search(query, among, progress) {
      library ??= loadScript("minisearch");
      await library;
      const hits: Hit[] = [];
      const wanted = new Set(among);
      const parts = [...new Set(among.map((at) => Math.floor(at / sizes.index)))];
      for (const [done, part] of parts.entries()) {
        progress("正在查找", done, parts.length);
        hits.push(...searchIndex(await indexOf(part), query).filter(({ at }) => wanted.has(at)));
      }
      return rankHits(hits);
    },
    async textsOf(at) {
      const part = Math.floor(at / sizes.texts);
      const loading = texts.get(part) ?? loadData("texts", part);
      texts.set(part, loading);
      return (await loading)[at % sizes.texts] ?? [];
    },
  };
}

async function readRows(parts: number, progress: Progress): Promise<readonly ListedRow[]> {
  const rows: ListedRow[] = [];
  for (let part = 0; part < parts; part += 1) {
    progress("正在读取", part, parts);
    rows.push(...unpackRows(await loadData("rows", part)));
  }
  return rows;
}
