/** How the elements of a page look, each worked out once for a style sheet: an element's look follows from its parent's, its name and its classes. */
import { type ComputedStyle, bodyStyle, computeStyle, lineHeightOf } from "../../page/computed-style.ts";
import type { BoxProperties, TextProperties } from "../../page/style-properties.ts";
import type { StyleSheet } from "../../page/style-sheet.ts";
import { roleOf } from "../../fonts/roles.ts";
import type { TextStyle } from "./lines/text-style.ts";

/** What an element is: its name, its classes, and the two in one. */
interface Kind {
  readonly tag: string;
  readonly classes: string;
  readonly kind: string;
}

/** Text in a cell or a section that stands in no paragraph of its own. */
const LOOSE: Kind = { tag: "", classes: "", kind: "." };

export class Look {
  readonly text: TextProperties;
  readonly box: BoxProperties;
  /** Points. */
  readonly lineHeight: number;
  /** Points. */
  readonly indent: number;
  readonly style: TextStyle;
  /** The same, for what stands on one line. */
  readonly unbroken: TextStyle;
  readonly #sheet: StyleSheet;
  readonly #inside = new Map<string, Look>();

  static ofPage(sheet: StyleSheet): Look {
    const known = pages.get(sheet);
    if (known !== undefined) return known;
    const made = new Look(sheet, bodyStyle(sheet));
    pages.set(sheet, made);
    return made;
  }

  private constructor(sheet: StyleSheet, { text, box }: ComputedStyle) {
    this.#sheet = sheet;
    this.text = text;
    this.box = box;
    this.lineHeight = lineHeightOf(text);
    this.indent = "ems" in text.indent ? text.indent.ems * text.size : text.indent.points;
    const { families, bold, size, color, letterSpacing, noWrap } = text;
    this.style = { role: roleOf(families), bold, size, color, spacing: letterSpacing, noWrap };
    this.unbroken = noWrap ? this.style : { ...this.style, noWrap: true };
  }

  inside({ tag, classes, kind }: Kind): Look {
    const known = this.#inside.get(kind);
    if (known !== undefined) return known;
    const look = new Look(this.#sheet, computeStyle(this.#sheet, tag, classes, this.text));
    this.#inside.set(kind, look);
    return look;
  }

  loose(): Look {
    return this.inside(LOOSE);
  }
}

/** Made from the style sheet alone, so keeping them changes no result; they go when their templates go. */
const pages = new WeakMap<StyleSheet, Look>();
