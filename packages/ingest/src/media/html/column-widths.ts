/** How wide the columns of a page's table are, as far as the table says so. */
import type { GridRow } from "./table-grid.ts";
import { type PageElement, attributeOf, isElement } from "./parse-page.ts";

/** In any one unit; `undefined` unless every column has a width, all of them in the same unit. */
export function columnWidths(table: PageElement, rows: readonly GridRow[]): readonly number[] | undefined {
  const columns = Math.max(0, ...rows.map(({ cells }) => (cells.at(-1)?.column ?? 0) + (cells.at(-1)?.columns ?? 0)));
  const widths: (readonly [number, string] | undefined)[] = fromColumns(table);
  for (const { cells } of rows) {
    for (const { element, column, columns: span, goesOn } of cells)
      if (span === 1 && !goesOn) widths[column] ??= widthOf(element);
  }
  const known = Array.from({ length: columns }, (_, at) => widths[at]);
  const unit = known[0]?.[1];
  const found = known.flatMap((width) => (width !== undefined && width[1] === unit && width[0] > 0 ? [width[0]] : []));
  return found.length > 0 && found.length === columns ? found : undefined;
}

function fromColumns(table: PageElement): (readonly [number, string] | undefined)[] {
  const groups = table.childNodes.filter(isElement).filter(({ tagName }) => tagName === "colgroup");
  return groups
    .flatMap((group) => group.childNodes.filter(isElement))
    .flatMap((column) => {
      const span = /^[1-9]\d?$/u.exec(attributeOf(column, "span") ?? "")?.[0] ?? "1";
      return Array.from({ length: Number.parseInt(span, 10) }, () => widthOf(column));
    });
}

function widthOf(element: PageElement): readonly [number, string] | undefined {
  const style = /(?:^|[;\s])width\s*:\s*([\d.]+)\s*(px|pt|mm|cm|in|%|em)/iu.exec(attributeOf(element, "style") ?? "");
  const plain = style ?? /^\s*([\d.]+)\s*(px|%)?\s*$/iu.exec(attributeOf(element, "width") ?? "");
  const [, digits, unit] = plain ?? [];
  if (digits === undefined || !/^\d{1,6}(?:\.\d{1,6})?$/u.test(digits)) return undefined;
  const [whole = "0", part = ""] = digits.split(".");
  return [Number.parseInt(`${whole}${part.padEnd(6, "0")}`, 10), (unit ?? "px").toLowerCase()];
}
