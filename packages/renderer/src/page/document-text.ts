/** The web page around a body: what is published as HTML and what the browser prints. */
import type { Twin } from "@zipingbiao/core";
import { escapeText } from "./escape-text.ts";
import type { StyleSheet } from "./style-sheet.ts";
import { RESET } from "./reset-style.ts";
import { twinScript } from "./twin-script.ts";

/**
 * Nothing may be fetched or run. The one style element is allowed by a fixed policy, not by its hash: a browser tab
 * that prints several documents holds each to the policies of all before it, so hashes would bar every other style.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A web page of one body. */
export function documentText(style: StyleSheet, title: string, body: string, twin?: Twin): string {
  return documentHead(style, title, twin) + body + DOCUMENT_TAIL;
}

/** What stands before the body of a page, and behind it. */
export function documentHead(style: StyleSheet, title: string, twin?: Twin): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<style>
${RESET}

${style.css}
</style>
${twin === undefined ? "" : twinScript(twin)}</head>
<body>
<main>
`;
}

export const DOCUMENT_TAIL = `
</main>
</body>
</html>
`;
