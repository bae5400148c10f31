/** Lengths of a page → lengths of Word. */

/** Points → twentieths of a point, Word's unit of length. */
export function twips(points: number): number {
  return Math.round(points * 20);
}
