/** read → score → audit: the use case behind `zpb check` and `zpb score`. */
import {
  type Edition,
  type Finding,
  type ScoreSheet,
  type SelfEvaluationForm,
  auditForm,
  findEdition,
  scoreForm,
} from "@zipingbiao/core";
import type { FormSource, SourcedForm } from "./batch/plan-batch.ts";
import type { Environment } from "./environment.ts";
import { readInputs } from "./input/read-inputs.ts";
import { Failure, type Trouble } from "./trouble.ts";

/** A form with everything that was computed of it. */
export interface CheckedForm {
  readonly form: SelfEvaluationForm;
  readonly source: FormSource;
  readonly edition: Edition;
  readonly sheet: ScoreSheet;
  readonly findings: readonly Finding[];
}

export interface CheckOutcome {
  readonly forms: readonly CheckedForm[];
  readonly troubles: readonly Trouble[];
  readonly files: number;
}

export interface CheckOptions {
  /** Judge every form by this edition instead of its own. */
  readonly edition?: string;
}

/** Checks every form behind the paths. */
export async function checkForms(
  paths: readonly string[],
  options: CheckOptions,
  environment: Environment,
): Promise<CheckOutcome> {
  const edition = options.edition === undefined ? undefined : editionNamed(options.edition);
  const { forms, troubles, files } = await readInputs(paths, environment);
  return { forms: forms.map((each) => checkForm(each, edition)), troubles, files };
}

/** score → audit for one form. */
export function checkForm({ form, source }: SourcedForm, given?: Edition): CheckedForm {
  const edition = given ?? editionNamed(form.edition);
  const sheet = scoreForm(form, edition);
  return { form, source, edition, sheet, findings: auditForm(form, sheet, edition) };
}

function editionNamed(id: string): Edition {
  const edition = findEdition(id);
  if (edition !== undefined) return edition;
  throw new Failure({
    code: "usage/edition",
    what: `没有「${id}」这一版式`,
    why: "版式标识写错，或这一版式尚未支持",
    next: "运行 zpb doctor 可以看到支持的版式",
  });
}
