import { expect, it } from "vitest";
import { mendHeaders } from "./mend-headers.ts";

const cell = (headers: string) => `<</Type /StructElem\n/S /TD\n/A [${headers}<</O /Table\n/RowSpan 1>>]>>`;
const said = (ids: string) => `<</O /Table\n/Headers [${ids}]>> `;

it("leaves a cell the headings that stand before it", () => {
  const objects = new Map([
    [1, { dict: "<</Type /StructElem\n/S /TH\n/ID (node00000007)>>" }],
    [2, { dict: cell(said("(node00000009) (node00000007)")) }],
    [3, { dict: cell(said("(node00000009)")) }],
    [4, { dict: "<</Type /StructElem\n/S /TH\n/ID (node00000009)>>" }],
    [5, { dict: cell(said("(node00000009) (node00000007)")) }],
    [6, { dict: "<</Length 11>>", stream: Buffer.from("/Headers [] ") }],
  ]);
  const mended = mendHeaders({ objects, root: 1, info: 1 });
  expect([...mended.objects.values()].map(({ dict }) => dict)).toEqual([
    "<</Type /StructElem\n/S /TH\n/ID (node00000007)>>",
    cell(said("(node00000007)")),
    cell(""),
    "<</Type /StructElem\n/S /TH\n/ID (node00000009)>>",
    cell(said("(node00000009) (node00000007)")),
    "<</Length 11>>",
  ]);
});
