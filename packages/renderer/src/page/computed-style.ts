/** The cascade: element rules, then class rules in the order of the sheet, over what is inherited. */
import type { BoxProperties, Declarations, TextProperties } from "./style-properties.ts";
import type { StyleSheet } from "./style-sheet.ts";

/** Everything that a format needs to know of an element's look. */
export interface ComputedStyle {
  readonly text: TextProperties;
  readonly box: BoxProperties;
}

const NO_LINE = { width: 0, color: "000000" } as const;

/** Both formats begin here; the HTML takes the browser's own defaults away first (`render-page.ts`). */
export const PLAIN_TEXT: TextProperties = {
  families: ["Zpb Song"],
  size: 10.5,
  bold: false,
  color: "000000",
  align: "left",
  lineHeight: { times: 1.3 },
  letterSpacing: 0,
  indent: { points: 0 },
  noWrap: false,
};

export const PLAIN_BOX: BoxProperties = {
  marginTop: 0,
  marginBottom: 0,
  breakBefore: false,
  keepWithPrevious: false,
  keepWithNext: false,
  keepTogether: false,
  borderTop: NO_LINE,
  borderRight: NO_LINE,
  borderBottom: NO_LINE,
  borderLeft: NO_LINE,
  paddingTop: 0,
  paddingRight: 0,
  paddingBottom: 0,
  paddingLeft: 0,
  verticalAlign: "top",
  background: "",
  width: 0,
};

/** The style of the page itself. */
export function bodyStyle(sheet: StyleSheet): ComputedStyle {
  return computeStyle(sheet, "body", "", PLAIN_TEXT);
}

/** The style of an element inside one whose text style is `inherited`. */
export function computeStyle(
  sheet: StyleSheet,
  tag: string,
  classes: string,
  inherited: TextProperties,
): ComputedStyle {
  const declared = declarationsOf(sheet, tag, classes);
  return { text: pick(inherited, declared), box: pick(PLAIN_BOX, declared) };
}

/** Line height in points. */
export function lineHeightOf({ lineHeight, size }: TextProperties): number {
  return "points" in lineHeight ? lineHeight.points : lineHeight.times * size;
}

function declarationsOf(sheet: StyleSheet, tag: string, classes: string): Declarations {
  const declared = { ...sheet.elements.get(tag) };
  if (classes === "") return declared;
  const names = new Set(classes.split(" "));
  for (const [name, ofClass] of sheet.classes) if (names.has(name)) Object.assign(declared, ofClass);
  return declared;
}

/** `base` with those of its members that are declared. */
function pick<T extends object>(base: T, declared: Declarations): T {
  const chosen = Object.entries(declared).filter(([name]) => name in base);
  return { ...base, ...Object.fromEntries(chosen) };
}
