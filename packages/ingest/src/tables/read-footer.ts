/** 总分, 评分等级, and what stands below the form. */
import { type Edition, indicatorColumnSpellings, labelOf } from "@zipingbiao/core";
import { foldCaption, plainDecimal } from "../lines/normalise.ts";
import type { Grid, PlacedCell, PlacedRow } from "../media/placed-text.ts";
import { type Draft, leaveOver, putNumber, putText } from "./draft.ts";
import { readNotes } from "./read-notes.ts";
import { truncated } from "../refusal.ts";
import { cellAt, cellUnder, columnOf, placeOf, textOfRow } from "./row.ts";
import { askUneven } from "./uneven-row.ts";

/** The foot as the wire has it. */
export interface Footer {
  totalWeight: string | null;
  totalScore: string | null;
  rating: string | null;
  notes?: string;
}

/** Where the captions of the indicators stand, and the total. */
export interface Rows {
  readonly indicators: number;
  readonly total: number;
}

/**
 *     总分    │ │ │ │ │ 100.00 │ 99.78 │
 *     评分等级 │ 优
 *     注：1.得分一档最高不能超过该指标分值上限。
 */
export function readFooter(grid: Grid, { indicators, total }: Rows, edition: Edition, draft: Draft): Footer {
  const head = grid[indicators] ?? { cells: [], afterGap: false };
  const row = askUneven(grid[total] ?? head, head, { figures: figureColumns(head, edition) });
  const figures = row.ruled === true ? figuresUnder(row, head, edition) : figuresIn(row, edition);
  const [weight, score] = figures;
  if (weight === undefined || score === undefined) throw truncated(placeOf(row), textOfRow(row), "总分的分值和得分");
  const footer: Footer = {
    totalWeight: putNumber(draft, "totalWeight", weight),
    totalScore: putNumber(draft, "totalScore", score),
    rating: null,
  };
  for (const cell of figures.slice(2)) leaveOver(draft, cell);
  // A rating that a form states is printed, and so read, even where its edition has no row for it.
  const caption = foldCaption(edition.captions.rating ?? labelOf("rating"));
  let rated = false;
  const foot = grid.slice(total + 1);
  const notes = readNotes(foot, edition);
  if (notes !== undefined) footer.notes = putText(draft, "notes", notes.cell);
  for (const [number, below] of foot.entries()) {
    if (notes !== undefined && number >= notes.from && number < notes.to) continue;
    const at = below.cells.findIndex(({ text }) => text.length < 20 && foldCaption(text) === caption);
    if (rated || at === -1) {
      for (const cell of below.cells) leaveOver(draft, cell);
      continue;
    }
    rated = true;
    const behind = below.cells.slice(at + 1);
    const rating = behind.find(({ text }) => text !== "") ?? behind.find(({ formula }) => formula === true);
    const printed = rating === undefined ? "" : putText(draft, "rating", rating);
    if (rating === undefined) draft.origin["rating"] = cellAt(below, at).origin;
    // A figure in this place is no grade.
    footer.rating = printed === "" || plainDecimal(printed, false) !== undefined ? null : printed;
    for (const cell of behind) if (cell !== rating && cell.text !== rating?.text) leaveOver(draft, cell);
  }
  return footer;
}

function figuresIn(row: PlacedRow, edition: Edition): PlacedCell[] {
  return row.cells.filter(({ text }) => text !== "" && foldCaption(text) !== foldCaption(edition.captions.total));
}

// Where the columns are known, a total without a weight is not taken for a weight; the rest of the row follows.
function figuresUnder(row: PlacedRow, head: PlacedRow, edition: Edition): PlacedCell[] {
  const figures = figureColumns(head, edition).map((column) => cellUnder(row, head, column));
  return [...figures, ...figuresIn(row, edition).filter((cell) => !figures.includes(cell))];
}

function figureColumns(head: PlacedRow, edition: Edition): number[] {
  return (["weight", "score"] as const).map((field) => columnOf(head, ...indicatorColumnSpellings(edition, field)));
}
