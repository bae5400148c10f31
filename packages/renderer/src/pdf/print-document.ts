import { escapeText } from "../page/escape-text.ts";

/**
 * What a tab is opened with: only what stands in a page itself may show; no address is fetched, no script run, no frame
 * shown. A policy holds for every later page of the tab, which is why pages are printed without their own: each one
 * would be added to all before it, and a tab would lose ten milliseconds a page in every thousand pages.
 */
export const tabOpening =
  '<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="' +
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'none'; form-action 'none'; base-uri 'none'" +
  '">';

const ownPolicy = /<meta\b[^>]*content-security-policy[^>]*>/gi;

/** For readers in a browser; in the tags of a PDF it would be one more level that holds everything. */
const landmark = /<\/?main>/g;

/** Nothing is painted on the screen: painting costs a third of the time and shows to nobody. */
const unseen = "@media screen{body{display:none}}";

const opening = /^\uFEFF?\s*(?:<!doctype[^>]*>)?\s*(?:<html(?:\s[^>]*)?>)?\s*(?:<head(?:\s[^>]*)?>)?/i;

/** What is to be printed of a document, besides its HTML. */
export interface PrintFrame {
  readonly title: string;
  /** Style rules that hold before its own. */
  readonly rules: string;
  /** Places of the page that the print shall tell: the browser notes those alone that links lead to. */
  readonly anchors?: readonly string[];
}

/**
 * The page as it is given to the browser: our title and print rules come first in its head, and so hold
 * (of two titles the earlier counts). Behind it stands an unseen link to each of `anchors`.
 */
export function printDocument(html: string, { title, rules, anchors = [] }: PrintFrame): string {
  const head = opening.exec(html)?.[0] ?? "";
  const body = html.search(/<body\b/i);
  const end = body === -1 ? html.length : body;
  const close = Math.max(html.lastIndexOf("</body>"), end);
  const links = anchors.map((anchor) => `<a href="#${anchor}"></a>`).join("");
  return [
    head,
    '<meta charset="utf-8">',
    `<title>${escapeText(title)}</title>`,
    `<style>${unseen}html{font-synthesis:none}${rules}</style>`,
    html.slice(head.length, end).replace(ownPolicy, ""),
    tagged(html.slice(end, close).replaceAll(landmark, "")),
    links === "" ? "" : `<p style="display:none">${links}</p>`,
    html.slice(close).replaceAll(landmark, ""),
  ].join("");
}

const blankCell = /(<(t[hd])\b(?! data-goes-on)[^>]*>(?:\s|<\/?(?:p|span|w?br)\b[^>]*>)*)(<\/\2>)/g;

/**
 * Tables whose tags say all that they hold: the browser tags no cell that shows nothing, and takes a table without
 * headings for mere layout. A row then has all its cells, as readers of tagged PDF expect.
 */
function tagged(body: string): string {
  return body.replace(blankCell, "$1&nbsp;$3").replace(/<table(?=[\s>])(?![^>]*\srole=)/g, '<table role="table"');
}

/** Where a `meta refresh` would lead: the one way out of a page that no policy closes. */
export function refreshTarget(html: string): string | undefined {
  return /<meta\b[^>]*http-equiv\s*=\s*["']?\s*refresh[^>]*>/i.exec(html)?.[0];
}
