/** read → score, one input at a time: the use case behind `zpb score`. */
import type { Environment } from "./environment.ts";
import { type CheckedForm, scoredForm } from "./check-forms.ts";
import { passInputs } from "./input/read-inputs.ts";
import type { Trouble } from "./trouble.ts";

export type ScoredForm = Pick<CheckedForm, "form" | "source" | "sheet">;

/** Hands every form behind the paths with its score sheet to `visit`, in the order of the inputs; nothing is kept. */
export async function scoreForms(
  paths: readonly string[],
  visit: (scored: ScoredForm) => void,
  environment: Environment,
): Promise<{ readonly forms: number; readonly troubles: readonly Trouble[] }> {
  let forms = 0;
  const { troubles } = await passInputs(paths, environment, (sourced) => {
    visit(scoredForm(sourced));
    forms += 1;
  });
  return { forms, troubles };
}
