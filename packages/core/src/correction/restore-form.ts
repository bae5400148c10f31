/** 撤回更正: back to the form that the last revision replaced. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import type { FormPath } from "../place/form-path.ts";
import { canonicalText } from "../wire/canonical-text.ts";
import type { AboutCorrection, Correction } from "./correction.ts";
import { differingCells } from "./differing-cells.ts";
import { nextRevision } from "./next-revision.ts";

/** Whether `form` is the revision that replaced `earlier`, told by the hash in its revision. */
export function replaces(
  form: SelfEvaluationForm,
  earlier: SelfEvaluationForm,
  sha256: AboutCorrection["sha256"],
): boolean {
  return form.revision !== undefined && form.revision.previous === sha256(canonicalText(earlier));
}

/**
 * A further revision of `form` that says again what `earlier` said, every cell to the letter: nothing is computed, and
 * figures that were printed wrong then are wrong again, because that form was published so. Refused when `form` does
 * not name `earlier` as the one it replaced.
 */
export function restoreForm(form: SelfEvaluationForm, earlier: SelfEvaluationForm, about: AboutCorrection): Correction {
  if (!replaces(form, earlier, about.sha256)) {
    return {
      kind: "refused",
      refusals: [
        {
          code: "not-the-predecessor",
          at: "",
          what: "不是这份表更正前的样子",
          why: "这份表的更正记录写明了它替换的那一份的 sha256，与给出的不同",
          next: "请给出更正前的 form.json",
        },
      ],
    };
  }
  const asked = new Set<FormPath>(differingCells(form, earlier).map(({ at }) => at));
  const { revision: _revision, ...content } = earlier;
  return nextRevision(form, content, { asked, derived: new Set(), left: [] }, about);
}
