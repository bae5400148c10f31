/** The twin as a data block of the page: a script element that no browser runs, whatever the policy says. */
import { TWIN_SCRIPT_ID, type Twin } from "@zipingbiao/core";

const OPENING = `<script type="application/json" id="${TWIN_SCRIPT_ID}"`;
const CLOSING = "</script>";

/** The element. In the data every `<` is written `\u003c`, so nothing in it can end the block or open a comment. */
export function twinScript({ shows, fileName, text, sha256 }: Twin): string {
  const data = text.replaceAll("<", "\\u003c");
  return `${OPENING} data-shows="${shows}" data-file="${fileName}" data-sha256="${sha256}">${data}${CLOSING}`;
}

/** The page without its data block: what is printed has no use for it. */
export function withoutTwinScript(html: string): string {
  const from = html.indexOf(OPENING);
  const to = html.indexOf(CLOSING, from);
  return from === -1 || to === -1 ? html : html.slice(0, from) + html.slice(to + CLOSING.length);
}
