/** The graphics and text state of a page while its operators are walked through. */
import { type Box, IDENTITY, type Matrix, intersect, multiply } from "./matrix.ts";

/** What pdf.js tells of a font, as far as it matters here. */
export interface FontFacts {
  readonly id: string;
  /** From the font's units to the em: 0.001, or what a Type 3 font says. */
  readonly unit: number;
  readonly vertical: boolean;
  readonly composite: boolean;
}

/** One state. Replaced as a whole when something changes, so that saving it is keeping it. */
export interface PaintState {
  readonly matrix: Matrix;
  /** Nothing outside is seen; `undefined` when nothing is seen at all. */
  readonly clip: Box | undefined;
  /** `#rrggbb`; `undefined` for a pattern. */
  readonly fill: string | undefined;
  readonly stroke: string | undefined;
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  /** Painted over what is below without mixing. */
  readonly opaqueBlend: boolean;
  readonly lineWidth: number;
  readonly font: FontFacts | undefined;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly hScale: number;
  readonly leading: number;
  readonly rise: number;
  readonly renderMode: number;
}

export function newPaintState(matrix: Matrix, clip: Box): PaintState {
  return {
    matrix,
    clip,
    fill: "#000000",
    stroke: "#000000",
    fillAlpha: 1,
    strokeAlpha: 1,
    opaqueBlend: true,
    lineWidth: 1,
    font: undefined,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

/** The deepest nesting of saved states; what is beyond comes from no program that prints. */
const MAX_SAVED = 2000;

/** The state in force, those saved below it, and where the next glyph goes. */
export class Painter {
  now: PaintState;
  textMatrix: Matrix = IDENTITY;
  #lineMatrix: Matrix = IDENTITY;
  readonly #saved: PaintState[] = [];

  constructor(start: PaintState) {
    this.now = start;
  }

  set(change: Partial<PaintState>): void {
    this.now = { ...this.now, ...change };
  }

  save(): void {
    if (this.#saved.length < MAX_SAVED) this.#saved.push(this.now);
  }

  restore(): void {
    this.now = this.#saved.pop() ?? this.now;
  }

  transform(matrix: Matrix): void {
    this.set({ matrix: multiply(this.now.matrix, matrix) });
  }

  /** `box` is in page coordinates; without one, nothing is seen any more. */
  clipTo(box: Box | undefined): void {
    const { clip } = this.now;
    this.set({ clip: clip === undefined || box === undefined ? undefined : intersect(clip, box) });
  }

  beginText(): void {
    this.setTextMatrix(IDENTITY);
  }

  setTextMatrix(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.#lineMatrix = matrix;
  }

  moveText(x: number, y: number): void {
    this.setTextMatrix(multiply(this.#lineMatrix, [1, 0, 0, 1, x, y]));
  }

  /** Moves the pen inside the line by a length of text space. */
  advance(x: number, y: number): void {
    this.textMatrix = multiply(this.textMatrix, [1, 0, 0, 1, x, y]);
  }
}
