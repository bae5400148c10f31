/** What the end of a page does to a form in a document: a label marked as going on, a row torn in two. */
import type { Origin } from "@zipingbiao/core";
import { joinWrapped } from "../lines/join-wrapped.ts";
import { fold, foldCaption } from "../lines/normalise.ts";
import type { PlacedCell } from "../media/placed-text.ts";
import type { SourceRow } from "../rows/source-row.ts";
import { INDICATOR_MARKS, captionsOfAny } from "../tables/head-marks.ts";
import { completes, isLevel1, isLevel2, isWholeLabel, labelText } from "../tables/labels.ts";
import { captionsOf, cellUnder, columnOf } from "../tables/row.ts";

const LABELS: ReadonlySet<string> = new Set(captionsOfAny("level1", "level2").map(foldCaption));
const FIGURES: ReadonlySet<string> = new Set(captionsOfAny("weight", "score").map(foldCaption));
const MARK = /\s*[（(]续[）)]$/u;

/**
 *     效益指标      │ 社会效 │ 业务协同，提升  │ 加强 │ 达成指标 │ 10 │ 10 │     the last row of table 1
 *     效益指标（续） │ 益指标 │ 基层减负能力    │      │          │    │    │     the first row of table 2
 *
 * Only the first row of a table is taken for the rest of a row, and only when it has no figures of its own; where its
 * text goes to is told as uncertain. A mark is removed from a label that stands above without it.
 */
export function joinPages(rows: readonly SourceRow[]): readonly SourceRow[] {
  const joined: SourceRow[] = [];
  const labels = new Set<string>();
  const renamed = new Map<Origin, PlacedCell>();
  let head: SourceRow | undefined;
  /** Where the indicators of this form begin. */
  let from = 0;
  for (const source of rows) {
    const row = unmarked(source, labels, renamed);
    if (columnOf(row, "项目名称") !== -1) head = undefined;
    const isHead = columnOf(row, ...INDICATOR_MARKS) !== -1;
    if (isHead && head === undefined) from = joined.length;
    const open =
      head === undefined || isHead || !isFirstOfTable(joined.at(-1), row, head)
        ? -1
        : lastIndicator(joined, from, head);
    if (isHead) head = row;
    if (open === -1 || head === undefined) joined.push(row);
    else {
      const rest = joinTorn({ joined, from, renamed }, open, row, head);
      if (rest !== undefined) joined.push(rest);
    }
  }
  return joined;
}

function unmarked(row: SourceRow, labels: Set<string>, renamed: ReadonlyMap<Origin, PlacedCell>): SourceRow {
  const bare = (cell: PlacedCell): PlacedCell => {
    if (cell.text.length === 0 || cell.text.length > 40) return cell;
    const label = labelText(cell.text.replace(MARK, ""));
    if (MARK.test(cell.text)) return labels.has(label) ? { ...cell, text: label } : cell;
    if (isWholeLabel(label)) labels.add(label);
    return cell;
  };
  return {
    ...row,
    cells: row.cells.map((cell) =>
      cell.above === undefined ? bare(cell) : { ...cell, above: renamed.get(cell.above.origin) ?? bare(cell.above) },
    ),
  };
}

function isFirstOfTable(before: SourceRow | undefined, row: SourceRow, head: SourceRow): boolean {
  const tableOf = ({ cells }: SourceRow): number | undefined => cells[0]?.origin.table;
  if (before === undefined || tableOf(row) === undefined || row.ruled !== true) return false;
  const isAfterHead = before === head && captionsOf(head).length > 3;
  return tableOf(row) !== tableOf(before) || isAfterHead;
}

function lastIndicator(rows: readonly SourceRow[], from: number, head: SourceRow): number {
  const last = rows.findLastIndex(
    (row) => columnOf(row, ...INDICATOR_MARKS) === -1 && row.cells.length === head.cells.length,
  );
  const row = rows[last];
  return row !== undefined && last > from && hasFigure(row, head) && !isFoot(row) ? last : -1;
}

function hasFigure(row: SourceRow, head: SourceRow): boolean {
  return head.cells.some(({ text }, at) => FIGURES.has(foldCaption(text)) && cellUnder(row, head, at).text !== "");
}

function isFoot({ cells }: SourceRow): boolean {
  const first = cells.find(({ text }) => text !== "")?.text.slice(0, 20) ?? "";
  return /^(?:总分|合计|评分等级|备注|注|说明|填表)/u.test(fold(first));
}

interface UnderWay {
  readonly joined: SourceRow[];
  /** Where the indicators of the form begin. */
  readonly from: number;
  /** Labels that were put together, by their places: rows further below are covered by them. */
  readonly renamed: Map<Origin, PlacedCell>;
}

/** Gives the last row what belongs to it; what is left of the first row of the table comes back. */
function joinTorn(under: UnderWay, open: number, row: SourceRow, head: SourceRow): SourceRow | undefined {
  const { joined, from, renamed } = under;
  const last = joined[open];
  if (last === undefined || isFoot(row)) return row;
  const isRow = hasFigure(row, head);
  const rest = [...row.cells];
  const whole = [...last.cells];
  const torn: (readonly [PlacedCell, string])[] = [];
  let goesOn = false;
  for (const [at, { text }] of head.cells.entries()) {
    const caption = foldCaption(text);
    const next = cellUnder(row, head, at);
    if (caption === "" || next.text === "") continue;
    const own = cellUnder(last, head, at);
    if (LABELS.has(caption)) {
      const before = own.text === "" ? (own.above ?? own) : own;
      const label = tornLabel(before.text, next.text);
      if (label === undefined && !isRow) return row;
      if (label === undefined) continue;
      torn.push([before, label]);
      const whole = { ...next, text: label };
      renamed.set(next.origin, whole);
      rest[rest.indexOf(next)] = whole;
    } else if (!isRow) {
      goesOn = true;
      const text = joinWrapped([own.text, next.text]);
      const reason = "这一格在换页处断开，两半接在一起读";
      whole[whole.indexOf(own)] = { ...own, text, doubt: { reason, candidates: [text, own.text] } };
    }
  }
  if (!isRow && !goesOn && torn.length === 0) return row;
  joined[open] = { ...last, cells: whole, beside: isRow ? last.beside : [...last.beside, ...row.beside] };
  for (const [label, text] of torn) rename(joined, from, label, text);
  return isRow ? { ...row, cells: rest } : undefined;
}

/** The label that two halves make, if it is a usual one. */
function tornLabel(before: string, next: string): string | undefined {
  const [first, second] = [labelText(before), labelText(next)];
  const label = first + second;
  return completes(first, second) && (isLevel1(label) || isLevel2(label)) ? label : undefined;
}

/** A merged label stands in its first row and is referred to by the rows that it covers. */
function rename(rows: SourceRow[], from: number, old: PlacedCell, text: string): void {
  const renamed = { ...old, text };
  // A row that was put under a head holds copies; the place of a cell stays the same.
  const isOld = (cell: PlacedCell | undefined): boolean => cell?.origin === old.origin && cell.text === old.text;
  for (let at = from; at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined || !row.cells.some((cell) => isOld(cell) || isOld(cell.above))) continue;
    const cells = row.cells.map((cell) =>
      isOld(cell) ? { ...cell, text } : isOld(cell.above) ? { ...cell, above: renamed } : cell,
    );
    rows[at] = { ...row, cells };
  }
}
