/** The tags of a document without what says nothing: half of them. */
import { type RawObject, type RawPdf, referenceIn, referencesIn } from "./raw-pdf.ts";

/** An element as Chromium begins it. The format does not ask for the type, but some readers do. */
const ELEMENT = "<</Type /StructElem\n";

/** A level around a run of text that has nothing but its place and its kids. */
const GROUPING =
  /^<<\/Type \/StructElem\n\/S \/NonStruct\n\/P (\d+) 0 R\n(?:\/Pg (\d+) 0 R\n)?\/K (\[[^[\]]*\]|<<[^<>]*>>|\d+(?: 0 R)?)>>$/;

interface Grouping {
  readonly parent: number;
  /** Object number of the page that plain marks stand on. */
  readonly page: string | undefined;
  readonly kids: string;
}

const KIDS = /\n\/K (\[[^[\]]*\]|<<[^<>]*>>|\d+(?: 0 R)?)/;
const KID = /<<[^<>]*>>|(\d+) 0 R|(\d+)/g;
const PARENT = /\n\/P \d+ 0 R/;
const PAGE = /\n\/Pg (\d+) 0 R/;

/** Spans of one row or column are what a cell has anyway. */
const PLAIN_SPAN = /<<\/O \/Table\n\/(?:Row|Col)Span 1>> ?/g;
const NO_ATTRIBUTES = /\n\/A \[\s*\]/;

/**
 * Takes out the groupings without a meaning (`NonStruct`) that Chromium puts around every run of text, giving what they
 * hold to the element around them, and attributes that say what holds without them. Text and order stay.
 */
export function slimTags(pdf: RawPdf): RawPdf {
  const lists = parentLists(pdf);
  if (lists === undefined) return pdf;
  const groupings = findGroupings(pdf);
  const inner = new Set([...groupings.values()].flatMap(({ kids }) => (kids.includes(" R") ? referencesOf(kids) : [])));
  const objects = new Map<number, RawObject>();
  for (const [number, object] of pdf.objects) {
    if (groupings.has(number)) continue;
    // That of a link is named in the lists itself, not in a list of its own.
    if (object.stream === undefined && object.dict.startsWith(ELEMENT))
      objects.set(number, { dict: slimElement(object.dict, groupings, inner.has(number)) });
    else if (lists.has(number)) objects.set(number, { dict: withParents(object.dict, groupings) });
    else objects.set(number, object);
  }
  return { ...pdf, objects };
}

/** The objects that name, mark by mark, the elements of a page's content. */
function parentLists(pdf: RawPdf): ReadonlySet<number> | undefined {
  const root = referenceIn(pdf.objects.get(pdf.root)?.dict ?? "", "StructTreeRoot");
  const tree = referenceIn(pdf.objects.get(root ?? 0)?.dict ?? "", "ParentTree");
  const dict = pdf.objects.get(tree ?? 0)?.dict;
  return dict?.includes("/Nums [") === true ? new Set(referencesIn(dict, "Nums")) : undefined;
}

function findGroupings(pdf: RawPdf): ReadonlyMap<number, Grouping> {
  const found = new Map<number, Grouping>();
  for (const [number, { dict, stream }] of pdf.objects) {
    if (stream !== undefined || !dict.startsWith("/S /NonStruct\n", ELEMENT.length)) continue;
    const [, parent, page, kids] = GROUPING.exec(dict) ?? [];
    if (parent !== undefined && kids !== undefined)
      found.set(number, { parent: Number.parseInt(parent, 10), page, kids });
  }
  return found;
}

function referencesOf(kids: string): number[] {
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, digits = ""]) => Number.parseInt(digits, 10));
}

/** The text with the nearest elements that stay instead of groupings. */
function withParents(text: string, groupings: ReadonlyMap<number, Grouping>): string {
  return text.replace(/(\d+) 0 R/g, (reference, digits: string) => {
    let number = Number.parseInt(digits, 10);
    let grouping = groupings.get(number);
    if (grouping === undefined) return reference;
    for (; grouping !== undefined; grouping = groupings.get(number)) number = grouping.parent;
    return `${number} 0 R`;
  });
}

function slimElement(dict: string, groupings: ReadonlyMap<number, Grouping>, isInGrouping: boolean): string {
  let slim = isInGrouping ? dict.replace(PARENT, (parent) => withParents(parent, groupings)) : dict;
  const [entry, kids = ""] = KIDS.exec(dict) ?? [];
  if (entry?.includes(" R") === true) {
    // What the kids name is the page of a link.
    const own = PAGE.exec(dict.replace(entry, ""))?.[1];
    const gathered = new KidsOfElement(own, groupings);
    if (gathered.add(kids, own)) {
      const page = own === undefined && gathered.page !== undefined ? `\n/Pg ${gathered.page} 0 R` : "";
      slim = slim.replace(entry, () => `${page}\n/K ${gathered.text}`);
    }
  }
  return slim.includes("Span 1>>") ? slim.replace(PLAIN_SPAN, "").replace(NO_ATTRIBUTES, "") : slim;
}

/** The kids of one element, with those of the groupings among them in their place. */
class KidsOfElement {
  /** The page that plain marks stand on: the element's own, or that of its first mark. */
  page: string | undefined;
  readonly #kids: string[] = [];
  readonly #groupings: ReadonlyMap<number, Grouping>;

  constructor(page: string | undefined, groupings: ReadonlyMap<number, Grouping>) {
    this.page = page;
    this.#groupings = groupings;
  }

  get text(): string {
    const [only = ""] = this.#kids;
    return this.#kids.length === 1 ? only : `[${this.#kids.join(" ")}]`;
  }

  /** Whether there was a grouping among them. */
  add(kids: string, page: string | undefined): boolean {
    let found = false;
    for (const [whole, reference, mark] of kids.matchAll(KID)) {
      const grouping = reference === undefined ? undefined : this.#groupings.get(Number.parseInt(reference, 10));
      if (grouping !== undefined) {
        this.add(grouping.kids, grouping.page);
        found = true;
      } else this.#kids.push(mark === undefined ? whole : this.#mark(mark, page));
    }
    return found;
  }

  #mark(mark: string, page: string | undefined): string {
    this.page ??= page;
    return page === undefined || page === this.page ? mark : `<</Type /MCR /Pg ${page} 0 R /MCID ${mark}>>`;
  }
}
