/** A figure and its source. */
import type { Citation } from "../basis/citation.ts";

/** A figure of an edition together with the source that it rests on. */
export interface Grounded<T> {
  readonly value: T;
  readonly basis: Citation;
}
