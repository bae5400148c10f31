/**
 * The elements and attributes that a page may use: a small part of HTML, all of which Word can show as well.
 * Documented for the editors of templates in `templates/README.md`; a test holds the two together.
 */

/** What an element may hold: other elements by name, and whether text may stand directly in it. */
export interface ElementRule {
  readonly children: readonly string[];
  readonly text: boolean;
  /** Has no end tag. */
  readonly empty?: true;
  readonly attributes: readonly string[];
  /** Attributes that it cannot be without. */
  readonly required?: readonly string[];
}

const INLINE = ["span", "br", "wbr"] as const;
const BLOCKS = ["section", "h1", "h2", "h3", "p", "table", "figure"] as const;
const line: ElementRule = { children: INLINE, text: true, attributes: ["class"] };
const rows: ElementRule = { children: ["tr"], text: false, attributes: ["class"] };

/** `body` is the page itself; a template writes what stands inside it. */
export const VOCABULARY = {
  body: { children: BLOCKS, text: false, attributes: [] },
  section: { children: BLOCKS, text: false, attributes: ["class"] },
  h1: line,
  h2: line,
  h3: line,
  p: line,
  /** The place of a picture; `data-chart` names it, and it is put there once the page is laid out. */
  figure: { children: [], text: false, attributes: ["class", "data-chart"], required: ["data-chart"] },
  table: { children: ["colgroup", "thead", "tbody"], text: false, attributes: ["class"] },
  colgroup: { children: ["col"], text: false, attributes: [] },
  col: { children: [], text: false, empty: true, attributes: ["class"] },
  /** Rows that are printed again on every page that the table goes on to. */
  thead: rows,
  tbody: rows,
  tr: { children: ["th", "td"], text: false, attributes: ["class"] },
  th: { children: ["p", ...INLINE], text: true, attributes: ["class", "rowspan", "colspan", "scope", "data-caption"] },
  td: { children: ["p", ...INLINE], text: true, attributes: ["class", "rowspan", "colspan", "data-caption"] },
  span: { children: INLINE, text: true, attributes: ["class"] },
  br: { children: [], text: false, empty: true, attributes: [] },
  /** A place where a line may break; Word, which has its own line rules, passes it over. */
  wbr: { children: [], text: false, empty: true, attributes: [] },
} as const satisfies Record<string, ElementRule>;

export type Tag = keyof typeof VOCABULARY;

/** The rule of an element, `undefined` when it is not part of the vocabulary. */
export function ruleOf(tag: string): ElementRule | undefined {
  return Object.hasOwn(VOCABULARY, tag) ? VOCABULARY[tag as Tag] : undefined;
}

/** Attributes whose value a template may fill in; every other value must stand in the template itself. */
export const FILLED_ATTRIBUTES: readonly string[] = ["rowspan", "colspan", "data-caption"];

const WHOLE_NUMBER = /^[1-9]\d{0,3}$/;
const CHART_NAME = /^[a-z][a-z-]*$/;
const SCOPES: readonly string[] = ["col", "row", "colgroup", "rowgroup"];

/** Why a fixed attribute value is refused, or `undefined`. Class names are checked against the style sheet elsewhere. */
export function refuseValue(attribute: string, value: string): string | undefined {
  if ((attribute === "rowspan" || attribute === "colspan") && !WHOLE_NUMBER.test(value)) return "应为 1 至 9999 的整数";
  if (attribute === "data-chart" && !CHART_NAME.test(value)) return "应为小写字母和连字符";
  if (attribute === "scope" && !SCOPES.includes(value)) return `只能是 ${SCOPES.join("、")}`;
  return undefined;
}
