/** Only what stands in the page itself: no address is ever fetched, no script run, no frame shown. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'none'; form-action 'none'; base-uri 'none'";

/** Nothing is painted on the screen: painting costs a third of the time and shows to nobody. */
const unseen = "@media screen{body{display:none}}";

const opening = /^\uFEFF?\s*(?:<!doctype[^>]*>)?\s*(?:<html(?:\s[^>]*)?>)?\s*(?:<head(?:\s[^>]*)?>)?/i;

/**
 * The page as it is given to the browser: our policy, title and print rules come first in its head.
 * First means they hold: of two titles the earlier counts, and policies only ever add up.
 */
export function printDocument(html: string, title: string, fontRules: string): string {
  const head = opening.exec(html)?.[0] ?? "";
  return [
    head,
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escapeText(title)}</title>`,
    `<style>${unseen}html{font-synthesis:none}${fontRules}</style>`,
    html.slice(head.length),
  ].join("");
}

/** A policy of the page's own stays with the tab; pages with different ones must not share it. */
export function ownPolicy(html: string): string {
  const metas = html.match(/<meta\b[^>]*content-security-policy[^>]*>/gi);
  return metas === null ? "" : metas.join("");
}

/** Where a `meta refresh` would lead: the one way out of a page that no policy closes. */
export function refreshTarget(html: string): string | undefined {
  return /<meta\b[^>]*http-equiv\s*=\s*["']?\s*refresh[^>]*>/i.exec(html)?.[0];
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
