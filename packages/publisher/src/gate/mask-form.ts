/** Masks personal data in every text of a form that is published anywhere, and says where. */
import {
  type FormPath,
  type PersonalDataKind,
  type SelfEvaluationForm,
  decodeForm,
  encodeForm,
  labelIn,
} from "@zipingbiao/core";
import { maskText } from "./personal-data.ts";

/** A piece of personal data: where it stands and what it is, never the text. */
export interface PersonalDataPlace {
  /** The place under which findings have it: a cell, `leftovers[0]`, `revision`; for a doubtful reading the cell it is about. */
  readonly at: FormPath;
  /** The place in Chinese. */
  readonly label: string;
  readonly kind: PersonalDataKind;
}

export interface MaskedForm {
  readonly form: SelfEvaluationForm;
  /** In the order of the wire shape; a place with two pieces stands here twice. */
  readonly places: readonly PersonalDataPlace[];
}

/** Never prose: figures and hashes, whose digits may look like a number of a card, and what the codec takes from a list. */
const KEPT = new RegExp(
  [
    String.raw`schema|edition|currencyUnit|funds\..*|total(Weight|Score)|indicators\[\d+\]\.(weight|score)`,
    String.raw`origin\..*|.*\.origin\..*|.*\.(at|cause)|revision\.(previous|date)`,
  ]
    .map((part) => `^(${part})$`)
    .join("|"),
  "u",
);

/** A form without personal data comes back as it is. Names of source files are no texts of the form; see `refuseFileNames`. */
export function maskForm(form: SelfEvaluationForm): MaskedForm {
  const found: { readonly at: FormPath; readonly kind: PersonalDataKind }[] = [];
  const wire = maskStrings(encodeForm(form), "", found);
  if (found.length === 0) return { form, places: [] };
  const masked = decodeForm(wire);
  const places = found.map(({ at, kind }) => ({ at: placeOf(form, at), kind }));
  // Labels name the row by its own words, so they are taken from the masked form.
  return { form: masked, places: places.map(({ at, kind }) => ({ at, label: labelIn(masked, at), kind })) };
}

function maskStrings(value: unknown, at: FormPath, found: { at: FormPath; kind: PersonalDataKind }[]): unknown {
  if (typeof value === "string") {
    if (KEPT.test(at)) return value;
    const { text, kinds } = maskText(value);
    for (const kind of kinds) found.push({ at, kind });
    return text;
  }
  if (Array.isArray(value)) return value.map((inner: unknown, index) => maskStrings(inner, `${at}[${index}]`, found));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, maskStrings(inner, at === "" ? name : `${at}.${name}`, found)]),
  );
}

/** A path into the wire shape → the place that it speaks of. */
function placeOf(form: SelfEvaluationForm, path: FormPath): FormPath {
  const [, member, index = ""] = /^(leftovers|unreadable|revision)(?:\[(\d+)\])?\./u.exec(path) ?? [];
  if (member === "revision") return member;
  if (member === "leftovers") return `${member}[${index}]`;
  if (member === "unreadable") return form.unreadable[Number.parseInt(index, 10)]?.at ?? path;
  return path;
}
