/** The CSS properties that a template may use, each with its reader. */
import { type Border, readBorder, readColor, readFamilies, readLength, readSides, readString } from "./style-values.ts";

/** What goes on to the elements inside. */
export interface TextProperties {
  /** Family names; the first is the role that PDF and DOCX print with, the others serve readers of the HTML. */
  readonly families: readonly string[];
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
  readonly align: "left" | "center" | "right" | "justify";
  readonly lineHeight: LineHeight;
  /** Points between characters, beyond their own width. */
  readonly letterSpacing: number;
  readonly indent: Indent;
  /** No line ends within; Word breaks lines by rules of its own. */
  readonly noWrap: boolean;
}

/** A multiple of the font size, or points. */
export type LineHeight = { readonly times: number } | { readonly points: number };
/** In characters (em) or points. */
export type Indent = { readonly ems: number } | { readonly points: number };

/** What concerns the element itself. */
export interface BoxProperties {
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly breakBefore: boolean;
  readonly keepWithPrevious: boolean;
  readonly keepWithNext: boolean;
  readonly keepTogether: boolean;
  readonly borderTop: Border;
  readonly borderRight: Border;
  readonly borderBottom: Border;
  readonly borderLeft: Border;
  readonly paddingTop: number;
  readonly paddingRight: number;
  readonly paddingBottom: number;
  readonly paddingLeft: number;
  readonly verticalAlign: "top" | "middle" | "bottom";
  /** `""` for none. */
  readonly background: string;
  /** Points; 0 where none is given. */
  readonly width: number;
}

/** The name that Word shows for the class. */
export interface StyleNaming {
  readonly styleName: string;
}

export type Declarations = Partial<TextProperties & BoxProperties & StyleNaming>;
type Reader = (value: string) => Declarations | undefined;

const border =
  (...sides: ("borderTop" | "borderRight" | "borderBottom" | "borderLeft")[]): Reader =>
  (value) => {
    const line = readBorder(value);
    return line && Object.fromEntries(sides.map((side) => [side, line]));
  };

const length =
  (name: "marginTop" | "marginBottom" | "paddingTop" | "paddingRight" | "paddingBottom" | "paddingLeft"): Reader =>
  (value) => {
    const points = readLength(value);
    return points === undefined ? undefined : { [name]: points };
  };

const words =
  (table: Readonly<Record<string, Declarations>>): Reader =>
  (value) =>
    Object.hasOwn(table, value) ? table[value] : undefined;

/** Only the browser follows these; Word breaks lines and draws tables by rules of its own. */
const browserOnly =
  (...values: string[]): Reader =>
  (value) =>
    values.includes(value) ? {} : undefined;

/** Property → reader of its value, which answers `undefined` to a value outside the subset. */
export const PROPERTIES: Readonly<Record<string, Reader>> = {
  "--style-name": (value) => {
    const styleName = readString(value);
    return styleName === undefined || styleName === "" ? undefined : { styleName };
  },
  "font-family": (value) => {
    const families = readFamilies(value);
    return families && { families };
  },
  "font-size": (value) => {
    const size = readLength(value);
    return size !== undefined && size > 0 ? { size } : undefined;
  },
  "font-weight": words({ normal: { bold: false }, bold: { bold: true } }),
  color: (value) => {
    const color = readColor(value);
    return color === undefined ? undefined : { color };
  },
  "text-align": words({
    left: { align: "left" },
    center: { align: "center" },
    right: { align: "right" },
    justify: { align: "justify" },
  }),
  "line-height": (value) => {
    if (/^\d+(?:\.\d+)?$/.test(value)) return { lineHeight: { times: Number.parseFloat(value) } };
    const points = readLength(value);
    return points !== undefined && points > 0 ? { lineHeight: { points } } : undefined;
  },
  "letter-spacing": (value) => {
    const letterSpacing = readLength(value);
    return letterSpacing === undefined ? undefined : { letterSpacing };
  },
  "text-indent": (value) => {
    const ems = /^(\d+(?:\.\d+)?)em$/.exec(value)?.[1];
    if (ems !== undefined) return { indent: { ems: Number.parseFloat(ems) } };
    const points = readLength(value);
    return points === undefined ? undefined : { indent: { points } };
  },
  "margin-top": length("marginTop"),
  "margin-bottom": length("marginBottom"),
  "break-before": words({
    page: { breakBefore: true },
    avoid: { keepWithPrevious: true },
    auto: { breakBefore: false, keepWithPrevious: false },
  }),
  "break-after": words({ avoid: { keepWithNext: true }, auto: { keepWithNext: false } }),
  "break-inside": words({ avoid: { keepTogether: true }, auto: { keepTogether: false } }),
  border: border("borderTop", "borderRight", "borderBottom", "borderLeft"),
  "border-top": border("borderTop"),
  "border-right": border("borderRight"),
  "border-bottom": border("borderBottom"),
  "border-left": border("borderLeft"),
  padding: (value) => {
    const sides = readSides(value);
    return (
      sides && {
        paddingTop: sides.top,
        paddingRight: sides.right,
        paddingBottom: sides.bottom,
        paddingLeft: sides.left,
      }
    );
  },
  "padding-top": length("paddingTop"),
  "padding-right": length("paddingRight"),
  "padding-bottom": length("paddingBottom"),
  "padding-left": length("paddingLeft"),
  "vertical-align": words({
    top: { verticalAlign: "top" },
    middle: { verticalAlign: "middle" },
    bottom: { verticalAlign: "bottom" },
  }),
  "background-color": (value) => {
    const background = readColor(value);
    return background === undefined ? undefined : { background };
  },
  width: (value) => {
    if (value === "100%") return {};
    const width = readLength(value);
    return width !== undefined && width > 0 ? { width } : undefined;
  },
  "border-collapse": browserOnly("collapse"),
  "table-layout": browserOnly("fixed"),
  "word-break": browserOnly("normal", "keep-all"),
  "white-space": words({ normal: { noWrap: false }, nowrap: { noWrap: true } }),
  "overflow-wrap": browserOnly("anywhere", "normal"),
  "line-break": browserOnly("auto", "strict"),
  "font-synthesis": browserOnly("none"),
  "text-autospace": browserOnly("no-autospace"),
  "text-decoration": browserOnly("none"),
};
