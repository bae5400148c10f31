/** Fills workbooks in as a person would: values into cells, nothing else changed. */
import { partsOf, zipOf } from "./altered-documents.ts";

/** What is typed into a cell: a text, or the digits of a number. */
export type Typed = { readonly text: string } | { readonly number: string };

/** By the name of the cell. */
export type TypedCells = Readonly<Record<string, Typed>>;

/** `sheets` are counted from 1. Throws for a cell that a sheet does not have. */
export function fillWorkbook(workbook: Uint8Array, sheets: Readonly<Record<number, TypedCells>>): Uint8Array {
  const parts = new Map<string, Uint8Array | string>(partsOf(workbook));
  for (const [sheet, typed] of Object.entries(sheets)) {
    const name = `xl/worksheets/sheet${sheet}.xml`;
    parts.set(name, withTyped(Buffer.from(parts.get(name) ?? "").toString(), typed));
  }
  return zipOf(parts);
}

function withTyped(xml: string, typed: TypedCells): string {
  const left = new Set(Object.keys(typed));
  const filled = xml.replaceAll(
    /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>.*?<\/c>)/gu,
    (whole, name: string, rest: string) => {
      const value = typed[name];
      if (value === undefined) return whole;
      left.delete(name);
      const style = / s="\d+"/u.exec(rest)?.[0] ?? "";
      if ("number" in value) return `<c r="${name}"${style}><v>${value.number}</v></c>`;
      return `<c r="${name}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.text)}</t></is></c>`;
    },
  );
  if (left.size > 0) throw new Error(`the sheet has no cell ${[...left].join(", ")}`);
  return filled;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
