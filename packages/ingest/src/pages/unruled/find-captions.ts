/** Captions of a form among lines of text, torn over lines or not. */
import { fold } from "../../lines/normalise.ts";
import type { Box } from "../../media/pdf/matrix.ts";
import type { SetLine } from "../set-lines.ts";

/** A line of a page outside of drawn tables. */
export interface PageLine {
  /** 1-based. */
  readonly page: number;
  readonly line: SetLine;
}

/** A caption as it stands on a page. */
export interface Caption {
  readonly page: number;
  readonly box: Box;
  readonly text: string;
  /** Height of its font. */
  readonly size: number;
  /** What the end of the page has cut off, on top of the next one. */
  readonly tail?: Box;
}

interface Found {
  readonly box: Box;
  readonly tail?: Box;
}

/** One character of a line as it is compared, with the box of its glyph. */
interface Mark {
  readonly char: string;
  readonly box: Box;
}

/** Two words that are further apart, in heights of their font, may be two captions. */
const GAP = 0.25;

/** The lines of a document, prepared for looking for captions in them. */
export class CaptionSearch {
  readonly #lines: readonly {
    readonly page: number;
    readonly middle: number;
    readonly size: number;
    readonly marks: readonly Mark[];
  }[];

  constructor(lines: readonly PageLine[]) {
    this.#lines = lines.map(({ page, line }) => ({
      page,
      middle: (line.box[1] + line.box[3]) / 2,
      size: line.glyphs[0]?.size ?? 10,
      marks: line.glyphs.flatMap(({ text, box }) => [...fold(text)].map((char) => ({ char, box }))),
    }));
  }

  /** Every place where a caption stands, its lines below each other. */
  find(caption: string): Caption[] {
    const wanted = [...fold(caption)];
    return this.#lines.flatMap((line, at) =>
      line.marks.flatMap((mark, from) => {
        if (mark.char !== wanted[0]) return [];
        // A caption may be spaced to fill its cell, or end where the one beside it goes on with the same words.
        const [wide, tight] = [this.#match(wanted, at, from, Infinity), this.#match(wanted, at, from, GAP)];
        const found = [tight, wide].filter((each) => each !== undefined);
        const [first, second] = found;
        const differ = second !== undefined && first?.box.join() !== second.box.join();
        return (differ ? found : found.slice(0, 1)).map((each) => ({
          ...each,
          page: line.page,
          text: caption,
          size: line.size,
        }));
      }),
    );
  }

  /** As many captions side by side, from left to right, in the order of the pages. */
  findRow(captions: readonly string[]): (readonly Caption[])[] {
    const [firsts, ...others] = captions.map((caption) => this.find(caption));
    const complete = (
      row: readonly Caption[],
      rest: readonly (readonly Caption[])[],
    ): readonly Caption[] | undefined => {
      const [first, last] = [row[0], row.at(-1)];
      const [candidates, ...more] = rest;
      if (first === undefined || last === undefined || candidates === undefined) return row;
      const fitting = candidates
        .filter((each) => each.page === first.page && each.box[0] > last.box[2] - 1 && meet(each.box, first.box))
        .toSorted((a, b) => a.box[0] - b.box[0] || a.box[2] - b.box[2]);
      for (const next of fitting.slice(0, 3)) {
        const whole = complete([...row, next], more);
        if (whole !== undefined) return whole;
      }
      return undefined;
    };
    return (firsts ?? []).flatMap((first) => {
      const row = complete([first], others);
      return row === undefined ? [] : [row];
    });
  }

  #match(wanted: readonly string[], at: number, from: number, gap: number): Found | undefined {
    const line = this.#lines[at];
    if (line === undefined) return undefined;
    let count = 0;
    for (let end: number | undefined; count < wanted.length; count += 1) {
      const mark = line.marks[from + count];
      if (
        mark === undefined ||
        mark.char !== wanted[count] ||
        (end !== undefined && mark.box[0] - end > line.size * gap)
      )
        break;
      end = mark.box[2];
    }
    const own = line.marks.slice(from, from + count).map(({ box }) => box);
    const box = unite(own);
    if (box === undefined) return undefined;
    if (count === wanted.length) return { box };
    // The rest stands on the next line of the same cell.
    for (let next = at + 1; next < this.#lines.length; next += 1) {
      const below = this.#lines[next];
      if (below === undefined) break;
      // A row of captions may be cut by the page; its rest then stands on top of the next one.
      if (below.page !== line.page) {
        if (below.page > line.page + 1) break;
        const tail = this.#isAtEdges(at, next) ? this.#goesOn(wanted.slice(count), next, box, gap) : undefined;
        if (tail !== undefined) return { box, tail };
        continue;
      }
      if (below.middle - line.middle > line.size * 2.6) continue;
      if (below.middle - line.middle < line.size * 0.6) continue;
      for (const [start, mark] of below.marks.entries()) {
        if (mark.char !== wanted[count] || !overlaps(mark.box, box, line.size)) continue;
        const rest = this.#match(wanted.slice(count), next, start, gap);
        const whole = rest === undefined || !overlaps(rest.box, box, 0) ? undefined : unite([box, rest.box]);
        if (whole !== undefined) return { ...rest, box: whole };
      }
    }
    return undefined;
  }

  #isAtEdges(last: number, first: number): boolean {
    const [above, below] = [this.#lines[last], this.#lines[first]];
    if (above === undefined || below === undefined) return false;
    const under = this.#lines.filter(({ page, middle }) => page === above.page && middle > above.middle);
    const over = this.#lines.filter(({ page, middle }) => page === below.page && middle < below.middle);
    return under.length < 4 && over.length < 4;
  }

  #goesOn(rest: readonly string[], at: number, above: Box, gap: number): Box | undefined {
    for (const [start, mark] of (this.#lines[at]?.marks ?? []).entries()) {
      if (mark.char !== rest[0] || !overlaps(mark.box, above, 0)) continue;
      const found = this.#match(rest, at, start, gap);
      if (found !== undefined && overlaps(found.box, above, 0)) return found.box;
    }
    return undefined;
  }
}

function unite(boxes: readonly Box[]): Box | undefined {
  const [first, ...others] = boxes;
  return others.reduce<Box | undefined>(
    (one, [x0, y0, x1, y1]) =>
      one === undefined
        ? one
        : [Math.min(one[0], x0), Math.min(one[1], y0), Math.max(one[2], x1), Math.max(one[3], y1)],
    first,
  );
}

function overlaps(one: Box, other: Box, slack: number): boolean {
  return one[0] < other[2] + slack && other[0] < one[2] + slack;
}

/** Captions of one row share some of their height, however they are aligned. */
function meet(one: Box, other: Box): boolean {
  return one[1] < other[3] && other[1] < one[3];
}
