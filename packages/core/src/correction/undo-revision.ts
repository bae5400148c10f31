/** 撤回更正: what a form said before its last revision, as that revision itself lists it. */
import { textAt } from "../form/place-in-form.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { type CellPath, type FormPath, parseFormPath } from "../place/form-path.ts";
import { parseDecimal } from "../values/decimal.ts";
import { WireFormError, decodeForm, encodeForm } from "../wire/form-codec.ts";
import { differingCells } from "./differing-cells.ts";
import { type WireDraft, type WireText, isFigureCell, withWireText } from "./wire-cells.ts";

/**
 * The form before its last revision, every text to the letter; the revision that it may have had itself is not known
 * here, so it has none. `undefined` where there is no revision, or where a cell no longer says what the revision left
 * in it. A figure that could not be read is blank again.
 */
export function undoRevision({ revision, ...form }: SelfEvaluationForm): SelfEvaluationForm | undefined {
  if (revision === undefined) return undefined;
  let draft: WireDraft = encodeForm(form);
  for (const { at, before, after } of revision.changes) {
    const cell = parseFormPath(at);
    if (cell === undefined || textAt(form, at) !== after) return undefined;
    draft = withWireText(draft, cell, onTheWire(cell, before));
  }
  try {
    return decodeForm(draft);
  } catch (cause) {
    if (cause instanceof WireFormError) return undefined;
    throw cause;
  }
}

function onTheWire(cell: CellPath, printed: string): WireText {
  if (isFigureCell(cell) && parseDecimal(printed) === undefined) return null;
  return printed === "" ? null : printed;
}

/**
 * `changed`, when it asks for exactly what stood in `form` before its last revision, with the cells that nobody named put
 * back as well; otherwise `undefined`. What was asked for then must all be asked back, and nothing else.
 */
export function takenBack(
  form: SelfEvaluationForm,
  changed: SelfEvaluationForm,
  asked: ReadonlySet<FormPath>,
): SelfEvaluationForm | undefined {
  const earlier = undoRevision(form);
  const wanted = (form.revision?.changes ?? []).filter(({ cause }) => cause === "asked");
  if (earlier === undefined || !wanted.every(({ at }) => asked.has(at))) return undefined;
  const differing = differingCells(changed, earlier);
  if (differing.some(({ at }) => asked.has(at))) return undefined;
  return differing.reduce((now, { at, after }) => {
    const cell = parseFormPath(at);
    return cell === undefined ? now : decodeForm(withWireText(encodeForm(now), cell, after));
  }, changed);
}
