/** What went wrong with the documents of one form, with the cells that it is about. */
import { type FormPlace, type SelfEvaluationForm, placeIn, proseOf } from "@zipingbiao/core";
import { PrintFailure } from "@zipingbiao/renderer";
import type { MakingFailure } from "./engine/engine.ts";
import { type Trouble, troubleOf } from "./trouble.ts";

/** Cells named one by one. */
const MOST_NAMED = 5;

/** The trouble of a form from `file`; characters that cannot be printed are named with their cells. Bugs are thrown on. */
export function formTrouble(error: unknown, file: string, form: SelfEvaluationForm): Trouble {
  const { code, what, why, next } = troubleOf(error, {});
  const characters = error instanceof PrintFailure ? error.characters : [];
  return failureTrouble({ code, what, why, next, characters }, file, form);
}

/** The same of a failure that may have come about elsewhere. */
export function failureTrouble(
  { characters, ...said }: MakingFailure,
  file: string,
  form: SelfEvaluationForm,
): Trouble {
  const trouble = { file, project: form.projectName, ...said };
  if (characters.length === 0) return trouble;
  const places = [...proseOf(form)]
    .filter(({ text }) => characters.some((character) => text.includes(character)))
    .map(({ at }) => placeIn(form, at));
  const [first] = places;
  if (first === undefined) return trouble;
  return { ...trouble, ...originOf(first), why: `${trouble.why}。所在栏目：${namesOf(places)}` };
}

/** Where the first of them stands in the source. */
function originOf({ origin }: FormPlace): Partial<Pick<Trouble, "line" | "sheet" | "cell">> {
  const { line, sheet, cell } = origin ?? {};
  return {
    ...(line === undefined ? {} : { line }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(cell === undefined ? {} : { cell }),
  };
}

function namesOf(places: readonly FormPlace[]): string {
  const labels = places.slice(0, MOST_NAMED).map(({ label }) => label);
  return `${labels.join("、")}${places.length > MOST_NAMED ? ` 等 ${places.length} 处` : ""}`;
}
