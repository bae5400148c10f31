/** A placed page → the content stream that paints it. */
import type { Face } from "./faces/face.ts";
import type { Paper, PlacedPage, PlacedText } from "./placed.ts";
import type { TagNode } from "./tag-node.ts";

/** A face of the document, by its name in the pages. */
export interface FontInUse {
  readonly name: string;
  /** Number of its object. */
  readonly font: number;
  /** What stands for a character in the content of a page. */
  readonly cids: ReadonlyMap<number, string>;
}

export interface Painting {
  readonly paper: Paper;
  readonly fonts: ReadonlyMap<Face, FontInUse>;
  /** Counted from 0. */
  readonly page: number;
}

/** Tells every tag which marks of the page are its own: 0 … in the order of the page. */
export function paintPage(placed: PlacedPage, painting: Painting): string {
  const { height } = painting.paper;
  const parts: string[] = [];
  if (placed.fills.length > 0) {
    parts.push("/Artifact BMC\n");
    let color = "";
    for (const fill of placed.fills) {
      if (fill.color !== color) parts.push(`${colorOf(fill.color)} rg\n`);
      color = fill.color;
      const y = height - fill.y - fill.height;
      parts.push(`${points(fill.x)} ${points(y)} ${points(fill.width)} ${points(fill.height)} re f\n`);
    }
    parts.push("EMC\n");
  }
  paintTexts(placed.texts, painting, parts);
  return parts.join("");
}

function paintTexts(texts: readonly PlacedText[], { paper, fonts, page }: Painting, parts: string[]): void {
  let mark = 0;
  let open: TagNode | undefined | null = null;
  let [font, color, spacing] = ["", "000000", 0];
  parts.push("0 0 0 rg BT\n");
  for (const text of texts) {
    if (text.tag !== open) {
      if (open !== null) parts.push("EMC\n");
      if (text.tag === undefined) parts.push("/Artifact BMC\n");
      else {
        parts.push(`/${text.tag.role} <</MCID ${mark}>> BDC\n`);
        text.tag.paint({ page, mark });
        mark += 1;
      }
      open = text.tag;
    }
    const { style, letters } = text;
    const face = letters[0]?.face;
    const used = face === undefined ? undefined : fonts.get(face);
    if (used === undefined) throw new Error("a text without a font");
    const named = `/${used.name} ${points(style.size)} Tf\n`;
    if (named !== font) parts.push(named);
    font = named;
    if (style.color !== color) parts.push(`${colorOf(style.color)} rg\n`);
    color = style.color;
    const between = letters.length > 1 ? style.spacing + text.spread : spacing;
    if (between !== spacing) parts.push(`${points(between)} Tc\n`);
    spacing = between;
    let glyphs = "";
    for (const { code } of letters) glyphs += used.cids.get(code) ?? "";
    parts.push(`1 0 0 1 ${points(text.x)} ${points(paper.height - text.baseline)} Tm <${glyphs}> Tj\n`);
  }
  if (open !== null) parts.push("EMC\n");
  parts.push("ET\n");
}

/** Three decimals are finer than any printer. */
function points(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** RRGGBB as three parts of one. */
function colorOf(color: string): string {
  return [0, 2, 4].map((at) => points(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(" ");
}
