/** The page as a tree, and its reader. */
import { ANCHOR_NAME, type Tag, ruleOf } from "./vocabulary.ts";

export interface PageElement {
  readonly tag: Tag;
  /** The class attribute as written; `""` for none. */
  readonly classes: string;
  /** Name and classes in one, by which its look is found. */
  readonly kind: string;
  readonly rowspan: number;
  readonly colspan: number;
  /** Of a heading: `row`, `colgroup` …; `""` for none. */
  readonly scope: string;
  /** Its name as a place in the page; `""` for none. */
  readonly id: string;
  /** Of a link: the place to which it leads; `""` for none. */
  readonly target: string;
  /** Of a link: its text is the number of the page to which it leads. */
  readonly showsPage: boolean;
  /** Of a figure: the name of its picture; `""` for none. */
  readonly picture: string;
  readonly children: readonly PageNode[];
}

/** An element, or text with its character references resolved and its white space as it stands. */
export type PageNode = PageElement | string;

/** Elements alone, without the text between them. */
export function elements(nodes: readonly PageNode[]): PageElement[] {
  return nodes.filter((node) => typeof node !== "string");
}

/**
 * The blocks of a page's body, one after the other, so that a volume's tree never has to stand in memory as a whole.
 *
 * Not a general HTML parser: templates are held to the vocabulary and to balanced tags when they are loaded, and
 * every value is escaped, so a `<` always opens a tag of ours. This reads a form in a quarter of parse5's time
 * (0.06 ms against 0.23 ms, where a whole document takes 0.9); a test compares the two trees.
 * Anything unexpected is a bug and throws. `openings` keeps what is known of start tags from page to page of a template.
 */
export function* readBlocks(body: string, openings: KnownOpenings = new Map()): Generator<PageElement> {
  const reader: Reader = { text: body, at: 0, openings, before: { next: undefined } };
  while (skipWhiteSpace(reader)) yield readElement(reader);
}

interface Reader {
  readonly text: string;
  at: number;
  readonly openings: KnownOpenings;
  /** The start tag that was read last. */
  before: Followed;
}

/** What has been understood of a start tag, by its text; a page repeats the same few dozen. */
export type KnownOpenings = Map<string, Opening>;

interface Followed {
  /** The tag that came behind last. Mostly it comes again, and then nothing has to be cut out and looked up. */
  next: Opening | undefined;
}

interface Opening extends Followed {
  /** The whole tag, without its names of places. */
  readonly source: string;
  readonly tag: Tag;
  readonly classes: string;
  readonly kind: string;
  readonly rowspan: number;
  readonly colspan: number;
  readonly scope: string;
  readonly picture: string;
  readonly holdsText: boolean;
  readonly empty: boolean;
}

function skipWhiteSpace(reader: Reader): boolean {
  while (reader.at < reader.text.length && reader.text.charCodeAt(reader.at) <= 0x20) reader.at += 1;
  return reader.at < reader.text.length;
}

/** Reads the element whose `<` is next. */
function readElement(reader: Reader): PageElement {
  const { text, before } = reader;
  let opening = before.next;
  let place: Place = NOWHERE;
  if (opening !== undefined && text.startsWith(opening.source, reader.at)) reader.at += opening.source.length;
  else {
    const end = text.indexOf(">", reader.at) + 1;
    if (text.charCodeAt(reader.at) !== 0x3c || end === 0) throw unexpected(reader);
    const source = text.slice(reader.at, end);
    if (source.includes(' id="') || source.includes(' href="')) place = readPlace(reader, source);
    // What is kept of start tags would grow with every page if places were a part of it.
    const plain = place === NOWHERE ? source : source.replaceAll(PLACE, "");
    opening = reader.openings.get(plain) ?? understand(reader, plain);
    if (place === NOWHERE) before.next = opening;
    reader.at = end;
  }
  reader.before = opening;
  const { tag, classes, kind, rowspan, colspan, scope, picture } = opening;
  const { id, target, showsPage } = place;
  const children = opening.empty ? NOTHING : readChildren(reader, opening);
  return { tag, classes, kind, rowspan, colspan, scope, picture, id, target, showsPage, children };
}

type Place = Pick<PageElement, "id" | "target" | "showsPage">;
const NOWHERE: Place = { id: "", target: "", showsPage: false };
const PLACE = / (id|href|data-fill)="([^"]*)"/g;

function readPlace(reader: Reader, source: string): Place {
  const found = new Map([...source.matchAll(PLACE)].map(([, name = "", value = ""]) => [name, value]));
  const id = found.get("id") ?? "";
  const target = found.get("href")?.replace(/^#/, "") ?? "";
  for (const name of [id, target]) if (name !== "" && !ANCHOR_NAME.test(name)) throw unexpected(reader);
  return { id, target, showsPage: found.has("data-fill") };
}

const NOTHING: readonly PageNode[] = [];

function readChildren(reader: Reader, parent: Opening): PageNode[] {
  const { text } = reader;
  const only = parent.holdsText ? readOnlyText(reader, parent) : undefined;
  if (only !== undefined) return only;
  const children: PageNode[] = [];
  for (;;) {
    const next = text.indexOf("<", reader.at);
    if (next === -1) throw unexpected(reader);
    if (next > reader.at && parent.holdsText) children.push(resolveReferences(text.slice(reader.at, next)));
    reader.at = next;
    if (text.charCodeAt(next + 1) !== 0x2f) {
      children.push(readElement(reader));
      continue;
    }
    if (!text.startsWith(parent.tag, next + 2)) throw unexpected(reader);
    reader.at = text.indexOf(">", next) + 1;
    return children;
  }
}

/** What stands in an element that holds text and nothing else, as most do; of another, `undefined`. */
function readOnlyText(reader: Reader, parent: Opening): PageNode[] | undefined {
  const { text, at } = reader;
  const next = text.indexOf("<", at);
  if (next === -1 || text.charCodeAt(next + 1) !== 0x2f || !text.startsWith(parent.tag, next + 2)) return undefined;
  reader.at = text.indexOf(">", next) + 1;
  return next === at ? [] : [resolveReferences(text.slice(at, next))];
}

function understand(reader: Reader, source: string): Opening {
  const tag = /^<([a-z0-9]+)/.exec(source)?.[1] ?? "";
  const rule = ruleOf(tag);
  if (rule === undefined) throw unexpected(reader);
  const classes = / class="([^"]*)"/.exec(source)?.[1] ?? "";
  const opening: Opening = {
    source,
    next: undefined,
    tag: tag as Tag,
    classes,
    kind: `${tag}.${classes}`,
    rowspan: Number.parseInt(/ rowspan="([^"]*)"/.exec(source)?.[1] ?? "1", 10),
    colspan: Number.parseInt(/ colspan="([^"]*)"/.exec(source)?.[1] ?? "1", 10),
    scope: / scope="([^"]*)"/.exec(source)?.[1] ?? "",
    picture: / data-chart="([^"]*)"/.exec(source)?.[1] ?? "",
    holdsText: rule.text,
    empty: rule.empty === true,
  };
  reader.openings.set(source, opening);
  return opening;
}

/** What Handlebars escapes, and the one named reference that a template may write. */
const REFERENCES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&#x60;": "`",
  "&#x3D;": "=",
  "&nbsp;": "\u00a0",
};

/** The character references that may stand in a template's text. */
export const KNOWN_REFERENCES: readonly string[] = Object.keys(REFERENCES);

function resolveReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&[#a-zA-Z0-9]*;/g, (reference) => REFERENCES[reference] ?? reference);
}

function unexpected(reader: Reader): Error {
  const near = reader.text.slice(Math.max(0, reader.at - 40), reader.at + 40);
  return new Error(`page is not in the vocabulary at ${reader.at}: …${near}…`);
}
