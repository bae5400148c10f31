/** Which forms are published, in which order and under which names. Pure: the same forms in any order give the same plan. */
import type { PersonalDataPlace } from "../gate/mask-form.ts";
import type { SelfEvaluationForm } from "@zipingbiao/core";
import { distinctNames } from "./output-name.ts";
import type { FormHead, ShelvedForm } from "./shelved-form.ts";

/** A form with its place in the publication. */
export interface PlannedForm extends ShelvedForm {
  /** Input and position of the form in it, counted from 1. */
  readonly source: FormSource;
  /** Position in the whole publication, counted from 1. */
  readonly number: number;
  /** `forms/<unit>/<nn>-<project>`. */
  readonly folder: string;
  /** What was masked in the form that was handed in; missing where nothing was. */
  readonly masked?: readonly PersonalDataPlace[] | undefined;
}

export interface FormSource {
  readonly file: string;
  readonly index: number;
}

/** A form with where it came from. */
export interface Sourced<Form> {
  readonly form: Form;
  readonly source: FormSource;
}

/** An open form, as it was read. */
export type SourcedForm = Sourced<SelfEvaluationForm>;

/** What a plan needs to know of a form. */
export interface Plannable extends Sourced<FormHead> {
  readonly hash: string;
}

export interface Plan<Each> {
  readonly forms: readonly (Each & Pick<PlannedForm, "number" | "folder">)[];
  /** Forms that are the same to the letter as one that is published. */
  readonly duplicates: readonly Sourced<FormHead>[];
}

/**
 * Orders by competent department, implementing unit and project (code points, which for Chinese is the order of radical
 * and strokes), then by hash. Source names and positions play no part, so a form keeps its place however it was handed in.
 */
export function planBatch<Each extends Plannable>(sourced: readonly Each[]): Plan<Each> {
  const ordered = sourced.toSorted(
    (a, b) => compareForms(a.form, b.form) || compareText(a.hash, b.hash) || compareSource(a.source, b.source),
  );
  const seen = new Set<string>();
  const kept: Each[] = [];
  const duplicates: Sourced<FormHead>[] = [];
  for (const each of ordered) {
    if (seen.has(each.hash)) duplicates.push({ form: each.form, source: each.source });
    else kept.push(each);
    seen.add(each.hash);
  }
  const folders = foldersOf(kept.map((each) => each.form));
  return {
    forms: kept.map((each, at) => ({ ...each, number: at + 1, folder: folders[at] ?? "" })),
    duplicates,
  };
}

/** Numbers start anew in every unit and are as wide as that unit needs, two digits at least. */
function foldersOf(forms: readonly FormHead[]): readonly string[] {
  const units = [...new Set(forms.map((form) => form.implementingUnit))];
  const unitNames = new Map(distinctNames(units).map((name, at) => [units[at] ?? "", name]));
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form.implementingUnit, (counts.get(form.implementingUnit) ?? 0) + 1);
  const used = new Map<string, number>();
  const projectNames = distinctNames(forms.map((form) => form.projectName));
  return forms.map((form, at) => {
    const number = (used.get(form.implementingUnit) ?? 0) + 1;
    used.set(form.implementingUnit, number);
    const width = Math.max(2, String(counts.get(form.implementingUnit) ?? 0).length);
    return `forms/${unitNames.get(form.implementingUnit) ?? ""}/${String(number).padStart(width, "0")}-${projectNames[at] ?? ""}`;
  });
}

function compareForms(a: FormHead, b: FormHead): number {
  return (
    a.fiscalYear - b.fiscalYear ||
    compareText(a.competentDepartment, b.competentDepartment) ||
    compareText(a.implementingUnit, b.implementingUnit) ||
    compareText(a.projectName, b.projectName)
  );
}

function compareSource(a: FormSource, b: FormSource): number {
  return compareText(a.file, b.file) || a.index - b.index;
}

/** UTF-16 order is code-point order but for surrogates, whose place among themselves is all that matters here. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
