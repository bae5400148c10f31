/** Which elements of a page its own styles hide. Only what a plain selector says is known; style sheets elsewhere are not fetched. */
import { type PageElement, attributeOf, isElement, textOfNode } from "./parse-page.ts";

const HIDING = /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/iu;
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

export type IsHidden = (element: PageElement) => boolean;

/** Elements without text of their own for whoever sees the page: scripts, styles, other documents. */
export function isNeverShown({ tagName }: PageElement): boolean {
  return NEVER.has(tagName);
}

/** Whether an element itself is hidden, by its attributes or a rule of the page. */
export function hiddenBy(roots: readonly PageElement[]): IsHidden {
  const hiding = new Set<string>();
  for (const sheet of sheetsIn(roots)) for (const selector of hidingSelectors(sheet)) hiding.add(selector);
  return (element) => {
    if (attributeOf(element, "hidden") !== undefined) return true;
    const style = attributeOf(element, "style");
    if (style !== undefined && HIDING.test(style)) return true;
    if (hiding.size === 0) return false;
    const { tagName } = element;
    // A rule of one property that the element itself overrides is rare; `display: …` in the element decides.
    if (style !== undefined && /(?:^|[;\s])display\s*:/iu.test(style)) return false;
    const names = (attributeOf(element, "class") ?? "").split(/\s+/u).map((name) => `.${name}`);
    names.push(`#${attributeOf(element, "id") ?? ""}`);
    return hiding.has(tagName) || names.some((name) => hiding.has(name) || hiding.has(`${tagName}${name}`));
  };
}

function sheetsIn(elements: readonly PageElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.tagName === "style") return element.childNodes.map(textOfNode);
    // Style sheets stand in the head, now and then at the beginning of the body.
    return ["html", "head", "body"].includes(element.tagName) ? sheetsIn(element.childNodes.filter(isElement)) : [];
  });
}

/** Selectors of one element, one class or one id; rules for other media are left out. */
function hidingSelectors(sheet: string): string[] {
  const found: string[] = [];
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
      if (!selectors.startsWith("@") && HIDING.test(bare.slice(open, at)))
        for (const selector of selectors.split(",")) if (SIMPLE.test(selector.trim())) found.push(selector.trim());
      from = at + 1;
    } else if (char === ";" && depth === 0) from = at + 1;
  }
  return found;
}
