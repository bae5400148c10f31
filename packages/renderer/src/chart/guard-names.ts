/** Texts that the drawing library would take for names of its own. */
import type { ChartView } from "../view/chart-view.ts";

/**
 * The library keeps the widths of texts in plain objects: a text such as `__proto__` or `constructor`, alone or where a
 * longer one is cut, would be found there already, and the prototype of every object of the process be written to.
 */
const NAMES = new RegExp(
  Object.getOwnPropertyNames(Object.prototype)
    .toSorted((a, b) => b.length - a.length)
    .join("|"),
  "g",
);
/** WORD JOINER draws nothing. */
const JOINER = "\u2060";

/** The chart with such texts taken apart. */
export function guarded<View extends ChartView>(view: View): View {
  return JSON.parse(JSON.stringify(view), (_, value: unknown) =>
    typeof value === "string" ? value.replaceAll(NAMES, (name) => name.slice(0, 1) + JOINER + name.slice(1)) : value,
  ) as View;
}

/** The drawing with its texts as they were; a joiner of their own is gone, which nobody sees. */
export function unguarded(svg: string): string {
  return svg.replaceAll(JOINER, "");
}
