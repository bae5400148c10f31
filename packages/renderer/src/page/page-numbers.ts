/** Puts page numbers where a page asks for them: into the text of every link that shows the page of its target. */

/** Looked for first: most pages have none. */
const FILLED = 'data-fill="page"';
const LINK = /(<a (?=[^>]*\bdata-fill="page")[^>]*\bhref="#([a-z0-9-]+)"[^>]*>)[^<]*<\/a>/g;

/** Whether there is a place in the markup for the number of a page. */
export function asksForPageNumbers(markup: string): boolean {
  return markup.includes(FILLED) && markup.search(LINK) !== -1;
}

/**
 * The markup with the numbers of the pages on which the targets stand; the same text when they stand there already.
 * `pageOf` knows the page of a target by its name; one that it does not know is shown as an empty text.
 */
export function fillPageNumbers(markup: string, pageOf: Pick<ReadonlyMap<string, number>, "get">): string {
  if (!markup.includes(FILLED)) return markup;
  return markup.replace(LINK, (_, opening: string, target: string) => `${opening}${pageOf.get(target) ?? ""}</a>`);
}
