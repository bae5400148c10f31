/** Where tags, pages and places hang in a part. */
import { type RawPdf, referenceIn, referencesIn } from "../raw-pdf.ts";
import { dictOf, kidsOf } from "../read-text-layer.ts";

export interface PartStructure {
  /** Object numbers of what a whole document has one of, and a part none: catalog, information, roots, page tree. */
  readonly roots: ReadonlySet<number>;
  /** The element that holds all others, and its kids. */
  readonly document: number;
  readonly kids: readonly number[];
  /** `key reference` of every page and link: the inside of `/Nums`. */
  readonly parents: string;
  readonly parentTree: number;
  /** How many keys there are. */
  readonly keys: number;
  /** The leaves of the tree of ids, in their order. */
  readonly idLeaves: readonly number[];
}

/** Throws for tags that are not in our writing. */
export function structureOf(pdf: RawPdf): PartStructure {
  const catalog = dictOf(pdf, pdf.root);
  const tags = needed(referenceIn(catalog, "StructTreeRoot"), "StructTreeRoot");
  const root = dictOf(pdf, tags);
  const document = needed(referenceIn(root, "K"), "K");
  const dict = dictOf(pdf, document);
  const kids = kidsOf(dict).map(({ element }) => needed(element, "K"));
  if (!/\/S \/Document\b/.test(dict)) throw new Error("标签的根不是 Document");
  const parentTree = needed(referenceIn(root, "ParentTree"), "ParentTree");
  const parents = /\/Nums \[((?:\s*\d+ \d+ 0 R)*)\s*\]/.exec(dictOf(pdf, parentTree))?.[1];
  const keys = /\/ParentTreeNextKey (\d+)/.exec(root)?.[1];
  const ids = referenceIn(root, "IDTree");
  const idTree = ids === undefined ? [] : [ids, ...referencesIn(dictOf(pdf, ids), "Kids")];
  const dests = referenceIn(catalog, "Dests");
  const roots = [pdf.root, pdf.info, tags, ...pageNodes(pdf, needed(referenceIn(catalog, "Pages"), "Pages"))];
  if (parents === undefined || keys === undefined) throw new Error("标签的登记不是本工具的写法");
  return {
    roots: new Set([...roots, ...(ids === undefined ? [] : [ids]), ...(dests === undefined ? [] : [dests])]),
    document,
    kids,
    parents,
    parentTree,
    keys: Number.parseInt(keys, 10),
    idLeaves: idTree.slice(1),
  };
}

/** The nodes of the tree of pages, without the pages. */
function pageNodes(pdf: RawPdf, node: number): number[] {
  const dict = dictOf(pdf, node);
  return /\/Type \/Pages\b/.test(dict)
    ? [node, ...referencesIn(dict, "Kids").flatMap((kid) => pageNodes(pdf, kid))]
    : [];
}

function needed(number: number | undefined, entry: string): number {
  if (number === undefined) throw new Error(`打印出的文件里没有 /${entry}`);
  return number;
}
