/** A drawn form in the media that people hand in, each as some program of theirs leaves it. */
import type { DrawnCell, DrawnForm } from "@zipingbiao/core/testing";
import type { WriteSheet } from "hucre/xlsx";
import { encodeGb18030 } from "./gb18030.ts";
import { workbookOf } from "./layout-xlsx.ts";
import { wordFileOf } from "./word-file-of.ts";

export const MEDIA = ["html", "html in GB18030", "docx", "xlsx", "tsv", "csv"] as const;
export type Medium = (typeof MEDIA)[number];

/** The bytes of a document with this form. */
export async function fileOf(drawn: DrawnForm, medium: Medium): Promise<Uint8Array> {
  switch (medium) {
    case "html":
      return new TextEncoder().encode(pageWith(tableOf(drawn), "utf-8"));
    case "html in GB18030":
      return encodeGb18030(pageWith(tableOf(drawn), "gb2312"));
    case "docx":
      return wordFileOf(wordTable(drawn));
    case "xlsx":
      return await workbookOf([sheetOf([drawn])]);
    case "tsv":
      return new TextEncoder().encode(
        linesOf(drawn)
          .map((cells) => cells.map(quoted("\t")).join("\t"))
          .join("\r\n"),
      );
    case "csv":
      return new TextEncoder().encode(
        linesOf(drawn)
          .map((cells) => cells.map(quoted(",")).join(","))
          .join("\r\n"),
      );
  }
}

export function pageWith(body: string, charset: string): string {
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=${charset}"><meta name=Generator content="Microsoft Word 15"><title>表</title></head><body lang=ZH-CN><div class=WordSection1>${body}</div></body></html>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export function tableOf(drawn: DrawnForm): string {
  const cell = ({ text, across, down }: DrawnCell): string => {
    const spans = `${across > 1 ? ` colspan=${across}` : ""}${down > 1 ? ` rowspan=${down}` : ""}`;
    return `<td${spans} style='border:solid windowtext 1.0pt'><p class=MsoNormal><span lang=EN-US>${text === "" ? "<o:p>&nbsp;</o:p>" : escaped(text)}</span></p></td>`;
  };
  return `<table class=MsoNormalTable border=1>${drawn.map((cells) => `<tr>${cells.map(cell).join("")}</tr>`).join("\n")}</table>`;
}

/** Every cell with the column in which it begins, and those that reach down from above. */
interface Laid {
  readonly cell: DrawnCell;
  readonly column: number;
  readonly goesOn: boolean;
}

function laidOut(drawn: DrawnForm): readonly (readonly Laid[])[] {
  let open: { readonly laid: Laid; left: number }[] = [];
  return drawn.map((cells) => {
    const row: Laid[] = open.map(({ laid }) => ({ ...laid, goesOn: true }));
    const covers = (column: number): Laid | undefined =>
      row.find((each) => column >= each.column && column < each.column + each.cell.across);
    open = open.map((each) => ({ ...each, left: each.left - 1 })).filter(({ left }) => left > 0);
    let column = 0;
    for (const cell of cells) {
      for (let over = covers(column); over !== undefined; over = covers(column))
        column = over.column + over.cell.across;
      const laid = { cell, column, goesOn: false };
      row.push(laid);
      if (cell.down > 1) open.push({ laid, left: cell.down - 1 });
      column += cell.across;
    }
    return row.toSorted((a, b) => a.column - b.column);
  });
}

/** One table as WPS writes it: widths of its own for every cell, merged cells gone on with. */
export function wordTable(drawn: DrawnForm): string {
  const run = (text: string): string =>
    text === ""
      ? ""
      : `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  const rows = laidOut(drawn).map((laid) => {
    const cells = laid.map(({ cell: { text, across, down }, goesOn }) => {
      const merge = goesOn ? "<w:vMerge/>" : down > 1 ? '<w:vMerge w:val="restart"/>' : "";
      const span = across > 1 ? `<w:gridSpan w:val="${across}"/>` : "";
      return `<w:tc><w:tcPr><w:tcW w:w="${1100 * across}" w:type="dxa"/>${span}${merge}</w:tcPr><w:p>${goesOn ? "" : run(text)}</w:p></w:tc>`;
    });
    return `<w:tr>${cells.join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="1100"/>'.repeat(widthOf(drawn))}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

function widthOf(drawn: DrawnForm): number {
  const ends = laidOut(drawn).flatMap((row) => row.map(({ cell, column }) => column + cell.across));
  return Math.max(...ends);
}

/** Forms side by side on a sheet, a blank column between them. */
export function sheetOf(forms: readonly DrawnForm[]): WriteSheet {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const merges: NonNullable<WriteSheet["merges"]> = [];
  const rows: (string | null)[][] = [];
  let left = 0;
  for (const drawn of forms) {
    for (const [row, laid] of laidOut(drawn).entries()) {
      for (const { cell, column, goesOn } of laid) {
        if (goesOn) continue;
        const from = left + column;
        const line = (rows[row] ??= []);
        while (line.length <= from) line.push(null);
        line[from] = cell.text === "" ? null : cell.text;
        cells.set(`${row},${from}`, { value: cell.text === "" ? null : cell.text });
        if (cell.across > 1 || cell.down > 1)
          merges.push({ startRow: row, startCol: from, endRow: row + cell.down - 1, endCol: from + cell.across - 1 });
      }
    }
    left += widthOf(drawn) + 1;
  }
  return { name: "表", rows: Array.from(rows, (row) => row ?? []), cells, merges };
}

/** Rows of texts: a merged cell stands where it begins, and blank cells for the rest of it. */
function linesOf(drawn: DrawnForm): readonly (readonly string[])[] {
  return laidOut(drawn).map((row) =>
    row.flatMap(({ cell, goesOn }) => [goesOn ? "" : cell.text, ...Array<string>(cell.across - 1).fill("")]),
  );
}

/** As spreadsheets quote: where the text holds a quote, a line end or what parts the cells. */
function quoted(separator: string): (text: string) => string {
  return (text) =>
    text.includes('"') || text.includes("\n") || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}
