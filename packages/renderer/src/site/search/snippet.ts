/** A piece of a text around what was searched for, parted into what is marked and what is not. */
import { folded, queryWords } from "./words.ts";

export interface SnippetPart {
  readonly text: string;
  readonly marked: boolean;
}

const BEFORE = 20;
const LENGTH = 90;

/** The piece with the most of the query; `undefined` when the text has nothing of it. */
export function snippetOf(text: string, query: string): readonly SnippetPart[] | undefined {
  const signs = Array.from(text);
  const marks = marksIn(signs, query);
  const first = marks.indexOf(true);
  if (first === -1) return undefined;
  const start = signs.length <= LENGTH ? 0 : Math.max(0, densest(marks, first) - BEFORE);
  const end = Math.min(signs.length, start + LENGTH);
  const parts = partsOf(signs.slice(start, end), marks.slice(start, end));
  const ellipsis = { text: "…", marked: false };
  return [...(start > 0 ? [ellipsis] : []), ...parts, ...(end < signs.length ? [ellipsis] : [])];
}

/** The whole text with what was searched for marked. */
export function markedText(text: string, query: string): readonly SnippetPart[] {
  const signs = Array.from(text);
  return partsOf(signs, marksIn(signs, query));
}

/** For every character whether it belongs to a word of the query. */
function marksIn(signs: readonly string[], query: string): readonly boolean[] {
  const places: number[] = [];
  let plain = "";
  signs.forEach((sign, at) => {
    // 千分位不算在数里。
    const isParting = sign === "," && /\d/u.test(signs[at - 1] ?? "") && /\d/u.test(signs[at + 1] ?? "");
    for (const unit of isParting ? "" : folded(sign)) {
      plain += unit;
      for (let more = 0; more < unit.length; more += 1) places.push(at);
    }
  });
  const marks = signs.map(() => false);
  for (const word of queryWords(query).needed) {
    for (let from = plain.indexOf(word); from !== -1; from = plain.indexOf(word, from + 1)) {
      const [begin, end] = [places[from] ?? 0, places[from + word.length - 1] ?? 0];
      marks.fill(true, begin, end + 1);
    }
  }
  return marks;
}

/** Where the window with the most marks begins. */
function densest(marks: readonly boolean[], first: number): number {
  let best = first;
  let most = 0;
  for (let at = first; at < marks.length; at += 1) {
    if (marks[at] !== true || marks[at - 1] === true) continue;
    const count = marks.slice(at, at + LENGTH - BEFORE).filter(Boolean).length;
    if (count > most) [most, best] = [count, at];
  }
  return best;
}

function partsOf(signs: readonly string[], marks: readonly boolean[]): readonly SnippetPart[] {
  const parts: SnippetPart[] = [];
  let text = "";
  signs.forEach((sign, at) => {
    text += sign;
    const marked = marks[at] === true;
    if (at === signs.length - 1 || (marks[at + 1] === true) !== marked) {
      parts.push({ text, marked });
      text = "";
    }
  });
  return parts;
}
