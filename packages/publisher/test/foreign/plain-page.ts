/** A form as a web page by somebody else: one bordered table, no classes, blanks and line ends as an editor leaves them. */
import type { WireForm } from "@zipingbiao/core";
import { type DrawnCell, type DrawnForm, drawForm } from "@zipingbiao/core/testing";

/** The bytes of a page with these forms below each other; `size` is that of its paper, `18cm 20cm`. */
export function plainPage(forms: readonly WireForm[], size?: string): Uint8Array {
  const body = forms.map((form) => plainTable(drawForm(form))).join("<p>&nbsp;</p>\n");
  const style = size === undefined ? "" : `<style>@page { size: ${size}; margin: 2cm }</style>\n`;
  return new TextEncoder().encode(pageOf(body, style));
}

/** A page around what stands in its body. */
function pageOf(body: string, style: string): string {
  return `<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n<title>自评表</title>\n${style}</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** One table of a drawn form. */
function plainTable(drawn: DrawnForm): string {
  const rows = drawn.map((cells) => `  <tr height="28">\n${cells.map(plainCell).join("")}  </tr>\n`);
  return `<table border="1" cellspacing="0" cellpadding="3" width="100%">\n${rows.join("")}</table>\n`;
}

function plainCell({ text, across, down, isFigure, isLabel }: DrawnCell): string {
  const spans = `${across > 1 ? ` colspan="${across}"` : ""}${down > 1 ? ` rowspan="${down}"` : ""}`;
  const inner = text === "" ? "&nbsp;" : isLabel ? `<b>${escaped(text)}</b>` : escaped(text);
  // Calc writes this mark into pages of its own: the cell is text, whatever it looks like.
  const format = isFigure ? "" : ' sdnum="2052;0;@"';
  return `    <td${spans}${format}${isFigure || isLabel ? ' align="center"' : ""} valign="middle"><font size="2">\n      ${inner}\n    </font></td>\n`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");
}
