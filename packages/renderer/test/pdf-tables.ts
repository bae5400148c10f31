/** The tables of a PDF page by page, as pdf.js reads them from the tags: the tests' second opinion on page breaks. */
import { openPdf } from "./read-pdf.ts";

export interface PdfCell {
  readonly role: "TH" | "TD";
  /** Text without white space. */
  readonly text: string;
}

/** All rows of a table of which something stands on the page; what stands on other pages has no text here. */
export type PdfTable = readonly (readonly PdfCell[])[];

export interface PdfPage {
  readonly tables: readonly PdfTable[];
  /** All text of the page without white space, repeated headings and page numbers included. */
  readonly text: string;
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

export async function readPdfTables(bytes: Uint8Array): Promise<PdfPage[]> {
  const pdf = await openPdf(bytes);
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marked = new Map<string, string>();
    const open: (string | undefined)[] = [];
    let all = "";
    for (const each of items) {
      if ("str" in each) {
        const id = open.findLast((name) => name !== undefined);
        const text = each.str.replaceAll(/\s/gu, "");
        if (id !== undefined) marked.set(id, (marked.get(id) ?? "") + text);
        all += text;
      } else if (each.type === "endMarkedContent") open.pop();
      else open.push(each.id ?? undefined);
    }
    const tree = (await page.getStructTree()) as Node | null;
    const tables = tree === null ? [] : find(tree, "Table").map((table) => readTable(table, marked));
    pages.push({ tables, text: all });
  }
  return pages;
}

function readTable(table: Node, marked: ReadonlyMap<string, string>): PdfTable {
  return find(table, "TR").map((row) =>
    find(row, "TH", "TD").map(
      (cell): PdfCell => ({ role: cell.role === "TH" ? "TH" : "TD", text: textOf(cell, marked) }),
    ),
  );
}

/** The rows that show something on the page. */
export function rowsShown(table: PdfTable): string[][] {
  return table.map((row) => row.map(({ text }) => text)).filter((row) => row.some((text) => text !== ""));
}

function textOf(node: Node, marked: ReadonlyMap<string, string>): string {
  if (node.type === "content") return marked.get(node.id ?? "") ?? "";
  return (node.children ?? []).map((child) => textOf(child, marked)).join("");
}

function find(node: Node, ...roles: readonly string[]): Node[] {
  return (node.children ?? []).flatMap((child) => (roles.includes(child.role ?? "") ? [child] : find(child, ...roles)));
}
