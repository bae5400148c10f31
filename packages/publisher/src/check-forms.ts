/** read → score → audit, one input at a time: the use case behind `zpb check`. */
import {
  type BatchFinding,
  type Edition,
  type Finding,
  NO_SETTINGS,
  type RuleSettings,
  type ScoreSheet,
  type SelfEvaluationForm,
  auditForm,
  compareFindings,
  openBatchAudit,
  scoreForm,
} from "@zipingbiao/core";
import type { FormSource, SourcedForm } from "./batch/plan-batch.ts";
import type { Environment } from "./environment.ts";
import { passInputs } from "./input/read-inputs.ts";
import { knownEdition } from "./known-edition.ts";
import type { Trouble } from "./trouble.ts";

/** What reports say of a form in a line. */
export type FormHead = Pick<SelfEvaluationForm, "fiscalYear" | "implementingUnit" | "projectName">;

/** What stays of a form when it has passed by. */
export interface FormFindings {
  readonly form: FormHead;
  readonly source: FormSource;
  /** In the order of places: the form's own and those of rules across forms. */
  readonly findings: readonly Finding[];
}

/** A form with everything that was computed of it. */
export interface CheckedForm extends FormFindings {
  readonly form: SelfEvaluationForm;
  readonly edition: Edition;
  readonly sheet: ScoreSheet;
}

export interface CheckOutcome {
  /** Every form, those without findings too, in the order of the inputs. */
  readonly forms: readonly FormFindings[];
  /** Findings that belong to no form, such as an expected project that is missing. */
  readonly batch: readonly Finding[];
  readonly troubles: readonly Trouble[];
  readonly files: number;
}

export interface CheckOptions {
  /** Judge every form by this edition instead of its own. */
  readonly edition?: string;
  readonly settings?: RuleSettings;
}

/** Checks every form behind the paths. Of a form that has passed only its findings are kept, and what rules across forms collect. */
export async function checkForms(
  paths: readonly string[],
  options: CheckOptions,
  environment: Environment,
): Promise<CheckOutcome> {
  const check = openCheck(options);
  const passed: Omit<FormFindings, "findings">[] = [];
  const { troubles, files } = await passInputs(paths, environment, (sourced) => {
    const { form, source } = check.add(sourced);
    passed.push({
      form: { fiscalYear: form.fiscalYear, implementingUnit: form.implementingUnit, projectName: form.projectName },
      source,
    });
  });
  environment.report({ kind: "step", step: "check", done: passed.length, total: passed.length });
  const { findings, batch } = check.finish();
  return { forms: passed.map((head, at) => ({ ...head, findings: findings[at] ?? [] })), batch, troubles, files };
}

/** Forms passing by → all findings. */
export interface RunningCheck {
  /** Scores and audits a form and takes note of it for the rules across forms. Its findings are the form's own so far. */
  add(sourced: SourcedForm): CheckedForm;
  /** All findings, of the forms in the order in which they were added. */
  finish(): JoinedFindings;
}

/** Findings of single forms, in the order of the forms and then of places, and those of no form. */
export interface JoinedFindings {
  readonly findings: readonly (readonly Finding[])[];
  readonly batch: readonly Finding[];
}

/** Opens a check. Throws {@link Failure} for an unknown edition; `add` does so for a form of an unknown edition. */
export function openCheck(options: CheckOptions = {}): RunningCheck {
  const given = options.edition === undefined ? undefined : knownEdition(options.edition);
  const across = openBatchAudit(options.settings);
  const own: (readonly Finding[])[] = [];
  return {
    add(sourced) {
      const checked = checkForm(sourced, given, options.settings);
      across.add(checked);
      own.push(checked.findings);
      return checked;
    },
    finish() {
      return joinFindings(own, across.finish());
    },
  };
}

/** What every form has of its `own`, with what the rules across forms say of it. */
export function joinFindings(own: readonly (readonly Finding[])[], across: readonly BatchFinding[]): JoinedFindings {
  const joined: Finding[][] = [];
  const batch: Finding[] = [];
  for (const found of across) {
    if ("form" in found) (joined[found.form] ??= []).push(found.finding);
    else batch.push(found.finding);
  }
  const findings = own.map((each, at) => {
    const more = joined[at];
    return more === undefined ? each : [...each, ...more].toSorted(compareFindings);
  });
  return { findings, batch };
}

/** score → audit for one form by itself, without rules across forms. */
export function checkForm(sourced: SourcedForm, given?: Edition, settings: RuleSettings = NO_SETTINGS): CheckedForm {
  const scored = scoredForm(sourced, given);
  return { ...scored, findings: auditForm(scored.form, scored.sheet, scored.edition, settings) };
}

/** A form with its score sheet, by its own edition or the one given. */
export function scoredForm({ form, source }: SourcedForm, given?: Edition): Omit<CheckedForm, "findings"> {
  const edition = given ?? knownEdition(form.edition);
  return { form, source, edition, sheet: scoreForm(form, edition) };
}
