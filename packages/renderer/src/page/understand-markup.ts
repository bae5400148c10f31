/**
 * The markup of a template → what it does to a page's tree. Each stretch between two values is understood once and then
 * found by its text, for a page repeats the same few dozen.
 *
 * Not a general HTML parser: templates are held to the vocabulary and to balanced tags when they are loaded, so anything
 * unexpected is a bug and throws.
 */
import type { PageElement, PageNode } from "./page-tree.ts";
import { type Tag, VOCABULARY, ruleOf } from "./vocabulary.ts";

/** An element without what stands in it; `fills` are the attributes whose values the view gives, in their order. */
export interface Opening extends Omit<PageElement, "children"> {
  readonly holdsText: boolean;
  readonly fills: readonly Fill[];
}

export type Step =
  | { readonly kind: "open"; readonly opening: Opening }
  | { readonly kind: "close"; readonly tag: Tag }
  /** All of it stands in the template, so that pages share it. */
  | { readonly kind: "whole"; readonly element: PageElement }
  | { readonly kind: "text"; readonly text: string };

/** Attributes of the tree that a view may fill in. */
const FILLS = ["rowspan", "colspan", "id", "href"] as const;
export type Fill = (typeof FILLS)[number];

/** What a view may fill in for narrow screens: only HTML has it. */
const CAPTION = "data-caption";

/** A place between two stretches of markup: in the middle of a tag, or outside of all. */
export class MarkupPlace {
  /** Of a tag that goes on, all up to here, with {@link FILLED} for every value. */
  readonly #begun: string;
  readonly #following = new Map<string, Understood>();
  /** What becomes of a value that stands here. */
  readonly value: "text" | "fills" | "is left out";

  constructor(begun = "") {
    this.#begun = begun;
    this.value = begun === "" ? "text" : valueIn(begun);
  }

  /** What the markup means that comes next. */
  followedBy(markup: string): Understood {
    const known = this.#following.get(markup);
    if (known !== undefined) return known;
    const understood = understand(this.#begun === "" ? markup : this.#begun + FILLED + markup);
    this.#following.set(markup, understood);
    return understood;
  }
}

export interface Understood {
  readonly steps: readonly Step[];
  /** Where it ends, when that is in the middle of a tag. */
  readonly end: MarkupPlace | undefined;
}

/** Around other elements there is no text, but for the white space of the template. */
const STANDS_IN_TEXT: ReadonlySet<string> = new Set(
  Object.values(VOCABULARY).flatMap(({ text, children }) => (text ? children : [])),
);

/** Stands for a value inside a tag; no character, so that no template needs it. */
const FILLED = "\uFFFF";
const TAG = /<[^>]*>/g;

function understand(markup: string): Understood {
  const steps: Step[] = [];
  /** Where the elements begin that may yet be closed, and their openings. */
  const open: { readonly at: number; readonly opening: Opening }[] = [];
  let at = 0;
  const text = (to: number): void => {
    const before = steps.at(-1);
    const holdsText = open.at(-1)?.opening.holdsText ?? (before?.kind !== "close" || STANDS_IN_TEXT.has(before.tag));
    if (to > at && holdsText) steps.push({ kind: "text", text: resolveReferences(markup.slice(at, to)) });
  };
  for (const found of markup.matchAll(TAG)) {
    const [tag] = found;
    text(found.index);
    at = found.index + tag.length;
    if (tag.startsWith("</")) close(tag.slice(2, -1), open.pop(), steps);
    else {
      const opening = openingOf(tag);
      if (ruleOf(opening.tag)?.empty !== true) {
        open.push({ at: steps.length, opening });
        steps.push({ kind: "open", opening });
      } else steps.push({ kind: "whole", element: elementOf(opening, []) });
    }
  }
  const unfinished = markup.indexOf("<", at);
  text(unfinished === -1 ? markup.length : unfinished);
  return { steps, end: unfinished === -1 ? undefined : new MarkupPlace(markup.slice(unfinished)) };
}

/** Of an element that is fixed from its first character to its last, one step is left. */
function close(
  tag: string,
  begun: { readonly at: number; readonly opening: Opening } | undefined,
  steps: Step[],
): void {
  if (begun !== undefined && begun.opening.tag !== tag) throw unexpected(tag);
  const inside = begun === undefined ? [] : steps.slice(begun.at + 1);
  const nodes = inside.flatMap((step): PageNode[] =>
    step.kind === "whole" ? [step.element] : step.kind === "text" ? [step.text] : [],
  );
  if (begun === undefined || isPlace(begun.opening) || nodes.length < inside.length)
    steps.push({ kind: "close", tag: tag as Tag });
  else steps.splice(begun.at, Infinity, { kind: "whole", element: elementOf(begun.opening, nodes) });
}

/** The builder has to see it: by its name, by where it leads, or by what fills it. */
function isPlace({ id, target, picture, fills }: Opening): boolean {
  return id !== "" || target !== "" || picture !== "" || fills.length > 0;
}

/** The element itself. */
export function elementOf(opening: Opening, children: readonly PageNode[]): PageElement {
  const { tag, classes, kind, rowspan, colspan, scope, id, target, showsPage, picture } = opening;
  return { tag, classes, kind, rowspan, colspan, scope, id, target, showsPage, picture, children };
}

function openingOf(markup: string): Opening {
  const tag = /^<([a-z0-9]+)/.exec(markup)?.[1] ?? "";
  const rule = ruleOf(tag);
  if (rule === undefined) throw unexpected(markup);
  const attributes = [...markup.matchAll(/\s([a-z-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => ({
    name,
    value,
  }));
  const fixed = (name: string) => attributes.find((each) => each.name === name && !each.value.includes(FILLED))?.value;
  const classes = fixed("class") ?? "";
  return {
    tag: tag as Tag,
    classes,
    kind: `${tag}.${classes}`,
    rowspan: Number.parseInt(fixed("rowspan") ?? "1", 10),
    colspan: Number.parseInt(fixed("colspan") ?? "1", 10),
    scope: fixed("scope") ?? "",
    id: fixed("id") ?? "",
    target: fixed("href")?.slice(1) ?? "",
    showsPage: attributes.some(({ name }) => name === "data-fill"),
    picture: fixed("data-chart") ?? "",
    holdsText: rule.text,
    fills: attributes.filter(({ value }) => value.includes(FILLED)).flatMap(({ name }) => fillOf(name) ?? []),
  };
}

/** What becomes of a value in a tag that has `begun` so. */
function valueIn(begun: string): MarkupPlace["value"] {
  const attribute = /\s([a-z-]+)="[^"]*$/.exec(begun)?.[1] ?? "";
  if (attribute === CAPTION) return "is left out";
  if (fillOf(attribute) === undefined) throw unexpected(begun);
  return "fills";
}

function fillOf(attribute: string): Fill | undefined {
  return FILLS.find((each) => each === attribute);
}

/** What a template may write for characters that mean something in markup, and for one that cannot be seen. */
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
  return text.replaceAll(/&[#a-zA-Z0-9]*;/g, (reference) => REFERENCES[reference] ?? reference);
}

export function unexpected(near: string): Error {
  return new Error(`page is not in the vocabulary: …${near.slice(0, 80)}…`);
}
