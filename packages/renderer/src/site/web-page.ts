/** A template of a web page. Wider than the vocabulary of printed pages: it is read by browsers only. */
import { createHash } from "node:crypto";
import { escapeText } from "../page/escape-text.ts";
import { withTableRoles } from "../page/table-roles.ts";
import { type TemplateSource, readText } from "../page/template-source.ts";
import { type LayOut, compileTemplate, markupOf } from "../template/compile-template.ts";

/** Lays out a view as a complete HTML document without outer references. */
export type WebPage<View> = (view: View) => string;

const SHARED_STYLE = "web.css";

/**
 * Reads and compiles a page with its style sheets, which follow the one that all pages share; `scripts` are the addresses of
 * its scripts, relative. Throws {@link TemplateError} when a file is missing or malformed.
 */
export function loadWebPage<View extends { readonly title: string }>(
  source: TemplateSource,
  page: string,
  styles: readonly string[],
  scripts: readonly string[] = [],
): WebPage<View> {
  const layOut = compileWebTemplate(source, page);
  const css = `\n${readText(source, SHARED_STYLE)}\n${styles.map((style) => readText(source, style)).join("\n")}`;
  const hash = createHash("sha256").update(css).digest("base64");
  const policy = policyOf(`'sha256-${hash}'`, scripts.length > 0);
  const head = `<style>${css}</style>${scripts.map((address) => `\n<script src="${address}" defer></script>`).join("")}`;
  return (view) => webDocument(view.title, policy, head, markupOf(layOut, view));
}

/**
 * Nothing is fetched, framed or sent; scripts and shared style sheets are files of the publication itself. `'self'` holds
 * for a folder that is opened from a disk as well as on a server (docs/decisions/0015-site-without-server.md).
 */
export function policyOf(styles: string, hasScripts: boolean): string {
  const scripts = hasScripts ? " script-src 'self';" : "";
  return `default-src 'none';${scripts} style-src ${styles}; base-uri 'none'; form-action 'none'`;
}

/** `head`: elements of ours. */
export function webDocument(title: string, policy: string, head: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
${head}
</head>
<body>
${body}</body>
</html>
`;
}

/** Compiles a template with those of its folder that it includes. */
export function compileWebTemplate(source: TemplateSource, page: string): LayOut {
  const folder = page.slice(0, page.lastIndexOf("/") + 1);
  const dressed = (file: string, caller = "") => ({ file, text: withTableRoles(readText(source, file, caller)) });
  return compileTemplate(dressed(page), (name, caller) => dressed(`${folder}${name}.hbs`, caller));
}
