import fc from "fast-check";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { CONTINUED, type TablePages, joinTables, readMarks, splitTable } from "./split-table.ts";
import { type TableGrid, readTableGrids } from "./table-grid.ts";

type Element = DefaultTreeAdapterMap["element"];

/** Labels that cover some rows each, two columns of them, then a cell of the row's own. */
const groups = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});

function tableOf(sizes: readonly (readonly number[])[]): string {
  const rows = sizes.flatMap((inner, group) => {
    const total = inner.reduce((sum, size) => sum + size, 0);
    return inner.flatMap((size, at) =>
      Array.from({ length: size }, (_, row) => {
        const outer =
          at === 0 && row === 0 ? `<th class="label" scope="rowgroup" rowspan="${total}">${group}</th>` : "";
        const label = row === 0 ? `<th class="label" rowspan="${size}">${group}<wbr>.${at}</th>` : "";
        return `<tr class="r">${outer}${label}\n<td><p>${group}.${at}.${row}</p></td></tr>`;
      }),
    );
  });
  const head = "<thead><tr><th>甲</th><th>乙</th><th>丙</th></tr></thead>";
  return `<table class="grid"><colgroup><col></colgroup>${head}<tbody>${rows.join("")}<tr><th colspan="3">合</th></tr></tbody></table>`;
}

const cases = groups.chain((sizes) => {
  const html = tableOf(sizes);
  const count = sizes.flat().reduce((sum, size) => sum + size, 0);
  const row = fc.integer({ min: 1, max: count + 1 });
  return fc.record({
    html: fc.constant(html),
    pages: fc.record({
      breaks: fc.uniqueArray(row, { maxLength: 6 }).map((rows) => rows.toSorted((a, b) => a - b)),
      parted: fc.array(fc.tuple(row, fc.integer({ min: 0, max: 3 })), { maxLength: 2 }).map((rows) => new Map(rows)),
    }),
  });
});

function gridOf(html: string): TableGrid {
  const [grid] = readTableGrids(html);
  if (grid === undefined) throw new Error("no table");
  return grid;
}

describe("a table that is split", () => {
  it("has every column in every row, and the first part of what it had", () => {
    fc.assert(
      fc.property(cases, ({ html, pages }) => {
        const before = layOut(html);
        const after = layOut(splitTable(html, gridOf(html), pages));
        expect(after.length).toBe(before.length);
        for (const [row, columns] of after.entries()) {
          // 新添的格子从一页的第一行开始，印着原来的文字与「（续）」；别的格子都没有变。
          const added = columns.map((_, column) => begins(after, row, column) && !begins(before, row, column));
          expect(added.includes(true) && !pages.breaks.includes(row)).toBe(false);
          const texts = before[row]?.map(({ text }, column) => (added[column] === true ? `${text}${CONTINUED}` : text));
          const begun = columns.map((_, column) => begins(after, row, column));
          expect(columns.map(({ text }) => text).filter((_, column) => begun[column])).toEqual(
            texts?.filter((_, column) => begun[column]),
          );
          expect(columns).toHaveLength(3);
        }
        for (const row of pages.breaks)
          expect(after[row]?.filter((cell) => after[row - 1]?.includes(cell))).toEqual([]);
      }),
    );
  });

  it("is itself again when it is joined, and tells what was done to it", () => {
    fc.assert(
      fc.property(cases, ({ html, pages }) => {
        const split = splitTable(html, gridOf(html), pages);
        expect(joinTables(split)).toBe(html);
        expect(readMarks(split, gridOf(split))).toEqual({
          begins: pages.breaks,
          parts: new Set([...pages.parted.keys()].toSorted((a, b) => a - b)),
        });
        expect(gridOf(split).rows).toHaveLength(gridOf(html).rows.length);
      }),
    );
  });
});

it("repeats the labels beside a row of three pages on its second and third", () => {
  const html = tableOf([[1, 2]]);
  const pages: TablePages = { breaks: [], parted: new Map([[2, 2]]) };
  const labels = [
    ...splitTable(html, gridOf(html), pages).matchAll(/<p data-goes-on style="break-before:page">(.*?)<\/p>/g),
  ];
  const shown = labels.map(([, text]) => text?.replaceAll(/<[^>]*>/g, ""));
  expect(shown).toEqual([`0${CONTINUED}`, `0${CONTINUED}`, `0.1${CONTINUED}`, `0.1${CONTINUED}`]);
});

it("leaves a table alone that no page begins in", () => {
  const html = tableOf([[2], [3]]);
  expect(splitTable(html, gridOf(html), { breaks: [], parted: new Map() })).toBe(html);
});

/** Whether the cell that stands here begins in this row. */
function begins(grid: readonly (readonly Placed[])[], row: number, column: number): boolean {
  return grid[row]?.[column] !== grid[row - 1]?.[column];
}

interface Placed {
  readonly text: string;
}

/** The grid by the rules of HTML, through a parser that is not ours; what is repeated inside a cell is left out. */
function layOut(html: string): Placed[][] {
  const grid: Placed[][] = [];
  const rows = find(parseFragment(joinRepeated(html)), "tr");
  for (const [at, row] of rows.entries()) {
    grid[at] ??= [];
    let column = 0;
    for (const cell of find(row, "th", "td")) {
      while (grid[at]?.[column] !== undefined) column += 1;
      const placed = { text: textOf(cell).trim() };
      for (let down = 0; down < span(cell, "rowspan"); down += 1) {
        for (let right = 0; right < span(cell, "colspan"); right += 1) {
          const line = (grid[at + down] ??= []);
          expect(line[column + right]).toBeUndefined();
          line[column + right] = placed;
        }
      }
    }
  }
  return grid;
}

function joinRepeated(html: string): string {
  return html.replaceAll(/<(p|thead|tfoot) data-goes-on[^>]*>.*?<\/\1>/gs, "");
}

function find(node: DefaultTreeAdapterMap["parentNode"], ...names: string[]): Element[] {
  return node.childNodes.flatMap((child) =>
    "childNodes" in child ? [...(names.includes(child.nodeName) ? [child] : []), ...find(child, ...names)] : [],
  );
}

function textOf(node: DefaultTreeAdapterMap["parentNode"]): string {
  return node.childNodes
    .map((child) => ("value" in child ? child.value : "childNodes" in child ? textOf(child) : ""))
    .join("");
}

function span(cell: Element, name: string): number {
  return Number.parseInt(cell.attrs.find((each) => each.name === name)?.value ?? "1", 10);
}
