/** One table → rows of placed cells, merged cells known, and how wide its columns are. */
import { joinWrapped } from "../lines/join-wrapped.ts";
import type { Aside, Block, Table, TableCell, TableRow } from "../media/document.ts";
import type { Doubt, PlacedCell } from "../media/placed-text.ts";
import { Refusal } from "../refusal.ts";
import type { Beside, SourceRow } from "../rows/source-row.ts";

/** No form is wider. */
const MAX_WIDTH = 64;

/** A table in rows. A cell whose content is a table of a form gives way to that content, which stands behind its row. */
export interface LaidTable {
  readonly rows: readonly LaidRow[];
  readonly scale: Scale;
}

export interface LaidRow extends SourceRow {
  readonly behind: readonly Block[];
}

/** Where the columns of a table begin, from 0 to 1 of its width; the last entry is its end. `undefined` where not known. */
export interface Scale {
  /** How many columns there are. */
  readonly columns: number;
  readonly edges: readonly number[] | undefined;
}

/** A merged cell on its way down. */
interface Reaching {
  readonly cell: PlacedCell;
  readonly columns: number;
}

/** How many cells may still be placed in one document, blank ones included. */
export interface PlacedBudget {
  left: number;
}

/** `isForm` says whether the content of a cell is a part of a form in its own right. */
export function layTable(
  table: Table,
  file: string,
  budget: PlacedBudget,
  isForm: (cell: TableCell) => boolean,
): LaidTable {
  const starts = [...new Set(table.rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].toSorted(
    (a, b) => a - b,
  );
  if (starts.length > MAX_WIDTH) throw tooWide(table.number, starts.length);
  budget.left -= starts.length * table.rows.length;
  if (budget.left < 0)
    throw new Refusal(
      "too-large",
      { table: table.number },
      "文档过大，没有读取。",
      "表格的单元格过多。",
      "请拆成几份再读。",
    );
  const placeOf = new Map(starts.map((start, at) => [start, at]));
  const reaching = new Map<number, Reaching>();
  const rows: LaidRow[] = [];
  let waiting: Beside[] = [];
  for (const [number, row] of table.rows.entries()) {
    const origin = (column: number) => ({ file, table: table.number, row: number + 1, column: column + 1 });
    const cells = starts.map((_, column): PlacedCell => ({ text: "", origin: origin(column) }));
    const behind: Block[] = [];
    const begun = new Map<number, Reaching>();
    for (const cell of row.cells) {
      const column = placeOf.get(cell.column) ?? 0;
      const end = starts.findIndex((start) => start >= cell.column + cell.columns);
      const columns = (end === -1 ? starts.length : end) - column;
      const [placed, asides] = placeCell(cell, origin(column), columns, isForm(cell) ? behind : undefined);
      waiting.push(...asides);
      const above = cell.goesOn ? reaching.get(column) : undefined;
      if (row.hidden) waiting.push(...besideOf("隐藏的行", placed));
      else if (above?.columns === columns) {
        waiting.push(...besideOf("被合并单元格盖住", placed));
        cells[column] = { ...placed, text: "", above: above.cell };
      } else cells[column] = placed;
      begun.set(column, above?.columns === columns ? above : { cell: placed, columns });
    }
    reaching.clear();
    for (const [column, cell] of begun) reaching.set(column, cell);
    if (behind.length === 0 && cells.every(({ text }) => text === "")) continue;
    const reach = reachOf(row);
    rows.push({ cells, afterGap: false, inPlace: true, ruled: true, reach, beside: waiting, behind });
    waiting = [];
  }
  return { rows: withRest(rows, waiting), scale: { columns: starts.length, edges: edgesOf(table, starts) } };
}

function reachOf({ cells, after = 0 }: TableRow): number {
  return Math.max(0, ...cells.map(({ column, columns }) => column + columns)) + after;
}

/** The text of what stands in a cell: its lines joined as they were before they were wrapped. */
function placeCell(
  cell: TableCell,
  origin: PlacedCell["origin"],
  columns: number,
  behind: Block[] | undefined,
): readonly [PlacedCell, readonly Beside[]] {
  const span = columns > 1 ? { columns } : {};
  if (behind !== undefined) {
    behind.push(...cell.content);
    return [{ text: "", origin, ...span }, []];
  }
  const asides = asidesIn(cell.content);
  const lines = linesIn(cell.content);
  const boxes = cell.content.flatMap((block) => (block.kind === "box" ? linesIn(block.content) : []));
  // A box over a cell that has text of its own is a stamp or a remark.
  const isBoxed = lines.length === 0;
  if (!isBoxed && boxes.length > 0) asides.push({ kind: "aside", what: "文本框", text: joinWrapped(boxes) });
  const text = joinWrapped(isBoxed ? boxes : lines).trim();
  const reason = doubtIn(cell.content);
  const doubt: { doubt?: Doubt } = reason === undefined ? {} : { doubt: { reason, candidates: [text] } };
  return [{ text, origin, ...span, ...doubt }, asides.map((aside) => ({ text: textOfAside(aside), origin }))];
}

/** An aside as it is told: what it is in brackets, then its text. */
export function textOfAside({ what, text }: Aside): string {
  return `（${what}）${text}`;
}

function linesIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") return block.text.split(/[\t\n\r]+/u);
    return block.kind === "table"
      ? block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => linesIn(content)))
      : [];
  });
}

function asidesIn(blocks: readonly Block[]): Aside[] {
  return blocks.flatMap((block) => {
    if (block.kind === "aside") return [block];
    if (block.kind === "box") return asidesIn(block.content);
    return block.kind === "table"
      ? block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => asidesIn(content)))
      : [];
  });
}

function doubtIn(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) if (block.kind === "paragraph" && block.doubt !== undefined) return block.doubt;
  return undefined;
}

function besideOf(what: string, { text, origin }: PlacedCell): Beside[] {
  return text === "" ? [] : [{ text: `（${what}）${text}`, origin }];
}

function withRest(rows: LaidRow[], waiting: readonly Beside[]): readonly LaidRow[] {
  const end = rows.at(-1);
  return end === undefined || waiting.length === 0
    ? rows
    : rows.with(rows.length - 1, { ...end, beside: [...end.beside, ...waiting] });
}

function edgesOf({ widths }: Table, starts: readonly number[]): readonly number[] | undefined {
  const last = starts.at(-1);
  if (widths === undefined || last === undefined || last >= widths.length) return undefined;
  const lefts = [0];
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width);
  const total = lefts.at(-1) ?? 0;
  return total > 0 ? [...starts.map((start) => (lefts[start] ?? 0) / total), 1] : undefined;
}

function tooWide(table: number, columns: number): Refusal {
  const why = `表格有 ${columns} 列，上限 ${MAX_WIDTH} 列。`;
  return new Refusal("too-large", { table }, "表格过大，没有读取。", why, "请只留下自评表后再读。");
}
