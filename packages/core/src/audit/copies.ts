/** Which pieces of a batch's forms are copies of another project's, each said once. */
import { openLookAlikes } from "./look-alikes.ts";
import { type Project, compareProjects, compareTexts, projectKey } from "./project.ts";

/** A piece of a form that may have been copied. */
export interface Piece {
  /** Which form of the batch. */
  readonly form: number;
  readonly project: Project;
  /** Equal in two pieces that say the same. */
  readonly wording: string;
}

export interface Copy<P> {
  readonly copy: P;
  /** The earliest piece of another project that it is like, by the order of projects, not of forms. */
  readonly original: P;
  /** Whether they say the same, not nearly the same. */
  readonly same: boolean;
}

/**
 * One entry for each piece that is like an earlier one of another project, so that n copies give n − 1 entries.
 * `wordsOf` are the parts by which two wordings are compared, `least` the likeness from which they count as copied.
 * The result does not depend on the order of the pieces.
 */
export function copiesAmong<P extends Piece>(
  pieces: readonly P[],
  wordsOf: (wording: string) => readonly string[],
  least: number,
): readonly Copy<P>[] {
  const byWording = [...Map.groupBy(inOrder(pieces), ({ piece }) => piece.wording).values()];
  const firsts = byWording.flatMap((group) => group.slice(0, 1));
  const lookAlikes = openLookAlikes(firsts, ({ piece }) => wordsOf(piece.wording), least);
  return byWording.flatMap((group, at) => {
    const near = lookAlikes
      .find(at)
      .map((found) => firsts[found.at])
      .find((other) => other !== undefined && group.some((one) => areDifferent(one, other)));
    lookAlikes.add(at);
    return group.flatMap((one): readonly Copy<P>[] => {
      const twin = group.find((other) => other === one || areDifferent(other, one));
      if (twin !== undefined && twin !== one) return [{ copy: one.piece, original: twin.piece, same: true }];
      const alike = near !== undefined && areDifferent(near, one);
      return alike ? [{ copy: one.piece, original: near.piece, same: false }] : [];
    });
  });
}

interface Keyed<P> {
  readonly piece: P;
  readonly key: string;
}

function inOrder<P extends Piece>(pieces: readonly P[]): readonly Keyed<P>[] {
  return pieces
    .map((piece) => ({ piece, key: projectKey(piece.project) }))
    .toSorted(
      ({ piece: a }, { piece: b }) =>
        compareProjects(a.project, b.project) || compareTexts(a.wording, b.wording) || a.form - b.form,
    );
}

/** The same project may hand in twice, or in two years: its own words are no copy. */
function areDifferent(a: Keyed<Piece>, b: Keyed<Piece>): boolean {
  return a.key === "" || a.key !== b.key;
}
