/** The bookmarks of a PDF. Our own writing: the browser makes them of headings only, and with the headings' tags. */
import type { Bookmark } from "../view/bookmarks.ts";
import { type Destinations, destinationArray } from "./destinations.ts";
import { textString } from "./pin.ts";
import { type RawObject, type RawPdf, lastNumber } from "./raw-pdf.ts";

interface Item {
  readonly number: number;
  readonly bookmark: Bookmark;
  readonly children: Item[];
}

/**
 * The document with its outline. A document of several parts opens with the outline in sight; that of a single part
 * is there for those who ask for it.
 */
export function withOutline(pdf: RawPdf, bookmarks: readonly Bookmark[], destinations: Destinations): RawPdf {
  if (bookmarks.length === 0) return pdf;
  const objects = new Map(pdf.objects);
  const root = lastNumber(pdf) + 1;
  const top = treeOf(bookmarks, root + 1);
  objects.set(root, { dict: `<</Type /Outlines ${range(top)} /Count ${bookmarks.length}>>` });
  writeItems(top, root, destinations, objects);
  const catalog = objects.get(pdf.root)?.dict ?? "";
  const mode = top.length > 1 ? " /PageMode /UseOutlines" : "";
  objects.set(pdf.root, { dict: catalog.replace(/>>\s*$/, ` /Outlines ${root} 0 R${mode}>>`) });
  return { ...pdf, objects };
}

function treeOf(bookmarks: readonly Bookmark[], first: number): Item[] {
  const top: Item[] = [];
  const open: Item[] = [];
  for (const [at, bookmark] of bookmarks.entries()) {
    const item: Item = { number: first + at, bookmark, children: [] };
    while (open.length > 0 && (open.at(-1)?.bookmark.level ?? 0) >= bookmark.level) open.pop();
    (open.at(-1)?.children ?? top).push(item);
    open.push(item);
  }
  return top;
}

function writeItems(
  items: readonly Item[],
  parent: number,
  destinations: Destinations,
  objects: Map<number, RawObject>,
): void {
  for (const [at, { number, bookmark, children }] of items.entries()) {
    const place = destinations.get(bookmark.anchor);
    if (place === undefined) throw new Error(`书签“${bookmark.title}”指向的 #${bookmark.anchor} 不在页面里`);
    const entries = [
      // A name may be broken over lines where it was read; a bookmark is one line.
      `/Title ${textString(bookmark.title.replaceAll(/[\r\n\t]+/g, " "))}`,
      `/Parent ${parent} 0 R`,
      `/Dest ${destinationArray(place)}`,
      ...reference("Prev", items[at - 1]),
      ...reference("Next", items[at + 1]),
      ...(children.length === 0 ? [] : [range(children), `/Count ${count(children)}`]),
    ];
    objects.set(number, { dict: `<<${entries.join(" ")}>>` });
    writeItems(children, number, destinations, objects);
  }
}

function range(items: readonly Item[]): string {
  return [...reference("First", items[0]), ...reference("Last", items.at(-1))].join(" ");
}

function reference(key: string, item: Item | undefined): readonly string[] {
  return item === undefined ? [] : [`/${key} ${item.number} 0 R`];
}

/** All items below, for every one is open. */
function count(items: readonly Item[]): number {
  return items.reduce((sum, { children }) => sum + 1 + count(children), 0);
}
