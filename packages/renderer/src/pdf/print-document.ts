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

/**
 * The page as it is given to the browser: our title and print rules come first in its head, and so hold
 * (of two titles the earlier counts).
 */
export function printDocument(html: string, title: string, fontRules: string): string {
  const head = opening.exec(html)?.[0] ?? "";
  const body = html.search(/<body\b/i);
  const end = body === -1 ? html.length : body;
  return [
    head,
    '<meta charset="utf-8">',
    `<title>${escapeText(title)}</title>`,
    `<style>${unseen}html{font-synthesis:none}${fontRules}</style>`,
    html.slice(head.length, end).replace(ownPolicy, ""),
    html.slice(end).replaceAll(landmark, ""),
  ].join("");
}

/** Where a `meta refresh` would lead: the one way out of a page that no policy closes. */
export function refreshTarget(html: string): string | undefined {
  return /<meta\b[^>]*http-equiv\s*=\s*["']?\s*refresh[^>]*>/i.exec(html)?.[0];
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
