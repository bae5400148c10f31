/** The references between objects of a PDF, in their text as parts of a book have it. */
import type { RawObject, RawPdf } from "../raw-pdf.ts";

/** Texts in brackets are stepped over: what they say may look like a reference. */
const TOKEN = /\((?:[^\\()]|\\[\s\S])*\)|\b(\d+) 0 R\b|\/(StructParents?) (\d+)/g;

/** The text with other numbers for the objects that it names, and `firstKey` added to its keys of the tree of parents. */
export function renumber(dict: string, numberOf: (number: number) => number, firstKey: number): string {
  return dict.replace(TOKEN, (whole, reference: string | undefined, entry: string | undefined, key: string) => {
    if (reference !== undefined) return `${numberOf(Number.parseInt(reference, 10))} 0 R`;
    return entry === undefined ? whole : `/${entry} ${Number.parseInt(key, 10) + firstKey}`;
  });
}

/** The objects that can be reached from a text, those that it names first. */
export function reachable({ objects }: RawPdf, dict: string): Map<number, RawObject> {
  const found = new Map<number, RawObject>();
  const waiting = [dict];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const [, reference] of text.matchAll(TOKEN)) {
      const number = reference === undefined ? undefined : Number.parseInt(reference, 10);
      const object = number === undefined ? undefined : objects.get(number);
      if (number === undefined || found.has(number)) continue;
      if (object === undefined) throw new Error(`缺少对象 ${number}`);
      found.set(number, object);
      waiting.push(object.dict);
    }
  }
  return found;
}
