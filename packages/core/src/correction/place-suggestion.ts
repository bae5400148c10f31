/** A place that a form does not have → the places of the form that may have been meant. */
import { type SelfEvaluationForm, labelIn } from "../form/self-evaluation-form.ts";
import { editDistance } from "../place/edit-distance.ts";
import { type FormPath, labelOf, parseFormPath, pathOf } from "../place/form-path.ts";
import { CELLS_ABOVE_ROWS, CELLS_BELOW_ROWS, rowCells } from "./wire-cells.ts";

/** More candidates than this are no help. */
const MOST = 3;
/** Of fewer characters than this nobody can say what they resemble. */
const SHORTEST = 2;

/**
 * The cells below `at` when it names a whole row or group; the same cell of the last row when the row is beyond the table;
 * else the nearest by spelling (of the same row where there is one), at most three, read as a path, or with Chinese captions in place of its English words.
 * None when nothing is near.
 */
export function suggestPlaces(form: SelfEvaluationForm, at: FormPath): readonly FormPath[] {
  const places = [...CELLS_ABOVE_ROWS, ...form.indicators.flatMap((_, row) => rowCells(row)), ...CELLS_BELOW_ROWS].map(
    pathOf,
  );
  const below = places.filter((place) => place.startsWith(`${at}.`));
  if (below.length > 0) return below;
  const known = parseFormPath(at);
  const last = form.indicators.length - 1;
  if (known?.kind === "indicator") return last < 0 ? [] : [pathOf({ ...known, row: last })];
  const row = /^indicators\[\d+\]/u.exec(at)?.[0];
  const inRow = row === undefined ? [] : places.filter((place) => place.startsWith(`${row}.`));
  return nearest(form, inRow.length === 0 ? places : inRow, folded(at));
}

function nearest(form: SelfEvaluationForm, places: readonly FormPath[], asked: string): readonly FormPath[] {
  if (asked.length < SHORTEST) return [];
  let least = Math.max(1, Math.floor(asked.length / 3));
  let found: FormPath[] = [];
  for (const place of places) {
    const far = Math.min(...namesOf(form, place).map((name) => editDistance(folded(name), asked, least)));
    if (far > least) continue;
    if (far < least) found = [];
    least = far;
    found.push(place);
  }
  return found.slice(0, MOST);
}

/** What people may call a cell: its path, its label, and the path with the caption of its column. */
function namesOf(form: SelfEvaluationForm, place: FormPath): readonly string[] {
  const caption = labelOf(place).split(" · ").at(-1) ?? "";
  return [place, labelIn(form, place), place.replace(/\w+$/u, caption), caption];
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, "");
}
