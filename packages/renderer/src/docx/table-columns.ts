/** What follows from a table's columns alone; the same for every form of a template, so it is worked out once. */
import type { PageElement } from "../page/page-tree.ts";
import type { ParagraphPlace, StyledElement } from "./styled-element.ts";
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
const PLACES = { anywhere: 0, "kept-row": 1, "page-start": 2 } as const satisfies Record<ParagraphPlace, number>;

/** Where a cell stands, and what follows for it. */
export interface CellPlace {
  readonly column: number;
  readonly span: number;
  readonly merge: Merge;
  readonly place: ParagraphPlace;
}

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
  cellOpening(at: CellPlace, look: StyledElement): Uint8Array {
    return this.#kept(at, look, 0, (opening) => opening);
  }

  /** From `<w:tc>` to the text of a cell that is one text. */
  textCellOpening(at: CellPlace, look: StyledElement): Uint8Array {
    return this.#kept(at, look, 1, (opening) => opening + look.anonymous().textOpening(at.place));
  }

  /** A whole cell without a text. */
  emptyCell(at: CellPlace, look: StyledElement): Uint8Array {
    return this.#kept(
      at,
      look,
      2,
      (opening) => `${opening}${look.anonymous().paragraphOpening(at.place)}</w:p></w:tc>`,
    );
  }

  #kept(at: CellPlace, look: StyledElement, which: number, make: (opening: string) => string): Uint8Array {
    let ofLook = this.#cells.get(look);
    if (ofLook === undefined) this.#cells.set(look, (ofLook = new Map<number, Uint8Array>()));
    const { column, span, merge, place } = at;
    const key = (((column * (this.count + 1) + span) * 3 + RANKS[merge]) * 3 + PLACES[place]) * 3 + which;
    const known = ofLook.get(key);
    if (known !== undefined) return known;
    const width = `<w:tcW w:w="${this.widthOf(column, span)}" w:type="dxa"/>`;
    const gridSpan = span === 1 ? "" : `<w:gridSpan w:val="${span}"/>`;
    const properties = `${width}${gridSpan}${MERGES[merge]}${look.cellProperties}`;
    const made = Buffer.from(make(`<w:tc><w:tcPr>${properties}</w:tcPr>`));
    ofLook.set(key, made);
    return made;
  }
}
