/** Forms by grade and by band of points. */
import { compareTexts } from "../audit/project.ts";
import type { Edition } from "../edition/edition.ts";
import { bandNamed } from "../scoring/rating.ts";
import { decimal } from "../values/decimal.ts";
import { compareScores, score } from "../values/score.ts";
import type { ProjectLine } from "./entry.ts";
import type { Scored } from "./ranking.ts";
import type { GradeCount, ScoreBand } from "./summary.ts";

/** Lower ends of the bands of points in which a report counts forms; what lies below the last is a band too. */
const BAND_ENDS = ["100", "95", "90", "85", "80", "60"].map((points) => score(decimal(points)));

export function printedGrades(projects: readonly ProjectLine[]): readonly GradeCount[] {
  const groups = Map.groupBy(projects, ({ printedGrade }) => printedGrade);
  const labels = labelsOf(projects);
  const rankOf = (word: string | undefined, edition: Edition | undefined): number => {
    if (word === undefined) return labels.length + 1;
    const band = edition === undefined ? undefined : bandNamed(word, edition);
    return band === undefined ? labels.length : labels.indexOf(band.label);
  };
  return [...groups]
    .map(([label, members]) => ({
      count: { label, forms: members.length, unattested: 0 },
      rank: Math.min(...members.map(({ edition }) => rankOf(label, edition))),
    }))
    .toSorted((a, b) => a.rank - b.rank || compareTexts(a.count.label ?? "", b.count.label ?? ""))
    .map(({ count }) => count);
}

export function dueGrades(scored: readonly Scored[]): readonly GradeCount[] {
  const projects = scored.map(({ project }) => project);
  const counts = labelsOf(projects).map((label): GradeCount => {
    const due = projects.flatMap(({ dueGrade }) => (dueGrade?.band.label === label ? [dueGrade] : []));
    return { label, forms: due.length, unattested: due.filter(({ attested }) => !attested).length };
  });
  const none = projects.filter(({ dueGrade }) => dueGrade === undefined).length;
  return none === 0 ? counts : [...counts, { label: undefined, forms: none, unattested: 0 }];
}

export function scoreBands(scored: readonly Scored[]): readonly ScoreBand[] {
  return [...BAND_ENDS, undefined].map((from, at) => {
    const below = BAND_ENDS[at - 1];
    const members = scored.filter(
      ({ score: total }) =>
        (from === undefined || compareScores(total, from) >= 0) &&
        (below === undefined || compareScores(total, below) < 0),
    );
    return { from, below, forms: members.length };
  });
}

/** The grades of the editions, from the best down; where editions differ, a grade stands where it is due first. */
function labelsOf(projects: readonly ProjectLine[]): readonly string[] {
  const bands = [...new Set(projects.map(({ edition }) => edition))].flatMap(({ gradeBands }) => gradeBands);
  const sorted = bands.toSorted((a, b) => compareScores(b.from, a.from) || compareTexts(a.label, b.label));
  return [...new Set(sorted.map(({ label }) => label))];
}
