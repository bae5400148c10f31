/** The tags of a document as objects of a PDF, and the notes of its links. */
import { textString } from "../pin.ts";
import type { RawObject } from "../raw-pdf.ts";
import type { Paper, PlacedPage } from "./placed.ts";
import { TagNode } from "./tag-node.ts";

/** Of the documents and all that is tagged in them. */
export const LANGUAGE = "zh-CN";

export interface TagPlaces {
  /** Number of the first page's object; the others follow. */
  readonly firstPage: number;
  /** Objects are numbered from here on. */
  readonly first: number;
  readonly paper: Paper;
}

export interface WrittenTags {
  /** Number of the root of all tags. */
  readonly root: number;
  readonly objects: readonly (readonly [number, RawObject])[];
  /** By page: the numbers of its notes. */
  readonly notes: readonly (readonly number[])[];
}

export function writeTags(document: TagNode, pages: readonly PlacedPage[], places: TagPlaces): WrittenTags {
  const { firstPage, first } = places;
  const [root, parents, ids, leaf] = [first, first + 1, first + 2, first + 3];
  const nodes = nodesIn(document);
  const numbers = new Map(nodes.map((node, at) => [node, first + 4 + at]));
  const headings = nodes.filter(({ role }) => role === "TH");
  const names = new Map(headings.map((node, at) => [node, `(node${String(at + 1).padStart(8, "0")})`]));
  const objects: [number, RawObject][] = [];
  let next = first + 4 + nodes.length;
  /** Keys of the pages come first, then one for each note. */
  let key = pages.length;
  const notes: number[][] = [];
  const noteKeys: string[] = [];
  for (const [at, { links }] of pages.entries()) {
    notes.push(
      links.map(({ target, text, tag, x, y, width, height }) => {
        const top = places.paper.height - y;
        const rectangle = [x, top - height, x + width, top].map(points).join(" ");
        objects.push([
          next,
          {
            dict:
              `<</Type /Annot\n/Subtype /Link\n/F 4\n/Border [0 0 0]\n/Rect [${rectangle}]\n` +
              `/Dest /${target}\n/Contents ${textString(text)}\n/StructParent ${key}>>`,
          },
        ]);
        tag.kids.push({ page: at, note: next });
        noteKeys.push(`${key} ${numbers.get(tag) ?? 0} 0 R`);
        key += 1;
        next += 1;
        return next - 1;
      }),
    );
  }
  const lists = marksOf(nodes, pages.length, numbers).map((marks, at) => [next + at, marks] as const);
  for (const node of nodes) {
    const dict = elementText(node, { numbers, names, firstPage, root });
    objects.push([numbers.get(node) ?? 0, { dict }]);
  }
  for (const [number, dict] of lists) objects.push([number, { dict }]);
  const keys = [...lists.map(([number], at) => `${at} ${number} 0 R`), ...noteKeys];
  objects.push([parents, { dict: `<</Type /ParentTree\n/Nums [${keys.join(" ")}]>>` }]);
  const known = [...names].map(([node, name]) => `${name} ${numbers.get(node) ?? 0} 0 R`);
  const [low, high] = [[...names.values()].at(0), [...names.values()].at(-1)];
  if (low !== undefined) {
    objects.push([ids, { dict: `<</Kids [${leaf} 0 R]>>` }]);
    objects.push([leaf, { dict: `<</Limits [${low} ${high}]\n/Names [${known.join(" ")}]>>` }]);
  }
  objects.push([
    root,
    {
      dict:
        `<</Type /StructTreeRoot\n/K ${numbers.get(document) ?? 0} 0 R\n/ParentTreeNextKey ${key}\n/ParentTree ${parents} 0 R` +
        `${low === undefined ? "" : `\n/IDTree ${ids} 0 R`}>>`,
    },
  ]);
  return { root, objects, notes };
}

/** A tag and all below it, in the order of the text. */
function nodesIn(node: TagNode): TagNode[] {
  return [node, ...node.kids.flatMap((kid) => (kid instanceof TagNode ? nodesIn(kid) : []))];
}

/** By page: the tags of its marks, in the order of the marks. */
function marksOf(nodes: readonly TagNode[], pages: number, numbers: ReadonlyMap<TagNode, number>): readonly string[] {
  const marks = Array.from({ length: pages }, (): string[] => []);
  for (const node of nodes) {
    for (const kid of node.kids) {
      if (kid instanceof TagNode || !("mark" in kid)) continue;
      const page = marks[kid.page];
      if (page !== undefined) page[kid.mark] = `${numbers.get(node) ?? 0} 0 R`;
    }
  }
  return marks.map((each) => `[${each.join(" ")}]`);
}

interface Naming {
  readonly numbers: ReadonlyMap<TagNode, number>;
  readonly names: ReadonlyMap<TagNode, string>;
  readonly firstPage: number;
  readonly root: number;
}

function elementText(node: TagNode, { numbers, names, firstPage, root }: Naming): string {
  const own = node.kids.find((kid) => !(kid instanceof TagNode));
  const page = own === undefined || own instanceof TagNode ? undefined : own.page;
  const kids = node.kids.map((kid) => {
    if (kid instanceof TagNode) return `${numbers.get(kid) ?? 0} 0 R`;
    const at = `/Pg ${firstPage + kid.page} 0 R`;
    if ("note" in kid) return `<</Type /OBJR\n${at}\n/Obj ${kid.note} 0 R>>`;
    return kid.page === page ? String(kid.mark) : `<</Type /MCR\n${at}\n/MCID ${kid.mark}>>`;
  });
  const parent = node.parent === undefined ? root : (numbers.get(node.parent) ?? 0);
  return [
    `<</Type /StructElem\n/S /${node.role}\n/P ${parent} 0 R`,
    page === undefined ? "" : `\n/Pg ${firstPage + page} 0 R`,
    names.has(node) ? `\n/ID ${names.get(node)}` : "",
    attributesText(node, names),
    node.parent === undefined ? `\n/Lang (${LANGUAGE})` : "",
    kids.length === 0 ? "" : `\n/K [${kids.join(" ")}]`,
    ">>",
  ].join("");
}

function attributesText({ scope, rowspan, colspan, headings }: TagNode, names: ReadonlyMap<TagNode, string>): string {
  const entries = [
    ...(scope === undefined ? [] : [`/Scope /${scope}`]),
    ...(headings.length === 0 ? [] : [`/Headers [${headings.map((heading) => names.get(heading) ?? "").join(" ")}]`]),
    ...(rowspan === 1 ? [] : [`/RowSpan ${rowspan}`]),
    ...(colspan === 1 ? [] : [`/ColSpan ${colspan}`]),
  ];
  return entries.length === 0 ? "" : `\n/A <</O /Table\n${entries.join("\n")}>>`;
}

function points(value: number): number {
  return Math.round(value * 100) / 100;
}
