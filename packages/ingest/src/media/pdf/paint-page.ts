/**
 * The operators of a page → what is seen on it. Follows colours, clipping, layers and transparency far enough to tell a
 * text that a reader sees from one that only stands in the file.
 */
import { type DrawnPath, readDrawnPath } from "./drawn-path.ts";
import { type Box, type Matrix, boxOf, holds, mapBox } from "./matrix.ts";
import type { HiddenReason } from "./page-marks.ts";
import { type FontFacts, Painter, newPaintState } from "./paint-state.ts";
import { type PaintedArea, areasOfPath } from "./painted-areas.ts";
import { type ShownGlyph, showGlyphs } from "./show-glyphs.ts";

/** The operators of one page, by number. */
export interface PageOperators {
  readonly codes: readonly number[];
  readonly args: readonly unknown[];
}

/** What the walk needs of the document. */
export interface PageFacts {
  /** The numbers of the operators, by name. */
  readonly names: Readonly<Record<string, number>>;
  /** From user space to the page as it is shown. */
  readonly toPage: Matrix;
  readonly width: number;
  readonly height: number;
  readonly fontOf: (id: string) => FontFacts | undefined;
  readonly isLayerVisible: (layer: unknown) => boolean;
}

/** A glyph, when it was painted, and why it is not seen, if it is not. */
export interface PaintedGlyph {
  readonly glyph: ShownGlyph;
  readonly order: number;
  readonly hidden?: HiddenReason;
  readonly fill: string | undefined;
}

/** Everything that leaves a mark, in the order of painting. */
export interface Painted {
  readonly glyphs: readonly PaintedGlyph[];
  readonly areas: readonly PaintedArea[];
  /** The unit square, which pictures fill, was made larger than a letter. pdf.js leaves the pictures themselves out. */
  readonly hasPicture: boolean;
}

/** Marks of one page that are kept; beyond, the page is no form. */
const MAX_GLYPHS = 60_000;
const MAX_AREAS = 60_000;
/** Area of the smallest picture that may hold a text, in square pt. */
const PICTURE = 400;

/** Walks through the operators. `undefined` when there are more marks than any form has. */
export function paintPage(operators: PageOperators, facts: PageFacts): Painted | undefined {
  return new PageWalk(facts).walk(operators);
}

class PageWalk {
  readonly #facts: PageFacts;
  readonly #painter: Painter;
  readonly #glyphs: PaintedGlyph[] = [];
  readonly #areas: PaintedArea[] = [];
  readonly #layers: boolean[] = [];
  readonly #groups: boolean[] = [];
  readonly #actions: ReadonlyMap<number, (args: readonly unknown[]) => void>;
  #clipNext = false;
  #hasPicture = false;
  #order = 0;

  constructor(facts: PageFacts) {
    this.#facts = facts;
    const page: Box = [0, 0, facts.width, facts.height];
    this.#painter = new Painter(newPaintState(facts.toPage, page));
    this.#actions = new Map(
      Object.entries(this.#namedActions()).flatMap(([name, action]) => {
        const code = facts.names[name];
        return code === undefined ? [] : [[code, action] as const];
      }),
    );
  }

  walk({ codes, args }: PageOperators): Painted | undefined {
    for (const [at, code] of codes.entries()) {
      this.#order = at;
      const list = args[at];
      this.#actions.get(code)?.(Array.isArray(list) ? (list as readonly unknown[]) : []);
      if (this.#glyphs.length > MAX_GLYPHS || this.#areas.length > MAX_AREAS) return undefined;
    }
    return { glyphs: this.#glyphs, areas: this.#areas, hasPicture: this.#hasPicture };
  }

  #namedActions(): Record<string, (args: readonly unknown[]) => void> {
    const painter = this.#painter;
    const set =
      (key: "charSpacing" | "wordSpacing" | "rise" | "lineWidth" | "renderMode") => (args: readonly unknown[]) => {
        painter.set({ [key]: numberOf(args[0]) });
      };
    return {
      save: () => painter.save(),
      restore: () => painter.restore(),
      transform: (args) => {
        painter.transform(matrixOf(args));
        const [a, b, c, d] = painter.now.matrix;
        if (Math.abs(a * d - b * c) > PICTURE) this.#hasPicture = true;
      },
      setLineWidth: set("lineWidth"),
      setGState: ([entries]) => this.#setGraphicsState(entries),
      setFillRGBColor: ([colour]) => painter.set({ fill: colourOf(colour) }),
      setStrokeRGBColor: ([colour]) => painter.set({ stroke: colourOf(colour) }),
      setFillColorN: () => painter.set({ fill: undefined }),
      setStrokeColorN: () => painter.set({ stroke: undefined }),
      setFillTransparent: () => painter.set({ fill: undefined }),
      setStrokeTransparent: () => painter.set({ stroke: undefined }),
      clip: () => void (this.#clipNext = true),
      eoClip: () => void (this.#clipNext = true),
      constructPath: (args) => this.#paintPath(readDrawnPath(args, painter.now.matrix)),
      beginText: () => painter.beginText(),
      setCharSpacing: set("charSpacing"),
      setWordSpacing: set("wordSpacing"),
      setTextRise: set("rise"),
      setTextRenderingMode: set("renderMode"),
      setHScale: ([scale]) => painter.set({ hScale: numberOf(scale, 100) / 100 }),
      setLeading: ([leading]) => painter.set({ leading: numberOf(leading) }),
      setFont: ([id, size]) => {
        painter.set({ font: typeof id === "string" ? this.#facts.fontOf(id) : undefined, size: numberOf(size) });
      },
      moveText: ([x, y]) => painter.moveText(numberOf(x), numberOf(y)),
      setLeadingMoveText: ([x, y]) => {
        painter.set({ leading: -numberOf(y) });
        painter.moveText(numberOf(x), numberOf(y));
      },
      nextLine: () => painter.moveText(0, -painter.now.leading),
      setTextMatrix: ([matrix]) => painter.setTextMatrix(matrixOf(listOf(matrix))),
      showText: (args) => this.#show(args),
      paintFormXObjectBegin: ([matrix, box]) => {
        painter.save();
        if (matrix !== null) painter.transform(matrixOf(listOf(matrix)));
        this.#clipTo(box);
      },
      paintFormXObjectEnd: () => painter.restore(),
      beginGroup: ([group]) => {
        painter.save();
        // What a soft mask draws is a mask, not a text.
        this.#groups.push(typeof group === "object" && group !== null && "smask" in group && Boolean(group.smask));
      },
      endGroup: () => {
        painter.restore();
        this.#groups.pop();
      },
      beginAnnotation: ([, rect, transform, matrix]) => {
        painter.save();
        painter.now = newPaintState(this.#facts.toPage, [0, 0, this.#facts.width, this.#facts.height]);
        this.#clipTo(rect);
        painter.transform(matrixOf(listOf(transform)));
        painter.transform(matrixOf(listOf(matrix)));
      },
      endAnnotation: () => painter.restore(),
      beginMarkedContent: () => this.#layers.push(true),
      beginMarkedContentProps: ([tag, layer]) => {
        this.#layers.push(tag !== "OC" || layer === null || this.#facts.isLayerVisible(layer));
      },
      endMarkedContent: () => this.#layers.pop(),
    };
  }

  #clipTo(box: unknown): void {
    const list = listOf(box).map((value) => numberOf(value));
    if (list.length !== 4) return;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = list;
    this.#painter.clipTo(mapBox(this.#painter.now.matrix, [x0, y0, x1, y1]));
  }

  #setGraphicsState(entries: unknown): void {
    for (const entry of listOf(entries)) {
      const [key, value] = listOf(entry);
      if (key === "ca") this.#painter.set({ fillAlpha: numberOf(value, 1) });
      else if (key === "CA") this.#painter.set({ strokeAlpha: numberOf(value, 1) });
      else if (key === "LW") this.#painter.set({ lineWidth: numberOf(value, 1) });
      else if (key === "BM") this.#painter.set({ opaqueBlend: value === "source-over" });
      else if (key === "Font") {
        const [id, size] = listOf(value);
        this.#painter.set({ font: typeof id === "string" ? this.#facts.fontOf(id) : undefined, size: numberOf(size) });
      }
    }
  }

  #isOff(): boolean {
    return this.#layers.includes(false) || this.#groups.includes(true);
  }

  #paintPath(path: DrawnPath | undefined): void {
    if (path === undefined) return;
    const { names } = this.#facts;
    if (!this.#isOff() && path.painted !== names["endPath"])
      this.#areas.push(...areasOfPath(path, this.#painter.now, names, this.#order));
    if (!this.#clipNext) return;
    this.#clipNext = false;
    this.#painter.clipTo(boxOf(path.subpaths.flatMap(({ points }) => points)));
  }

  #show(args: readonly unknown[]): void {
    const { renderMode, fillAlpha, clip, fill, stroke } = this.#painter.now;
    const strokes = renderMode === 1 || renderMode === 5;
    for (const glyph of showGlyphs(this.#painter, args)) {
      const [x, y] = [(glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2];
      const hidden = this.#isOff()
        ? "hidden-layer"
        : renderMode === 3 || renderMode === 7 || fillAlpha < 0.05
          ? "invisible"
          : clip === undefined || !holds(clip, x, y)
            ? "clipped"
            : undefined;
      const colour = strokes ? stroke : fill;
      this.#glyphs.push({ glyph, order: this.#order, fill: colour, ...(hidden === undefined ? {} : { hidden }) });
    }
  }
}

function numberOf(value: unknown, otherwise = 0): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value instanceof Float32Array ? Array.from(value) : [];
}

function matrixOf(list: readonly unknown[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = list.map((value) => numberOf(value));
  return [a, b, c, d, e, f];
}

function colourOf(value: unknown): string | undefined {
  return typeof value === "string" && /^#[0-9a-f]{6}$/iu.test(value) ? value.toLowerCase() : undefined;
}
