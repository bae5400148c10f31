/** 更正: a form and what it should say instead → its next revision, or why that cannot be. */
import type { Edition } from "../edition/edition.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import type { FormPath } from "../place/form-path.ts";
import { applyAsked } from "./apply-asked.ts";
import { contradictions } from "./contradictions.ts";
import type { AboutCorrection, AskedChange, Correction } from "./correction.ts";
import { type Derivation, deriveCells } from "./derive-cells.ts";
import { differingCells } from "./differing-cells.ts";
import { type ChangedPlaces, nextRevision } from "./next-revision.ts";
import { takenBack } from "./undo-revision.ts";

/**
 * The next revision of `form`: the asked cells, the cells derived from them by `edition`, every other printed text to
 * the letter. Asking for exactly what stood there before the last revision takes that revision back: the form then says
 * to the letter what it said before, its faults included, for it was published so. `edition` is the form's own. The
 * form that is handed in stays as it is.
 */
export function correctForm(
  form: SelfEvaluationForm,
  changes: readonly AskedChange[],
  about: AboutCorrection,
  edition: Edition,
): Correction {
  const { form: changed, asked, refusals } = applyAsked(form, changes);
  if (isSome(refusals)) return { kind: "refused", refusals };
  const derivation = deriveCells(form, changed, asked, edition);
  const earlier = takenBack(form, changed, asked);
  if (earlier !== undefined)
    return nextRevision(form, earlier, placesTakenBack(form, earlier, asked, derivation), about);
  const { form: after, derived, left } = derivation;
  const contradicting = contradictions(form, after, { asked, derived }, edition);
  if (isSome(contradicting)) return { kind: "refused", refusals: contradicting };
  return nextRevision(form, after, { asked, derived, left, restored: false }, about);
}

/** A cell that nobody named is derived where computing gives the earlier text too; else it is asked for with the rest. */
function placesTakenBack(
  form: SelfEvaluationForm,
  earlier: SelfEvaluationForm,
  asked: ReadonlySet<FormPath>,
  { form: computed, derived }: Derivation,
): ChangedPlaces {
  const off = new Set(differingCells(computed, earlier).map(({ at }) => at));
  const changed = differingCells(form, earlier).map(({ at }) => at);
  const isDerived = (at: FormPath): boolean => !asked.has(at) && derived.has(at) && !off.has(at);
  return {
    asked: new Set(changed.filter((at) => !isDerived(at))),
    derived: new Set(changed.filter(isDerived)),
    left: [],
    restored: true,
  };
}

function isSome<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}
