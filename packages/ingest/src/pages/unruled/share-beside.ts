/** Rows that have labels of their own (the funds, the header) → the cells beside each label, and how sure they are. */
import { type Alignment, NEAR, shareLines } from "./share-lines.ts";
import type { Box } from "../../media/pdf/matrix.ts";
import type { PlacedCell } from "../../media/placed-text.ts";
import { fold } from "../../lines/normalise.ts";
import { type SetLine, textOfLines } from "../set-lines.ts";
import type { Caption } from "./find-captions.ts";
import { BY_PLACE, cellOfLines, inParts, middleOf } from "./table-region.ts";

const ALIGNMENTS: readonly Alignment[] = ["middle", "top", "bottom"];

/** Lines of one cell, and what it would hold in other ways that fit nearly as well. */
export interface SharedCell {
  readonly lines: readonly SetLine[];
  readonly rivals: readonly (readonly SetLine[])[];
}

/** What a cell without text costs: more than lines that stand as close as in one cell. */
const BLANK = 0.8;

interface Way {
  readonly cost: number;
  readonly columns: readonly (readonly SharedCell[])[];
}

/**
 * For each column the cell of each row. A label and the texts beside it begin at the same height, or end there, or share
 * their middle: the same way in the whole block. `undefined` when there are too many lines.
 */
export function shareBeside(
  columns: readonly (readonly SetLine[])[],
  labels: readonly Caption[],
): readonly (readonly SharedCell[])[] | undefined {
  const size = labels[0]?.size ?? 10;
  const ways: Way[] = [];
  for (const alignment of ALIGNMENTS) {
    const anchors = labels.map(({ box }) => anchorOf(box, size, alignment));
    const places = { anchors, pitch: size * 1.3, alignment, cutAbove: false, cutBelow: false, blank: BLANK };
    const shares = columns.map((lines) => shareLines(lines, places));
    const known = shares.filter((each) => each !== undefined);
    if (known.length < shares.length) return undefined;
    ways.push({
      cost: known.reduce((sum, { cost }) => sum + cost, 0),
      columns: known.map(({ rows, rivals }) =>
        rows.map((lines, at) => ({ lines, rivals: [rivals[at] ?? []].filter(({ length }) => length > 0) })),
      ),
    });
  }
  const [best, ...others] = ways.toSorted((a, b) => a.cost - b.cost);
  const near = others.filter(({ cost }) => cost < (best?.cost ?? 0) + NEAR);
  return best?.columns.map((cells, column) =>
    cells.map(({ lines, rivals }, row) => ({
      lines,
      rivals: [...rivals, ...near.map((way) => way.columns[column]?.[row]?.lines ?? [])],
    })),
  );
}

function anchorOf(box: Box, size: number, alignment: Alignment): number {
  if (alignment === "top") return Math.min(box[1] + size / 2, middleOf(box));
  return alignment === "bottom" ? Math.max(box[3] - size / 2, middleOf(box)) : middleOf(box);
}

/** The cell with its doubt: another way fits as well, or a figure is put together from several lines. */
export function sharedCell({ lines, rivals }: SharedCell, file: string, label: Caption, isFigure: boolean): PlacedCell {
  const cell = cellOfLines(lines, file, label);
  const different = rivals.map(textOfLines).filter((text) => fold(text) !== fold(cell.text));
  if (different.length > 0)
    return { ...cell, doubt: { reason: BY_PLACE, candidates: [...new Set([cell.text, ...different])] } };
  return isFigure ? inParts(cell, lines) : cell;
}
