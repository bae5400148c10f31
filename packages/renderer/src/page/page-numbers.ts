/** Puts page numbers where a page asks for them: into the text of every link that shows the page of its target. */
import type { PageElement, PageNode } from "./page-tree.ts";

/** What knows the page of a target by its name; of one that it does not know, an empty text is shown. */
export type PageOf = Pick<ReadonlyMap<string, number>, "get">;

/** The blocks with the numbers of the pages on which the targets stand; the same blocks when they stand there already. */
export function withPageNumbers(blocks: readonly PageElement[], pageOf: PageOf): readonly PageElement[] {
  return changed(blocks, (block) => withNumbersInside(block, pageOf));
}

function withNumbersInside(element: PageElement, pageOf: PageOf): PageElement {
  const children = element.showsPage
    ? numberIn(element, pageOf)
    : changed(element.children, (node: PageNode) =>
        typeof node === "string" ? node : withNumbersInside(node, pageOf),
      );
  return children === element.children ? element : { ...element, children };
}

function numberIn({ target, children }: PageElement, pageOf: PageOf): readonly PageNode[] {
  const number = String(pageOf.get(target) ?? "");
  const [shown = ""] = children;
  return shown === number ? children : [number];
}

/** The list itself when nothing in it changes. */
function changed<T>(list: readonly T[], change: (each: T) => T): readonly T[] {
  const made = list.map(change);
  return made.every((each, at) => each === list[at]) ? list : made;
}

/** Looked for first: most pages have none. */
const FILLED = 'data-fill="page"';
const LINK = /(<a\s(?=[^>]*\bdata-fill="page")[^>]*\bhref="#([a-z0-9-]+)"[^>]*>)[^<]*<\/a>/g;

/** The same for HTML, of which a browser makes the print. */
export function fillPageNumbers(markup: string, pageOf: PageOf): string {
  if (!markup.includes(FILLED)) return markup;
  return markup.replace(LINK, (_, opening: string, target: string) => `${opening}${pageOf.get(target) ?? ""}</a>`);
}
