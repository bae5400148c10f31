/** The web page around a body: what is published as HTML and what the browser prints. */
import type { Twin } from "@zipingbiao/core";
import { escapeText } from "./escape-text.ts";
import type { StyleSheet } from "./style-sheet.ts";
import { twinScript } from "./twin-script.ts";

/** Takes the browser's own looks away, so that every format begins at the plain style of `computed-style.ts`. */
const RESET = `
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; font-synthesis: none; text-autospace: no-autospace; }
body, section, h1, h2, h3, p, figure, table, th, td { margin: 0; padding: 0; font-size: inherit; font-weight: inherit; }
th, td { text-align: inherit; vertical-align: top; }
table { width: 100%; table-layout: fixed; border: none; border-collapse: collapse; }
a { color: inherit; text-decoration: none; }
body { font: 10.5pt/1.3 "Zpb Song"; color: #000; }
`.trim();

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
