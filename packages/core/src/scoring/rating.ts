/** 评分等级 that a total earns. */
import type { Edition, GradeBand } from "../edition/edition.ts";
import { type Score, compareScores } from "../values/score.ts";

/** The band of a total; a total below every band has none. */
export function bandOf(total: Score, edition: Edition): GradeBand | undefined {
  return edition.gradeBands.find((band) => compareScores(total, band.from) >= 0);
}

/** The band that a printed grade names, by its label or another spelling. */
export function bandNamed(printed: string, edition: Edition): GradeBand | undefined {
  const word = printed.replaceAll(/\s/gu, "");
  return edition.gradeBands.find((band) => band.label === word || band.spellings.includes(word));
}

/**
 * Whether a printed grade agrees with the total. Two different bands disagree for certain only when the border between
 * them is attested: the upper band's own lower border, or the part of the lower band that was seen in published forms.
 */
export function gradeAgrees(total: Score, printed: GradeBand, edition: Edition): boolean | "unverified" {
  const due = bandOf(total, edition);
  if (due === undefined) return "unverified";
  if (due === printed) return true;
  const upper = compareScores(due.from, printed.from) > 0 ? due : printed;
  if (upper.basis.certainty !== "unverified") return false;
  return due.attested !== undefined && compareScores(total, due.attested.from) >= 0 ? false : "unverified";
}
