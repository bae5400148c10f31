/** Fills a workbook in as a person would: values into cells, nothing else changed. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** What is typed into a cell: a text, or the digits of a number. */
export type Typed = { readonly text: string } | { readonly number: string };

/** `cells` by sheet (counted from 1), then by name of the cell. Throws for a cell that the sheet does not have. */
export function fillWorkbook(
  workbook: Uint8Array,
  cells: Readonly<Record<number, Readonly<Record<string, Typed>>>>,
): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [sheet, typed] of Object.entries(cells)) {
    const name = `xl/worksheets/sheet${sheet}.xml`;
    let xml = strFromU8(parts[name] ?? new Uint8Array());
    for (const [cell, value] of Object.entries(typed)) xml = withTyped(xml, cell, value);
    parts[name] = strToU8(xml);
  }
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}

function withTyped(xml: string, cell: string, value: Typed): string {
  const found = new RegExp(`<c r="${cell}"([^>]*?)(?:/>|>.*?</c>)`, "u").exec(xml);
  if (found === null) throw new Error(`the sheet has no cell ${cell}`);
  const style = / s="\d+"/u.exec(found[1] ?? "")?.[0] ?? "";
  const typed =
    "number" in value
      ? `<c r="${cell}"${style}><v>${value.number}</v></c>`
      : `<c r="${cell}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.text)}</t></is></c>`;
  return xml.slice(0, found.index) + typed + xml.slice(found.index + found[0].length);
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
