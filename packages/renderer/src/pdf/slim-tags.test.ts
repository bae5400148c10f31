import { expect, test } from "vitest";
import type { RawObject, RawPdf } from "./raw-pdf.ts";
import { slimTags } from "./slim-tags.ts";

const element = (entries: string) => ({ dict: `<</Type /StructElem\n${entries}>>` });
const grouping = (parent: number, entries: string) => element(`/S /NonStruct\n/P ${parent} 0 R\n${entries}`);

function slimmed(objects: readonly (readonly [number, RawObject])[]): Record<number, string> {
  const frame: readonly (readonly [number, RawObject])[] = [
    [1, { dict: "<</Type /Catalog\n/StructTreeRoot 2 0 R>>" }],
    [2, { dict: "<</Type /StructTreeRoot\n/K 10 0 R\n/ParentTree 3 0 R>>" }],
    [3, { dict: "<</Type /ParentTree\n/Nums [0 4 0 R]>>" }],
  ];
  const pdf: RawPdf = { objects: new Map([...frame, ...objects]), root: 1, info: 1 };
  return Object.fromEntries(
    [...slimTags(pdf).objects].filter(([number]) => number > 3).map(([n, { dict }]) => [n, dict]),
  );
}

test("what stands in groupings goes to the element around them, which the marks then name", () => {
  expect(
    slimmed([
      [4, { dict: "[10 0 R 12 0 R 13 0 R 14 0 R]" }],
      [10, element("/S /TD\n/P 9 0 R\n/K [11 0 R 14 0 R]")],
      [11, grouping(10, "/K [12 0 R 13 0 R 15 0 R]")],
      [12, grouping(11, "/Pg 7 0 R\n/K 1")],
      [13, grouping(11, "/Pg 8 0 R\n/K [0 <</Type /MCR\n/Pg 7 0 R\n/MCID 3>>]")],
      [14, grouping(10, "/Pg 7 0 R\n/K 2")],
      [15, element("/S /Link\n/P 11 0 R\n/Pg 7 0 R\n/K [4 <</Type /OBJR\n/Obj 5 0 R>>]")],
    ]),
  ).toEqual({
    4: "[10 0 R 10 0 R 10 0 R 10 0 R]",
    10: "<</Type /StructElem\n/S /TD\n/P 9 0 R\n/Pg 7 0 R\n/K [1 <</Type /MCR /Pg 8 0 R /MCID 0>> <</Type /MCR\n/Pg 7 0 R\n/MCID 3>> 15 0 R 2]>>",
    15: "<</Type /StructElem\n/S /Link\n/P 10 0 R\n/Pg 7 0 R\n/K [4 <</Type /OBJR\n/Obj 5 0 R>>]>>",
  });
});

test("an element keeps the page of its own marks; a grouping with a meaning of its own stays", () => {
  expect(
    slimmed([
      [10, element("/S /Table\n/P 9 0 R\n/Pg 8 0 R\n/K [0 11 0 R 12 0 R]")],
      [11, grouping(10, "/Pg 7 0 R\n/K 5")],
      [12, element("/S /NonStruct\n/Alt (a)\n/P 10 0 R\n/Pg 7 0 R\n/K 6")],
    ]),
  ).toEqual({
    10: "<</Type /StructElem\n/S /Table\n/P 9 0 R\n/Pg 8 0 R\n/K [0 <</Type /MCR /Pg 7 0 R /MCID 5>> 12 0 R]>>",
    12: "<</Type /StructElem\n/S /NonStruct\n/Alt (a)\n/P 10 0 R\n/Pg 7 0 R\n/K 6>>",
  });
});

test("spans of one are not said, others and scopes are", () => {
  const span = (which: string, many: number) => `<</O /Table\n/${which}Span ${many}>>`;
  const cell = (attributes: string) => element(`/S /TH\n/P 9 0 R\n/K 1\n/A [${attributes}]`);
  expect(
    slimmed([
      [10, cell(`<</O /Table\n/Scope /Row>> ${span("Row", 1)} ${span("Col", 1)}`)],
      [11, cell(`${span("Row", 1)} ${span("Col", 12)}`)],
      [12, cell(`${span("Row", 1)} ${span("Col", 1)}`)],
    ]),
  ).toEqual({
    10: "<</Type /StructElem\n/S /TH\n/P 9 0 R\n/K 1\n/A [<</O /Table\n/Scope /Row>> ]>>",
    11: `<</Type /StructElem\n/S /TH\n/P 9 0 R\n/K 1\n/A [${span("Col", 12)}]>>`,
    12: "<</Type /StructElem\n/S /TH\n/P 9 0 R\n/K 1>>",
  });
});

test("a link, whose own element is in the lists of parents, keeps its kids and takes the page of its text", () => {
  expect(
    slimmed([
      [4, { dict: "[11 0 R]" }],
      [10, element("/S /Link\n/P 9 0 R\n/K [11 0 R <</Type /OBJR\n/Obj 5 0 R\n/Pg 7 0 R>>]")],
      [11, grouping(10, "/Pg 7 0 R\n/K 6")],
    ]),
  ).toMatchObject({
    4: "[10 0 R]",
    10: "<</Type /StructElem\n/S /Link\n/P 9 0 R\n/Pg 7 0 R\n/K [6 <</Type /OBJR\n/Obj 5 0 R\n/Pg 7 0 R>>]>>",
  });
  const frame = element("/S /Link\n/P 9 0 R\n/K [11 0 R <</Type /OBJR\n/Obj 5 0 R\n/Pg 7 0 R>>]");
  const listed: RawPdf = {
    objects: new Map([
      [1, { dict: "<</Type /Catalog\n/StructTreeRoot 2 0 R>>" }],
      [2, { dict: "<</Type /StructTreeRoot\n/K 9 0 R\n/ParentTree 3 0 R>>" }],
      [3, { dict: "<</Type /ParentTree\n/Nums [0 10 0 R]>>" }],
      [10, frame],
      [11, grouping(10, "/Pg 7 0 R\n/K 6")],
    ]),
    root: 1,
    info: 1,
  };
  expect(slimTags(listed).objects.get(10)?.dict).toContain("/K [6 <</Type /OBJR");
});
