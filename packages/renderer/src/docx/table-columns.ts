/** What follows from a table's columns alone; the same for every form of a template, so it is worked out once. */
import type { PageElement } from "../page/page-tree.ts";
import type { StyledElement } from "./styled-element.ts";
import { tableProperties } from "./word-properties.ts";
import { twips } from "./twips.ts";

/** A table that does not come out even. The caller adds the template's name. */
export class TableError extends Error {
  override readonly name = "TableError";
}

/** How a cell takes part in a merged one: not, as its first row, or as a further row. */
export type Merge = "" | "restart" | "continue";

const MERGES = { "": "", restart: '<w:vMerge w:val="restart"/>', continue: "<w:vMerge/>" } as const;
const RANKS = { "": 0, restart: 1, continue: 2 } as const satisfies Record<Merge, number>;

export class TableColumns {
  readonly count: number;
  /** From `<w:tbl>` to the first row. */
  readonly opening: Uint8Array;
  readonly #widths: readonly number[];
  readonly #cells = new Map<StyledElement, Map<number, Uint8Array>>();

  constructor(columns: readonly PageElement[], look: StyledElement) {
    const widths = columns.map((column) => twips(look.inside(column).computed.box.width));
    if (widths.length === 0 || widths.includes(0)) throw new TableError("表格要在 colgroup 中给出每一列的宽度");
    this.count = widths.length;
    this.#widths = widths;
    const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
    const properties = tableProperties(look.plainCell, this.widthOf(0, widths.length));
    this.opening = Buffer.from(`<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>`);
  }

  /** Width in twips of `span` columns from `column` on. */
  widthOf(column: number, span: number): number {
    let width = 0;
    for (let at = column; at < column + span; at += 1) width += this.#widths[at] ?? 0;
    return width;
  }

  /** From `<w:tc>` to the end of its properties. */
  cellOpening(column: number, span: number, look: StyledElement, merge: Merge): Uint8Array {
    let ofLook = this.#cells.get(look);
    if (ofLook === undefined) this.#cells.set(look, (ofLook = new Map()));
    const key = ((column * (this.count + 1) + span) << 2) | RANKS[merge];
    const known = ofLook.get(key);
    if (known !== undefined) return known;
    const width = `<w:tcW w:w="${this.widthOf(column, span)}" w:type="dxa"/>`;
    const gridSpan = span === 1 ? "" : `<w:gridSpan w:val="${span}"/>`;
    const properties = `${width}${gridSpan}${MERGES[merge]}${look.cellProperties}`;
    const opening = Buffer.from(`<w:tc><w:tcPr>${properties}</w:tcPr>`);
    ofLook.set(key, opening);
    return opening;
  }
}
