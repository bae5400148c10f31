/** A row of the indicator table whose cells were put together from torn lines. */
import type { PlacedCell } from "../media/placed-text.ts";

/** One row with its cells; `note` may still move to a neighbour. */
export interface TornRow {
  level1: PlacedCell;
  level2: PlacedCell;
  name: PlacedCell;
  target: PlacedCell;
  actual: PlacedCell;
  weight: PlacedCell;
  score: PlacedCell;
  note: PlacedCell;
  /** The note begins on the line of the figures, so it is this row's. */
  noteIsJoined: boolean;
}
