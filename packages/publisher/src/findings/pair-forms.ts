/** Which form of this run is which of an earlier one, however files were renamed and moved. */
import { editDistance } from "@zipingbiao/core";
import type { FormSource } from "../batch/plan-batch.ts";
import type { FormFindings, FormHead } from "../check-forms.ts";
import type { ReportedForm } from "../findings-report.ts";
import { headKey } from "./finding-key.ts";
import type { EarlierFinding, EarlierReport } from "./read-earlier-report.ts";

export interface PairedForms {
  /** By form of this run: what the earlier run found in it. */
  readonly earlierOf: ReadonlyMap<FormFindings, readonly EarlierFinding[]>;
  readonly formOf: ReadonlyMap<EarlierFinding, FormFindings>;
  /** Findings of forms that this run does not have. */
  readonly withoutForm: readonly EarlierFinding[];
  /** Findings that never belonged to a form. */
  readonly ofNoForm: readonly EarlierFinding[];
}

interface EarlierForm {
  readonly form: ReportedForm;
  readonly found: EarlierFinding[];
}

/**
 * A form is known by year, unit and project, in whatever file it lies; of several of one name each keeps its own
 * findings as far as file and place tell them apart. A form that bears no known name is taken for the one in the same
 * place of the same file when only its year or unit is another, or its project's name was put right by few characters.
 */
export function pairForms(forms: readonly FormFindings[], { findings }: EarlierReport): PairedForms {
  const earlierOf = new Map<FormFindings, readonly EarlierFinding[]>();
  const pass = (left: readonly EarlierForm[], keyOf: KeyOf, claims: Claims): readonly EarlierForm[] => {
    const waiting = Map.groupBy(
      forms.filter((of) => !earlierOf.has(of)),
      ({ form, source }) => keyOf(form, source),
    );
    return left.filter(({ form, found }) => {
      const candidates = waiting.get(keyOf(form, form)) ?? [];
      const at = candidates.findIndex((of) => claims(of.form, form));
      const [of] = at < 0 ? [] : candidates.splice(at, 1);
      if (of !== undefined) earlierOf.set(of, found);
      return of === undefined;
    });
  };
  const inPlaceByName = pass(earlierForms(findings), placeKey, (now, before) => headKey(now) === headKey(before));
  const byName = pass(inPlaceByName, headKey, () => true);
  const left = pass(byName, placeKey, isPutRight);
  const formOf = new Map<EarlierFinding, FormFindings>();
  for (const [of, found] of earlierOf) for (const finding of found) formOf.set(finding, of);
  return {
    earlierOf,
    formOf,
    withoutForm: left.flatMap(({ found }) => found),
    ofNoForm: findings.filter(({ form }) => form === undefined),
  };
}

type KeyOf = (form: FormHead, source: FormSource) => string;
type Claims = (now: FormHead, before: FormHead) => boolean;

function earlierForms(findings: readonly EarlierFinding[]): readonly EarlierForm[] {
  const forms = new Map<string, EarlierForm>();
  for (const finding of findings) {
    const { form } = finding;
    if (form === undefined) continue;
    const key = placeKey(form, form) + headKey(form);
    const known = forms.get(key);
    if (known === undefined) forms.set(key, { form, found: [finding] });
    else known.found.push(finding);
  }
  return [...forms.values()];
}

function placeKey(_form: FormHead, { file, index }: FormSource): string {
  return JSON.stringify([file, index]);
}

function isPutRight(now: FormHead, before: FormHead): boolean {
  const sameYear = now.fiscalYear === before.fiscalYear;
  const sameUnit = now.implementingUnit === before.implementingUnit;
  if (now.projectName === before.projectName) return sameYear || sameUnit;
  // 「一期」与「二期」、「项目1」与「项目3」是两个项目，差一个数字也不是同一个。
  const numbers = (name: string): string => (name.match(/[\p{N}一二三四五六七八九十]/gu) ?? []).join("");
  const few = Math.max(1, Math.floor(before.projectName.length / 4));
  return (
    sameYear &&
    sameUnit &&
    numbers(now.projectName) === numbers(before.projectName) &&
    editDistance(now.projectName, before.projectName, few) <= few
  );
}
