/** A document → its rows from top to bottom: a paragraph is a row of one cell, the rows of a table are ruled. */
import { fold } from "../lines/normalise.ts";
import type { Block, TableCell } from "../media/document.ts";
import type { PlacedCell } from "../media/placed-text.ts";
import type { Beside, SourceRow } from "../rows/source-row.ts";
import { type PlacedBudget, type Scale, layTable, textOfAside } from "./lay-table.ts";

/** Rows of a document; `scales` are those of its tables by number. */
export interface LaidDocument {
  readonly rows: readonly SourceRow[];
  readonly scales: ReadonlyMap<number, Scale>;
}

const MAX_PLACED = 800_000;
/** Captions that only a form has: a table with one of them is a part of a form, not of a cell. */
const CAPTION = /项目名称|三级指标|预算数|实际完成|总分/u;
/** A line of the header that stands outside of a table: 项目名称：某某平台运维. */
const LABELLED = /^(项目名称|项目编码|主管部门|实施单位)\s*[:：]\s*(.*)$/u;

export function layBlocks(blocks: readonly Block[], file: string): LaidDocument {
  const layout = new Layout(file);
  layout.add(blocks);
  return { rows: layout.end(), scales: layout.scales };
}

class Layout {
  readonly scales = new Map<number, Scale>();
  readonly #file: string;
  readonly #rows: SourceRow[] = [];
  readonly #budget: PlacedBudget = { left: MAX_PLACED };
  #waiting: Beside[] = [];
  #lines = 0;

  constructor(file: string) {
    this.#file = file;
  }

  add(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === "paragraph") this.#addParagraph(block.text, block.doubt);
      else if (block.kind === "box") this.add(block.content);
      else if (block.kind === "aside")
        this.#waiting.push({ text: textOfAside(block), origin: { file: this.#file, line: this.#lines + 1 } });
      else {
        const { rows, scale } = layTable(block, this.#file, this.#budget, isPartOfForm);
        this.scales.set(block.number, scale);
        for (const { behind, ...row } of rows) {
          if (row.cells.some(({ text }) => text !== "")) this.#push(row);
          else this.#waiting.push(...row.beside);
          this.add(behind);
        }
      }
    }
  }

  end(): readonly SourceRow[] {
    const last = this.#rows.at(-1);
    if (last !== undefined && this.#waiting.length > 0)
      this.#rows[this.#rows.length - 1] = { ...last, beside: [...last.beside, ...this.#waiting] };
    return this.#rows;
  }

  #addParagraph(text: string, reason: string | undefined): void {
    for (const line of text.split(/[\n\r]+/u)) {
      if (line.trim() === "") continue;
      this.#lines += 1;
      const origin = { file: this.#file, line: this.#lines };
      const doubt = (shown: string) => (reason === undefined ? {} : { doubt: { reason, candidates: [shown] } });
      const cells = piecesOf(line).map((piece): PlacedCell => ({ text: piece, origin, ...doubt(piece) }));
      this.#push({ cells, afterGap: false, inPlace: true, ruled: true, beside: [] });
    }
  }

  #push(row: SourceRow): void {
    this.#rows.push({ ...row, beside: [...this.#waiting, ...row.beside] });
    this.#waiting = [];
  }
}

/** The pieces of a line: one, or label and text by turns. */
function piecesOf(line: string): string[] {
  const parts = line.split(/\t+|\s{2,}(?=(?:项目名称|项目编码|主管部门|实施单位)\s*[:：])/u).map((part) => part.trim());
  const pieces = parts.flatMap((part) => {
    const [, label, text] = LABELLED.exec(part) ?? [];
    return label === undefined || text === undefined ? [] : [label, text];
  });
  return pieces.length === parts.length * 2 ? pieces : [line.trim()];
}

function isPartOfForm({ content }: TableCell): boolean {
  return content.some((block) => block.kind === "table" && hasCaption(block, 0));
}

function hasCaption(block: Block, depth: number): boolean {
  if (depth > 64) return false;
  if (block.kind === "paragraph") return block.text.length < 60 && CAPTION.test(fold(block.text));
  if (block.kind === "table")
    return block.rows.some(({ cells }) =>
      cells.some(({ content }) => content.some((each) => hasCaption(each, depth + 1))),
    );
  return block.kind === "box" && block.content.some((each) => hasCaption(each, depth + 1));
}
