/** The lines of a column → the rows of a table without rules. */
import type { SetLine } from "../set-lines.ts";

/** How the texts of a row stand in it. */
export type Alignment = "middle" | "top" | "bottom";

/** What is known of the rows of one page. */
export interface RowPlaces {
  /** The middle of the line of figures of every row. */
  readonly anchors: readonly number[];
  /** The distance of two lines of one cell. */
  readonly pitch: number;
  readonly alignment: Alignment;
  /** The page before or behind has rows too, so a row may be cut. */
  readonly cutAbove: boolean;
  readonly cutBelow: boolean;
  /** What a cell without text costs. */
  readonly blank: number;
}

/** The lines of each row; of the row above the page and of the row below it. */
export interface Shares {
  readonly before: readonly SetLine[];
  readonly rows: readonly (readonly SetLine[])[];
  readonly after: readonly SetLine[];
  readonly cost: number;
  /** How far each row stands from its figures, in lines; 0 for one that the page may have cut. */
  readonly misfits: readonly number[];
  /** For each row the lines that it would have in another way that fits nearly as well. */
  readonly rivals: readonly (readonly SetLine[] | undefined)[];
}

const MAX_LINES = 400;
const MAX_CELL_LINES = 60;
const CUT_LINE = 0.25;
/** Two ways whose costs differ by less, in lines, cannot be told apart. */
export const NEAR = 0.25;
/** Lines that follow each other as closely as in one cell, in two. */
const TIGHT = 0.5;
/** A cell that reaches into the row above or below it, at whose height another row's figures stand. */
const REACHING = 2;

/** The cheapest way to share lines out to rows in their order; `undefined` when there are too many. */
export function shareLines(lines: readonly SetLine[], places: RowPlaces): Shares | undefined {
  if (lines.length > MAX_LINES || places.anchors.length > MAX_LINES) return undefined;
  return new Sharing(lines, places).shares();
}

class Sharing {
  readonly #lines: readonly SetLine[];
  readonly #places: RowPlaces;
  /** Row 0 is the one above the page, the last one is the one below it. */
  readonly #count: number;
  /** How many gaps stand above each line. */
  readonly #gaps: readonly number[];
  /** The distance of the two lines that stand closest. */
  readonly #closest: number;

  constructor(lines: readonly SetLine[], places: RowPlaces) {
    this.#lines = lines;
    this.#places = places;
    this.#count = places.anchors.length + 2;
    const distances = lines.slice(1).map((line, at) => middleOf(line) - middleOf(lines[at]));
    this.#closest = Math.min(...distances.filter((distance) => distance > places.pitch / 2));
    let gaps = 0;
    this.#gaps = lines.map((line, at) => {
      if (at > 0 && middleOf(line) - middleOf(lines[at - 1]) > places.pitch * 1.45) gaps += 1;
      return gaps;
    });
  }

  shares(): Shares | undefined {
    const lines = this.#lines;
    const [best, rest] = [this.#fromTop(), this.#fromBottom()];
    const cost = rest[0]?.[0] ?? Infinity;
    if (cost === Infinity) return undefined;
    const shares: (readonly SetLine[])[] = [];
    const misfits: number[] = [];
    const rivals: (readonly SetLine[] | undefined)[] = [];
    for (let row = 0, from = 0; row < this.#count; row += 1) {
      const to = this.#endOf(row, from, rest);
      shares.push(lines.slice(from, to));
      if (!this.#isBeyond(row)) {
        const isCut = row === this.#count - 2 && this.#places.cutBelow;
        misfits.push(to === from ? 0 : this.#reaches(from, to, row) + (isCut ? 0 : this.#misfit(from, to, row)));
        rivals.push(this.#rivalOf(row, from, to, best, rest, cost));
      }
      from = to;
    }
    return { before: shares[0] ?? [], rows: shares.slice(1, -1), after: shares.at(-1) ?? [], cost, misfits, rivals };
  }

  /** What the first rows cost with the first lines. */
  #fromTop(): readonly (readonly number[])[] {
    const best = this.#table();
    const [first] = best;
    if (first !== undefined) first[0] = 0;
    for (let row = 0; row < this.#count; row += 1) {
      const next = best[row + 1] ?? [];
      for (let from = 0; from <= this.#lines.length; from += 1) {
        const so = best[row]?.[from] ?? Infinity;
        if (so === Infinity) continue;
        for (let to = from; to <= this.#lastEnd(row, from); to += 1)
          next[to] = Math.min(next[to] ?? Infinity, so + this.#cost(row, from, to));
      }
    }
    return best;
  }

  /** What the other rows cost with the other lines. */
  #fromBottom(): readonly (readonly number[])[] {
    const rest = this.#table();
    const last = rest[this.#count];
    if (last !== undefined) last[this.#lines.length] = 0;
    for (let row = this.#count - 1; row >= 0; row -= 1) {
      for (let from = 0; from <= this.#lines.length; from += 1) {
        let least = Infinity;
        for (let to = from; to <= this.#lastEnd(row, from); to += 1)
          least = Math.min(least, this.#cost(row, from, to) + (rest[row + 1]?.[to] ?? Infinity));
        (rest[row] ?? [])[from] = least;
      }
    }
    return rest;
  }

  #table(): number[][] {
    return Array.from({ length: this.#count + 1 }, () => Array<number>(this.#lines.length + 1).fill(Infinity));
  }

  #isBeyond(row: number): boolean {
    return row === 0 || row === this.#count - 1;
  }

  #lastEnd(row: number, from: number): number {
    const { cutAbove, cutBelow } = this.#places;
    if (this.#isBeyond(row) && !(row === 0 ? cutAbove : cutBelow)) return from;
    return Math.min(this.#lines.length, from + MAX_CELL_LINES);
  }

  #endOf(row: number, from: number, rest: readonly (readonly number[])[]): number {
    const goal = rest[row]?.[from] ?? Infinity;
    for (let to = from; to <= this.#lastEnd(row, from); to += 1)
      if (this.#cost(row, from, to) + (rest[row + 1]?.[to] ?? Infinity) <= goal) return to;
    return from;
  }

  #rivalOf(
    row: number,
    from: number,
    to: number,
    best: readonly (readonly number[])[],
    rest: readonly (readonly number[])[],
    cost: number,
  ): readonly SetLine[] | undefined {
    let least = cost + NEAR;
    let rival: readonly SetLine[] | undefined;
    for (let start = 0; start <= this.#lines.length; start += 1) {
      const so = best[row]?.[start] ?? Infinity;
      if (so + (rest[row]?.[start] ?? Infinity) >= least) continue;
      for (let end = start; end <= this.#lastEnd(row, start); end += 1) {
        if ((start === from && end === to) || (start === end && from === to)) continue;
        const all = so + this.#cost(row, start, end) + (rest[row + 1]?.[end] ?? Infinity);
        if (all < least) [least, rival] = [all, this.#lines.slice(start, end)];
      }
    }
    return rival;
  }

  #cost(row: number, from: number, to: number): number {
    const { blank, cutBelow } = this.#places;
    if (from === to) return this.#isBeyond(row) ? 0 : blank;
    return this.#ownCost(row, from, to, cutBelow) + (this.#isTight(to) ? TIGHT : 0);
  }

  #isTight(at: number): boolean {
    const [above, below] = [this.#lines[at - 1], this.#lines[at]];
    if (above === undefined || below === undefined) return false;
    return middleOf(below) - middleOf(above) < this.#closest * 1.1;
  }

  #ownCost(row: number, from: number, to: number, cutBelow: boolean): number {
    // The lines of one cell follow each other.
    const gaps = ((this.#gaps[to - 1] ?? 0) - (this.#gaps[from] ?? 0)) * 1.5;
    const reach = this.#reaches(from, to, row) * REACHING;
    if (this.#isBeyond(row)) return (to - from) * CUT_LINE + gaps + reach;
    const share = cutBelow && row === this.#count - 2 ? 0.35 : 1;
    return this.#misfit(from, to, row) * share + gaps + reach;
  }

  /** How many of its neighbours' figures stand at the height of the cell, or behind it: rows never overlap. */
  #reaches(from: number, to: number, row: number): number {
    const { anchors, pitch } = this.#places;
    const [top, bottom] = [middleOf(this.#lines[from]), middleOf(this.#lines[to - 1])];
    let count = 0;
    for (let above = row - 2; (anchors[above] ?? -Infinity) > top - pitch * 0.3; above -= 1) count += 1;
    for (let below = row; (anchors[below] ?? Infinity) < bottom + pitch * 0.3; below += 1) count += 1;
    return count;
  }

  #misfit(from: number, to: number, row: number): number {
    const { alignment, anchors, pitch } = this.#places;
    const [top, bottom] = [middleOf(this.#lines[from]), middleOf(this.#lines[to - 1])];
    const place = alignment === "middle" ? (top + bottom) / 2 : alignment === "top" ? top : bottom;
    return Math.abs(place - (anchors[row - 1] ?? 0)) / pitch;
  }
}

function middleOf(line: SetLine | undefined): number {
  return line === undefined ? 0 : (line.box[1] + line.box[3]) / 2;
}
