/** Pieces of a form as a web page: as a script writes it, as Word saves it, inside the page of a site. */
import type { FormTable, Piece, TableCell } from "./form-table.ts";
import { type Dice, diceOf } from "./random-form.ts";

export interface PageStyle {
  readonly kind: "plain" | "word" | "site" | "nested";
  /** Widths of cells: none, or in pixels or per cent. */
  readonly widths: "none" | "px" | "percent";
  /** A table that reaches over several rows says so once, or every row has cells that are filled in by nobody. */
  readonly spaces: boolean;
  readonly hidden: boolean;
}

export function randomPageStyle(seed: number): PageStyle {
  const dice = diceOf(seed ^ 0x6c078965);
  return {
    kind: dice.pick(["plain", "word", "site", "nested"]),
    widths: dice.pick(["none", "px", "percent"]),
    spaces: dice.chance(0.3),
    hidden: dice.chance(0.3),
  };
}

/** All forms on one page. */
export function pageOf(forms: readonly (readonly Piece[])[], style: PageStyle, seed = 1): string {
  const dice = diceOf(seed ^ 0x3c6ef372);
  const body = forms.map((pieces) => pieces.map((piece) => pieceOf(piece, style, dice)).join("\n")).join("\n<hr>\n");
  if (style.kind === "word")
    return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; charset=utf-8">\r\n<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><w:View>Normal</w:View></o:OfficeDocumentSettings></xml><![endif]-->\r\n<style>\r\n<!--\r\n /* Font Definitions */\r\n @font-face {font-family:宋体;}\r\n p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm;}\r\n-->\r\n</style>\r\n<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:普通表格;}</style><![endif]-->\r\n</head>\r\n<body lang=ZH-CN style='tab-interval:21.0pt'>\r\n<div class=WordSection1>\r\n${body}\r\n</div>\r\n</body>\r\n</html>`;
  if (style.kind === "plain")
    return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>自评表</title></head><body>\n${body}\n</body></html>`;
  const site = `<!-- 页面由发布系统生成 -->\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">\n<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>.none{display:none} #pop, .tip { visibility: hidden }</style><script>document.write("<table><tr><td>项目名称</td></tr></table>")</script></head><body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/ys">预算绩效</a></li></ul><form><input type="text" placeholder="搜索" value=""><input type="submit" value="搜索"></form></div>
<div class="none">无障碍浏览 <span>进入长者模式</span></div><p>您现在的位置：首页 &gt; 政务公开 &gt; 预算绩效</p>
<h1>某区某局2024年度项目绩效自评结果公开</h1><p>发布时间：2025-08-01 来源：本站</p><div class="TRS_Editor"><p>　　根据有关规定，现将我局项目支出绩效自评情况予以公开。</p><p>　　本次公开涉及信息化项目若干，总体情况良好。</p><p>　　特此公开。</p><p>附件：</p><p>一、表</p>
${style.kind === "nested" ? `<table width="100%"><tbody><tr><td width="12">&nbsp;</td><td>\n${body}\n</td><td></td></tr></tbody></table>` : body}
</div><div class="foot"><p>主办：某区某局</p><p>备案号：00000000</p><p>网站地图</p><p>联系我们</p></div></body></html>`;
  return site;
}

function pieceOf(piece: Piece, style: PageStyle, dice: Dice): string {
  if (typeof piece !== "string") return tableOf(piece, style, dice);
  if (style.kind === "word")
    return `<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:18.0pt'>${spread(escape(piece), dice)}<span lang=EN-US><o:p></o:p></span></span></b></p>`;
  return dice.chance(0.5) ? `<h2>${escape(piece)}</h2>` : `<p align="center"><strong>${escape(piece)}</strong></p>`;
}

function tableOf({ rows, columns }: FormTable, style: PageStyle, dice: Dice): string {
  const share = (across: number): string =>
    style.widths === "none"
      ? ""
      : style.widths === "px"
        ? ` width=${across * 80}`
        : ` width="${(across * 100) / columns}%"`;
  const td = (cell: TableCell): string => {
    const span = `${cell.across > 1 ? ` colspan=${cell.across}` : ""}${cell.down > 1 ? ` rowspan="${cell.down}"` : ""}`;
    return `<td${span}${share(cell.across)}>${contentOf(cell, style, dice)}</td>`;
  };
  const lines = rows.map((row) => `<tr>${row.map(td).join(style.spaces ? "\n    " : "")}</tr>`);
  const hidden = style.hidden
    ? `<tr style="display: none"><td>旧行</td><td colspan="${columns - 1}">99.99</td></tr>`
    : "";
  const end =
    style.kind === "word"
      ? `<![if !supportMisalignedColumns]><tr height=0>${"<td width=80 style='border:none'></td>".repeat(columns)}</tr><![endif]>`
      : "";
  return `<table border=0 cellspacing=0>${lines[0] ?? ""}${hidden}${lines.slice(1).join("\n")}${end}</table>`;
}

function contentOf({ paragraphs }: TableCell, style: PageStyle, dice: Dice): string {
  const lines = paragraphs.map((text) => escape(text).replaceAll("\n", "<br>"));
  if (style.kind === "word")
    return lines
      .map(
        (line) =>
          `<p class=MsoNormal><span lang=EN-US style='font-size:9.0pt'>${line === "" ? "<o:p>&nbsp;</o:p>" : `${spread(line, dice)}<o:p></o:p>`}</span></p>`,
      )
      .join("");
  if (paragraphs.length === 1 && dice.chance(0.5)) return lines[0] === "" ? "&nbsp;" : (lines[0] ?? "");
  return style.spaces ? `\n  <p>\n${lines.join("</p>\n  <p>\n")}\n  </p>\n` : `<p>${lines.join("</p><p>")}</p>`;
}

/** Runs as Word saves them: a span for every change of script. */
function spread(html: string, dice: Dice): string {
  return html.replaceAll(/[\u4E00-\u9FFF]{4,}/gu, (run) =>
    dice.chance(0.5)
      ? `${run.slice(0, 2)}<span style='mso-spacerun:yes'></span><span\r\nlang=ZH-CN>${run.slice(2)}</span>`
      : run,
  );
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
