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
  /** The piece of another project that it repeats; see {@link copiesAmong}. */
  readonly original: P;
  /** Whether they say the same, not nearly the same. */
  readonly same: boolean;
}

/**
 * One entry for each piece that is like an earlier one of another project, so that n copies give n − 1 entries. The
 * original is the earliest that says the same, else the one that is most alike, by the order of projects, not of forms.
 * `wordsOf` are the parts by which two wordings are compared, `least` the likeness from which they count as copied.
 * The result does not depend on the order of the pieces.
 */
export function copiesAmong<P extends Piece>(
  pieces: readonly P[],
  wordsOf: (wording: string) => readonly string[],
  least: number,
): readonly Copy<P>[] {
  const groups = [...Map.groupBy(inOrder(pieces), ({ piece }) => piece.wording).values()];
  const firsts = groups.flatMap((group) => group.slice(0, 1));
  const lookAlikes = openLookAlikes(firsts, ({ piece }) => wordsOf(piece.wording), least);
  return firsts.flatMap((first, at) => {
    const near = lookAlikes
      .find(at)
      .flatMap((found) => firsts.slice(found.at, found.at + 1).map((other) => ({ ...found, other })))
      .filter(({ other }) => areDifferent(other, first))
      .toSorted((a, b) => b.likeness - a.likeness)[0]?.other;
    lookAlikes.add(at);
    return copiesInGroup(groups[at] ?? [], first, near);
  });
}

/** `near` is what the whole group is nearly the same as, should there be something. */
function copiesInGroup<P extends Piece>(
  group: readonly Keyed<P>[],
  first: Keyed<P>,
  near: Keyed<P> | undefined,
): readonly Copy<P>[] {
  const secondAt = group.findIndex((one) => one !== first && areDifferent(one, first));
  return group.flatMap((one, turn): readonly Copy<P>[] => {
    const twin = one !== first && areDifferent(one, first) ? first : turn > secondAt ? group[secondAt] : undefined;
    if (twin !== undefined) return [{ copy: one.piece, original: twin.piece, same: true }];
    return near === undefined ? [] : [{ copy: one.piece, original: near.piece, same: false }];
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
