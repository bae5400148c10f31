/** The best and the worst forms, with equals told. */
import { type Score, compareScores, formatScore } from "../values/score.ts";
import type { ProjectLine } from "./entry.ts";
import type { Extreme, Ranking } from "./summary.ts";

/** How many ranks a ranking has, unless equal totals make it longer. */
const LIMIT = 5;

/** A form whose total was read. */
export interface Scored {
  readonly project: ProjectLine;
  readonly score: Score;
}

/** `best` first, or the worst first. */
export function rankingOf(scored: readonly Scored[], first: "best" | "worst"): Ranking {
  const sorted = sortedBy(scored, first);
  const ranks = new Map<string, number>();
  const places = sorted
    .map((each, at) => {
      const total = formatScore(each.score);
      const rank = ranks.get(total) ?? at + 1;
      ranks.set(total, rank);
      return { ...each, rank };
    })
    .filter(({ rank }) => rank <= LIMIT);
  const last = places.at(-1);
  if (last === undefined || places.length <= 2 * LIMIT) return { limit: LIMIT, places, shared: undefined };
  const ahead = places.filter(({ rank }) => rank < last.rank);
  return {
    limit: LIMIT,
    places: ahead,
    shared: { rank: last.rank, score: last.score, forms: places.length - ahead.length },
  };
}

/** The best or the worst total with every form that has it. */
export function extremeOf(scored: readonly Scored[], first: "best" | "worst"): Extreme | undefined {
  const sorted = sortedBy(scored, first);
  const score = sorted[0]?.score;
  if (score === undefined) return undefined;
  return {
    score,
    projects: sorted.filter((each) => isSame(each.score, score)).map(({ project }) => project),
  };
}

function sortedBy(scored: readonly Scored[], first: "best" | "worst"): readonly Scored[] {
  const sign = first === "best" ? -1 : 1;
  return scored.toSorted((a, b) => sign * compareScores(a.score, b.score) || a.project.number - b.project.number);
}

function isSame(a: Score, b: Score): boolean {
  return compareScores(a, b) === 0;
}
