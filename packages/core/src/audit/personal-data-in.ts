/** Personal data in a form, place by place: in all that people wrote, and in what the form carries besides its cells. */
import { proseOf } from "../form/place-in-form.ts";
import type { PlacedText } from "../form/place-in-form.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { type FormPath, leftoverPath } from "../place/form-path.ts";
import { type PersonalData, type PersonalDataKind, findPersonalData } from "../privacy/find-personal-data.ts";
import { maskPersonalData } from "../privacy/mask-personal-data.ts";
import { rememberLast } from "../values/remember.ts";
import { type Observation, violated } from "./rule.ts";

/** `found` is masked, so that a finding never repeats what it reports. */
interface FoundData extends Record<string, string> {
  readonly count: string;
  readonly found: string;
}

const MOST_SHOWN = 5;

/** One observation for each place that holds data of a kind. */
export function* observePersonalData(
  form: SelfEvaluationForm,
  kind: PersonalDataKind,
): Iterable<Observation<FoundData>> {
  const places = new Map<FormPath, Set<string>>();
  for (const { at, text, data } of textsWithData(form)) {
    // A project's code is digits of any kind; only a check digit with a date of birth in it says otherwise.
    if (at === "projectCode" && (kind === "bank-card" || kind === "mobile-number")) continue;
    const found = data.filter((each) => each.kind === kind);
    if (found.length === 0) continue;
    const masked = maskPersonalData(text);
    const shown = places.get(at) ?? new Set();
    for (const { start, end } of found) shown.add(masked.slice(start, end));
    places.set(at, shown);
  }
  for (const [at, shown] of places) {
    const listed = [...shown].slice(0, MOST_SHOWN).join("、");
    yield violated(at, { count: String(shown.size), found: shown.size > MOST_SHOWN ? `${listed}等` : listed });
  }
}

interface TextWithData extends PlacedText {
  readonly data: readonly PersonalData[];
}

const textsWithData: (form: SelfEvaluationForm) => readonly TextWithData[] = rememberLast((form) =>
  Array.from(publishedTexts(form), (placed) => ({ ...placed, data: findPersonalData(placed.text) })).filter(
    ({ data }) => data.length > 0,
  ),
);

/** Everything that the form's JSON publishes in words: the cells, and what was read beside them. */
function* publishedTexts(form: SelfEvaluationForm): Iterable<PlacedText> {
  yield* proseOf(form);
  for (const { at, text, candidates = [] } of form.unreadable)
    for (const each of [text, ...candidates]) yield { at, text: each };
  for (const [at, { text }] of form.leftovers.entries()) yield { at: leftoverPath(at), text };
  const { reason = "", changes = [] } = form.revision ?? {};
  for (const text of [reason, ...changes.flatMap(({ before, after }) => [before, after])])
    yield { at: "revision", text };
}
