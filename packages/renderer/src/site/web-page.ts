/** A template of a web page. Wider than the vocabulary of printed pages: it is read by browsers only. */
import { createHash } from "node:crypto";
import Handlebars from "handlebars";
import { withTableRoles } from "../page/table-roles.ts";
import { TemplateError } from "../page/template-error.ts";
import type { TemplateSource } from "../page/template-source.ts";

/** Lays out a view as a complete HTML document without scripts or outer references. */
export type WebPage<View> = (view: View) => string;

const SHARED_STYLE = "web.css";

/** Reads and compiles a page with its style sheet, which follows the one that all pages share. Throws {@link TemplateError} when a file is missing or malformed. */
export function loadWebPage<View extends { readonly title: string }>(
  source: TemplateSource,
  page: string,
  style: string,
): WebPage<View> {
  const layOut = compile<View>(page, readText(source, page));
  const css = `\n${readText(source, SHARED_STYLE)}\n${readText(source, style)}`;
  const hash = createHash("sha256").update(css).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return (view) => {
    const body = layOut(view, { allowProtoPropertiesByDefault: false });
    return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${Handlebars.escapeExpression(view.title)}</title>
<style>${css}</style>
</head>
<body>
${body}</body>
</html>
`;
  };
}

function compile<View>(page: string, text: string): Handlebars.TemplateDelegate<View> {
  const engine = Handlebars.create();
  try {
    engine.precompile(text, { strict: true, knownHelpersOnly: true });
  } catch (cause) {
    throw new TemplateError(page, 0, cause instanceof Error ? cause.message : String(cause), cause);
  }
  return engine.compile<View>(withTableRoles(text), { strict: true, knownHelpersOnly: true });
}

function readText(source: TemplateSource, file: string): string {
  const text = source.read(file);
  if (text === undefined) throw new TemplateError(file, 0, `在 ${source.place} 中没有这个文件`);
  return text;
}
