/** Classes of a style sheet → named Word styles. */
import { type ComputedStyle, bodyStyle, computeStyle } from "../page/computed-style.ts";
import { PLAIN_TEXT } from "../page/computed-style.ts";
import type { Declarations } from "../page/style-properties.ts";
import type { StyleSheet } from "../page/style-sheet.ts";

/** A paragraph style. */
export interface WordStyle {
  readonly id: string;
  /** What Word shows: `--style-name`, else the class. */
  readonly name: string;
  readonly computed: ComputedStyle;
}

/** Word styles by class, in the order of the sheet. Classes that only set column widths and the like have none. */
export function wordStyles(sheet: StyleSheet): ReadonlyMap<string, WordStyle> {
  const inherited = bodyStyle(sheet).text;
  const named = [...sheet.classes].filter(([, declared]) => isParagraphStyle(declared));
  const taken = new Set<string>();
  return new Map(
    named.map(([className, declared], at) => {
      const name = declared.styleName ?? className;
      if (taken.has(name)) throw new Error(`two classes are called ${name} in Word`);
      taken.add(name);
      return [className, { id: `Zpb${at + 1}`, name, computed: computeStyle(sheet, "", className, inherited) }];
    }),
  );
}

/** Word breaks lines by rules of its own. */
const { noWrap: _, ...OF_WORD } = PLAIN_TEXT;
const PARAGRAPH_PROPERTIES = [...Object.keys(OF_WORD), "styleName", "marginTop", "marginBottom", "keepWithNext"];

function isParagraphStyle(declared: Declarations): boolean {
  const names = Object.keys(declared);
  return (
    declared.styleName !== undefined ||
    names.some((name) => name !== "marginTop" && PARAGRAPH_PROPERTIES.includes(name))
  );
}
