/** The asked texts put into a form, each in its cell, or why that cannot be. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { type FormPath, parseFormPath } from "../place/form-path.ts";
import { WireFormError, decodeForm, encodeForm } from "../wire/form-codec.ts";
import type { AskedChange, CorrectionRefusal } from "./correction.ts";
import { NOTHING_ASKED, askedTwice, noChange, unknownPlace, unreadableValue } from "./refused-change.ts";
import { type WireDraft, type WireText, sameText, wireTextAt, withWireText } from "./wire-cells.ts";

/** Where anything was refused, `form` is of no use. */
export interface Applied {
  readonly form: SelfEvaluationForm;
  readonly asked: ReadonlySet<FormPath>;
  /** In the order in which the changes were asked for. */
  readonly refusals: readonly CorrectionRefusal[];
}

export function applyAsked(form: SelfEvaluationForm, changes: readonly AskedChange[]): Applied {
  const wire = encodeForm(form);
  const texts = new Map<FormPath, WireText>();
  const refusals: CorrectionRefusal[] = changes.length === 0 ? [NOTHING_ASKED] : [];
  let draft: WireDraft = wire;
  for (const { at, after } of changes) {
    const cell = parseFormPath(at);
    const before = cell === undefined ? undefined : wireTextAt(wire, cell);
    if (cell === undefined || before === undefined) refusals.push(unknownPlace(form, at));
    else if (texts.has(at)) refusals.push(askedTwice(form, at));
    else if (sameText(before, after)) refusals.push(noChange(form, at, before));
    else {
      texts.set(at, after);
      draft = withWireText(draft, cell, after);
    }
  }
  const asked = new Set(texts.keys());
  try {
    // 所改的单元格怎样读、疑在何处，随更正了结。
    const unreadable = form.unreadable.filter(({ at }) => !asked.has(at));
    return { form: decodeForm({ ...draft, unreadable }), asked, refusals };
  } catch (cause) {
    if (!(cause instanceof WireFormError)) throw cause;
    const refused = cause.problems.map((problem) => unreadableValue(form, problem, texts.get(problem.at) ?? null));
    const order = new Map(changes.map(({ at }, position) => [at, position]));
    const position = ({ at }: CorrectionRefusal): number => order.get(at) ?? 0;
    return { form, asked, refusals: [...refusals, ...refused].toSorted((a, b) => position(a) - position(b)) };
  }
}
