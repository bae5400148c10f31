/** Which elements of a page its own styles hide. Only what a plain selector says is known; style sheets elsewhere are not fetched. */
import { type PageElement, attributeOf, isElement, textOfNode } from "./parse-page.ts";

const GONE = /(?:^|[;{\s])(?:display\s*:\s*none|mso-hide\s*:\s*all)/iu;
const UNSEEN = /(?:^|[;{\s])visibility\s*:\s*(?:hidden|collapse)/iu;
const SIMPLE = /^(?:([a-z][a-z0-9]*)?(?:([.#])([\w-]+))|([a-z][a-z0-9]*))$/iu;
const MOST_RULES = 20_000;
/** What browsers never show. */
const NEVER: ReadonlySet<string> = new Set([
  "script",
  "style",
  "head",
  "template",
  "noscript",
  "iframe",
  "object",
  "embed",
  "svg",
  "canvas",
  "video",
  "audio",
  "map",
  "datalist",
  "rp",
  "rt",
  "title",
  "link",
  "meta",
  "colgroup",
  "noframes",
  "frameset",
]);

/** Hidden with its place, so that what follows moves up, or unseen in its place. */
export type Hidden = "gone" | "unseen";
export type HiddenOf = (element: PageElement) => Hidden | undefined;

/** Elements without text of their own for whoever sees the page: scripts, styles, other documents. */
export function isNeverShown({ tagName }: PageElement): boolean {
  return NEVER.has(tagName);
}

/** Whether an element itself is hidden, by its attributes or a rule of the page. */
export function hiddenBy(roots: readonly PageElement[]): HiddenOf {
  const rules = new Map<string, Hidden>();
  for (const sheet of sheetsIn(roots)) for (const [selector, hidden] of hidingRules(sheet)) rules.set(selector, hidden);
  return (element) => {
    if (attributeOf(element, "hidden") !== undefined) return "gone";
    const style = attributeOf(element, "style");
    const own = style === undefined ? undefined : hiddenIn(style);
    if (own !== undefined || rules.size === 0) return own;
    // What the element says of itself decides.
    if (style !== undefined && /(?:^|[;\s])(?:display|visibility)\s*:/iu.test(style)) return undefined;
    const { tagName } = element;
    const names = (attributeOf(element, "class") ?? "").split(/\s+/u).map((name) => `.${name}`);
    const id = attributeOf(element, "id");
    const selectors = [tagName, ...names, ...(id === undefined ? [] : [`#${id}`])];
    for (const selector of selectors) {
      const hidden = rules.get(selector) ?? rules.get(`${tagName}${selector}`);
      if (hidden !== undefined) return hidden;
    }
    return undefined;
  };
}

function hiddenIn(declarations: string): Hidden | undefined {
  return GONE.test(declarations) ? "gone" : UNSEEN.test(declarations) ? "unseen" : undefined;
}

function sheetsIn(elements: readonly PageElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.tagName === "style") return element.childNodes.map(textOfNode);
    // Style sheets stand in the head, now and then at the beginning of the body.
    return ["html", "head", "body"].includes(element.tagName) ? sheetsIn(element.childNodes.filter(isElement)) : [];
  });
}

/** Rules for one element, one class or one id; those for other media are left out. */
function hidingRules(sheet: string): (readonly [string, Hidden])[] {
  const found: (readonly [string, Hidden])[] = [];
  const bare = sheet.replaceAll(/\/\*[^]*?\*\//gu, "").replaceAll(/<!--|-->/gu, "");
  let depth = 0;
  let from = 0;
  let open = 0;
  for (let at = 0; at < bare.length && found.length < MOST_RULES; at += 1) {
    const char = bare[at];
    if (char === "{") {
      depth += 1;
      if (depth === 1) open = at;
    } else if (char === "}") {
      depth -= 1;
      if (depth > 0) continue;
      depth = 0;
      const selectors = bare.slice(from, open).trim();
      const hidden = hiddenIn(bare.slice(open, at));
      if (!selectors.startsWith("@") && hidden !== undefined)
        for (const selector of selectors.split(",").map((each) => each.trim()))
          if (SIMPLE.test(selector)) found.push([selector, hidden]);
      from = at + 1;
    } else if (char === ";" && depth === 0) from = at + 1;
  }
  return found;
}
