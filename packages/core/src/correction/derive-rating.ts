/** 评分等级 after a correction of the total. */
import type { Edition, GradeBand } from "../edition/edition.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { valueOf } from "../place/cell.ts";
import { bandNamed, bandOf, gradeAgrees } from "../scoring/rating.ts";
import { type Score, compareScores } from "../values/score.ts";

export type DerivedRating =
  | { readonly kind: "stays" }
  | { readonly kind: "derived"; readonly label: string }
  | { readonly kind: "left"; readonly reason: string };

/**
 * The grade that the total earns. One that agrees stays as it is printed (`优秀`); a new one is written only where its
 * band rests on more than general knowledge. A form that prints no grade, in an edition that has none, gets none.
 */
export function deriveRating(form: SelfEvaluationForm, edition: Edition): DerivedRating {
  if (edition.captions.rating === undefined && form.rating === null) return { kind: "stays" };
  const total = valueOf(form.totalScore);
  if (total === undefined) return { kind: "left", reason: "总分空白或无法识别" };
  const named = bandNamed(form.rating ?? "", edition);
  if (named !== undefined && gradeAgrees(total, named, edition) === true) return { kind: "stays" };
  const due = bandOf(total, edition);
  return due !== undefined && isCertain(due, total)
    ? { kind: "derived", label: due.label }
    : { kind: "left", reason: "这一分数段的等级界限尚无依据" };
}

function isCertain(band: GradeBand, total: Score): boolean {
  if (band.basis.certainty !== "unverified") return true;
  return band.attested !== undefined && compareScores(total, band.attested.from) >= 0;
}
