/** Text → lines of a given width. */
import { MUST, type SetText, strideOf } from "./set-text.ts";
import { LINE_FEED, SPACE } from "../code-points.ts";

/** A line of a text: characters from `from` up to `to`, spaces at its end left out. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** Points, without what stands before it. */
  readonly width: number;
  /** Points that the line begins further in. */
  readonly indent: number;
  /** Nothing, or a forced break, follows: such a line is not spread. */
  readonly isLast: boolean;
}

/** What a width may be too much by, for the sake of sums of fractions. */
const SLACK = 0.001;

/**
 * As many characters on a line as fit, up to a place where it may end; a word that is wider than the line is broken where the
 * line is full, unless it asks not to be. At least one character stands on each.
 */
export function fillLines(text: SetText, width: number, indent: number): Line[] {
  const lines: Line[] = [];
  const count = text.letters.length;
  let from = 0;
  while (from < count) {
    const inset = lines.length === 0 ? indent : 0;
    const line = fillLine(text, from, width - inset, inset);
    lines.push(line.line);
    from = line.next;
  }
  return lines;
}

function fillLine(
  { letters, styles, breaks }: SetText,
  from: number,
  room: number,
  indent: number,
): { readonly line: Line; readonly next: number } {
  let used = 0;
  /** Without the spaces at the end. */
  let shown = 0;
  let end = from;
  let [fitting, fittingEnd, fittingWidth] = [from, from, 0];
  const count = letters.length;
  for (let at = from; at < count; at += 1) {
    const kind = at === from ? 0 : (breaks[at] ?? 0);
    if (kind > 0) [fitting, fittingEnd, fittingWidth] = [at, end, shown];
    if (kind === MUST) return { line: { from, to: end, width: shown, indent, isLast: true }, next: at };
    const letter = letters[at];
    const style = styles[at];
    if (letter === undefined || style === undefined) break;
    const isSpace = letter.code === SPACE;
    used += strideOf(letter, style);
    if (!isSpace && used > room + SLACK && at > from) {
      if (fitting > from) {
        return { line: { from, to: fittingEnd, width: fittingWidth, indent, isLast: false }, next: fitting };
      }
      if (!style.noWrap || styles[at - 1]?.noWrap !== true) {
        return { line: { from, to: end, width: shown, indent, isLast: false }, next: at };
      }
    }
    if (!isSpace && letter.code !== LINE_FEED) [shown, end] = [used, at + 1];
  }
  return { line: { from, to: end, width: shown, indent, isLast: true }, next: count };
}
