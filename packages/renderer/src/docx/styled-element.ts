/**
 * The look of an element at its place in the page, in WordprocessingML. A page repeats few looks many times, so each
 * is worked out once per template and kept: an element's look follows from its parent's look, its name and its classes.
 */
import { type ComputedStyle, PLAIN_BOX, bodyStyle, computeStyle, lineHeightOf } from "../page/computed-style.ts";
import type { BoxProperties, TextProperties } from "../page/style-properties.ts";
import type { StyleSheet } from "../page/style-sheet.ts";
import type { FontNames } from "./font-names.ts";
import { cellProperties, paragraphProperties, runProperties } from "./word-properties.ts";
import type { WordStyle } from "./word-styles.ts";

/** What an element is: its name, its classes, and the two in one. */
export interface Kind {
  readonly tag: string;
  readonly classes: string;
  readonly kind: string;
}

const ANONYMOUS: Kind = { tag: "", classes: "", kind: "." };

/** Where a paragraph stands: first on a page that a break begins, in a row that stays with the next row, or anywhere. */
export type ParagraphPlace = "page-start" | "kept-row" | "anywhere";

/** What does not change within a template. */
interface Sheet {
  readonly style: StyleSheet;
  readonly fonts: FontNames;
  readonly wordStyles: ReadonlyMap<string, WordStyle>;
  readonly body: ComputedStyle;
  /** The look of a cell without a class; it is the table's own look. */
  readonly cell: BoxProperties;
}

/** The look of the page's body, from which all others follow. */
export function styledBody(
  style: StyleSheet,
  wordStyles: ReadonlyMap<string, WordStyle>,
  fonts: FontNames,
): StyledElement {
  const body = bodyStyle(style);
  const cell = computeStyle(style, "td", "", body.text).box;
  return new StyledElement({ style, fonts, wordStyles, body, cell }, "body", body, undefined);
}

/** What is asked for every cell, in points. Objects of one shape are read several times as fast as computed styles. */
export interface Measures {
  readonly size: number;
  readonly lineHeight: number;
  readonly paddingLeft: number;
  readonly paddingRight: number;
  /** Above and below. */
  readonly paddings: number;
  readonly keepTogether: boolean;
  readonly keepWithPrevious: boolean;
}

function measuresOf({ text, box }: ComputedStyle): Measures {
  const { paddingLeft, paddingRight, keepTogether, keepWithPrevious } = box;
  const paddings = box.paddingTop + box.paddingBottom;
  return {
    size: text.size,
    lineHeight: lineHeightOf(text),
    paddingLeft,
    paddingRight,
    paddings,
    keepTogether,
    keepWithPrevious,
  };
}

export class StyledElement {
  readonly tag: string;
  readonly computed: ComputedStyle;
  readonly measures: Measures;
  readonly #sheet: Sheet;
  /** The named style that a paragraph here has: that of its own class or of the nearest element around it. */
  readonly #wordStyle: WordStyle | undefined;
  readonly #inside = new Map<string, StyledElement>();
  readonly #kept = new Map<string, unknown>();
  readonly #encodedOpenings = new Map<ParagraphPlace, Uint8Array>();
  readonly #encodedTextOpenings = new Map<ParagraphPlace, Uint8Array>();
  #anonymous: StyledElement | undefined;
  #runOpening: string | undefined;
  #encodedRunOpening: Uint8Array | undefined;
  #cellProperties: string | undefined;

  constructor(sheet: Sheet, tag: string, computed: ComputedStyle, wordStyle: WordStyle | undefined) {
    this.#sheet = sheet;
    this.tag = tag;
    this.computed = computed;
    this.measures = measuresOf(computed);
    this.#wordStyle = wordStyle;
  }

  /** The look of an element inside this one. */
  inside({ tag, classes, kind }: Kind): StyledElement {
    const known = this.#inside.get(kind);
    if (known !== undefined) return known;
    const computed = computeStyle(this.#sheet.style, tag, classes, this.computed.text);
    // A span is part of its paragraph: what differs from the paragraph's style is written on the run.
    const own = tag === "span" ? undefined : classes.split(" ").find((name) => this.#sheet.wordStyles.has(name));
    const wordStyle = own === undefined ? this.#wordStyle : this.#sheet.wordStyles.get(own);
    const styled = new StyledElement(this.#sheet, tag, computed, wordStyle);
    this.#inside.set(kind, styled);
    return styled;
  }

  /** Something that follows from this look and a key: made once, then kept. */
  keep<T>(key: string, make: () => T): T {
    const known = this.#kept.get(key);
    if (known !== undefined) return known as T;
    const made = make();
    this.#kept.set(key, made);
    return made;
  }

  /** The look of text that stands in this element without a paragraph of its own. */
  anonymous(): StyledElement {
    return (this.#anonymous ??= this.inside(ANONYMOUS));
  }

  /** The look of a cell without a class. */
  get plainCell(): BoxProperties {
    return this.#sheet.cell;
  }

  /** From `<w:p>` to the end of its properties. */
  paragraphOpening(place: ParagraphPlace): string {
    const level = /^h([1-3])$/.exec(this.tag)?.[1];
    const inside = paragraphProperties(this.#paragraphLook(), this.#base(), {
      styleId: this.#wordStyle?.id ?? "",
      pageBreakBefore: place === "page-start" || this.computed.box.breakBefore,
      keepWithNext: place === "kept-row",
      headingLevel: level === undefined ? 0 : Number.parseInt(level, 10),
      ...(this.tag === "figure" ? { holdsPicture: true } : {}),
    });
    return inside === "" ? "<w:p>" : `<w:p><w:pPr>${inside}</w:pPr>`;
  }

  /** From `<w:r>` to the end of its properties. */
  get runOpening(): string {
    if (this.#runOpening === undefined) {
      const inside = runProperties(this.computed.text, this.#base().text, this.#sheet.fonts);
      this.#runOpening = inside === "" ? "<w:r>" : `<w:r><w:rPr>${inside}</w:rPr>`;
    }
    return this.#runOpening;
  }

  /** From `<w:p>` to the text of a paragraph that is one text. */
  textOpening(place: ParagraphPlace): string {
    return `${this.paragraphOpening(place)}${this.runOpening}<w:t>`;
  }

  /** {@link paragraphOpening}, encoded. */
  encodedOpening(place: ParagraphPlace): Uint8Array {
    return encodedOnce(this.#encodedOpenings, place, () => this.paragraphOpening(place));
  }

  /** {@link textOpening}, encoded. */
  encodedTextOpening(place: ParagraphPlace): Uint8Array {
    return encodedOnce(this.#encodedTextOpenings, place, () => this.textOpening(place));
  }

  /** From `<w:r>` to its text, encoded. */
  get encodedRunOpening(): Uint8Array {
    return (this.#encodedRunOpening ??= Buffer.from(`${this.runOpening}<w:t>`));
  }

  /** What differs from a cell without a class. */
  get cellProperties(): string {
    this.#cellProperties ??= cellProperties(this.computed.box, this.#sheet.cell);
    return this.#cellProperties;
  }

  get text(): TextProperties {
    return this.computed.text;
  }

  #base(): ComputedStyle {
    return this.#wordStyle?.computed ?? this.#sheet.body;
  }

  /** Text in a cell has the cell's named style, but no margins of its own. */
  #paragraphLook(): ComputedStyle {
    if (this.tag !== "") return this.computed;
    return { text: this.computed.text, box: PLAIN_BOX };
  }
}

function encodedOnce(known: Map<ParagraphPlace, Uint8Array>, place: ParagraphPlace, opening: () => string): Uint8Array {
  let encoded = known.get(place);
  if (encoded === undefined) known.set(place, (encoded = Buffer.from(opening())));
  return encoded;
}
