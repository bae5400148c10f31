/** Which headings a table cell is said to have. */
import type { RawObject, RawPdf } from "./raw-pdf.ts";

const ownId = /\/ID (\(node\d+\))/;
const headers = /<<\/O \/Table\n\/Headers \[([^\]]*)\]>> ?/;

/**
 * Chromium gives a cell the headings below it in its column and to its right in its row as well (预期目标 to the name of
 * the project); a heading rules what follows it, so these are taken out. Elements are numbered as they follow each other.
 */
export function mendHeaders(pdf: RawPdf): RawPdf {
  const headings = new Map<string, number>();
  for (const [number, { dict }] of pdf.objects) {
    const id = dict.includes("/ID (") ? ownId.exec(dict)?.[1] : undefined;
    if (id !== undefined) headings.set(id, number);
  }
  const objects = new Map<number, RawObject>();
  for (const [number, object] of pdf.objects) {
    const found = object.stream === undefined && object.dict.includes("/Headers") ? headers.exec(object.dict) : null;
    if (found === null) {
      objects.set(number, object);
      continue;
    }
    const ids = (found[1] ?? "").split(" ").filter((id) => (headings.get(id) ?? number) < number);
    const said = ids.length === 0 ? "" : `<</O /Table\n/Headers [${ids.join(" ")}]>> `;
    objects.set(number, { dict: object.dict.replace(headers, () => said) });
  }
  return { ...pdf, objects };
}
