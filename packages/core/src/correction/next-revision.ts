/** The form after a correction, with its revision: which form it replaces, why, when, and every changed cell. */
import { textAt } from "../form/place-in-form.ts";
import type { RevisionChange, SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { type FormPath, pathRank } from "../place/form-path.ts";
import { canonicalText } from "../wire/canonical-text.ts";
import { WireFormError, decodeForm, encodeForm } from "../wire/form-codec.ts";
import type { AboutCorrection, Correction, CorrectionRefusal, LeftCell } from "./correction.ts";

export interface ChangedPlaces {
  readonly asked: ReadonlySet<FormPath>;
  readonly derived: ReadonlySet<FormPath>;
  readonly left: readonly LeftCell[];
  readonly restored: boolean;
}

/**
 * `after` as the next revision of `before`. A cell that was changed is settled, so what was said of its reading goes,
 * and so does its origin: the text that stands there now came from no source.
 */
export function nextRevision(
  before: SelfEvaluationForm,
  after: SelfEvaluationForm,
  { asked, derived, left, restored }: ChangedPlaces,
  about: AboutCorrection,
): Correction {
  const [refusal, ...more] = refuseAbout(before, about);
  if (refusal !== undefined) return { kind: "refused", refusals: [refusal, ...more] };
  const changed = new Set([...asked, ...derived]);
  const changes = [...changed]
    .toSorted((a, b) => pathRank(a) - pathRank(b))
    .map(
      (at): RevisionChange => ({
        at,
        before: textAt(before, at),
        after: textAt(after, at),
        cause: asked.has(at) ? "asked" : "derived",
      }),
    );
  const { origin: _origin, unreadable: _unreadable, ...wire } = encodeForm(after);
  try {
    const form = decodeForm({
      ...wire,
      leftovers: before.leftovers,
      origin: Object.fromEntries(Object.entries(before.origin).filter(([at]) => !changed.has(at))),
      unreadable: before.unreadable.filter((place) => !changed.has(place.at)),
      revision: {
        number: (before.revision?.number ?? 0) + 1,
        previous: about.sha256(canonicalText(before)),
        reason: about.reason.trim(),
        date: about.date,
        changes,
      },
    });
    return { kind: "corrected", form, changes, left, restored };
  } catch (cause) {
    if (!(cause instanceof WireFormError)) throw cause;
    return { kind: "refused", refusals: [refusedByCodec(cause)] };
  }
}

function refuseAbout(before: SelfEvaluationForm, { reason, date }: AboutCorrection): readonly CorrectionRefusal[] {
  const refusals: CorrectionRefusal[] = [];
  if (reason.trim() === "") {
    refusals.push({
      code: "reason-missing",
      at: "",
      what: "没有写更正原因",
      why: "更正说明要交代为什么更正",
      next: "请用一两句话写明原因",
    });
  }
  const last = before.revision?.date;
  if (last !== undefined && date < last) {
    refusals.push({
      code: "date-invalid",
      at: "",
      what: `更正日期 ${date} 早于上一次更正（${last}）`,
      why: "后一次更正不会在前一次之前",
      next: "请核对更正日期，并核对要更正的是不是最新的一份",
    });
  }
  return refusals;
}

/** The cells passed the codec before, so what it refuses now is the date, or a character of the reason. */
function refusedByCodec({ problems }: WireFormError): CorrectionRefusal {
  const date = problems.some(({ at }) => at === "revision.date");
  return {
    code: date ? "date-invalid" : "reason-missing",
    at: "",
    what: date ? "更正日期不是日期" : "更正原因不能写入文档",
    why: problems.map(({ reason }) => reason).join("；"),
    next: date ? "请写成 2025-03-01 这样的日期" : "请改写更正原因",
  };
}
