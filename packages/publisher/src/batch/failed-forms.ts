/** Forms that passed the gate and have no documents. */
import type { PassedForm } from "../gate/pass-gate.ts";
import type { Trouble } from "../trouble.ts";
import type { PlannedForm } from "./plan-batch.ts";

export interface FailedForm {
  readonly planned: PlannedForm;
  /** Of the trouble that it met. */
  readonly code: string;
  /** What happened, as the public is told; without full stop. */
  readonly reason: string;
}

/** In the order of `passed`; `troubles` are those that making the documents met. */
export function failedForms(
  passed: readonly PassedForm[],
  published: readonly PassedForm[],
  troubles: readonly Trouble[],
): readonly FailedForm[] {
  const done = new Set(published.map(({ planned }) => planned.number));
  const told = new Map(troubles.map((trouble) => [keyOf(trouble.file, trouble.project), trouble]));
  return passed.flatMap(({ planned }) => {
    if (done.has(planned.number)) return [];
    const trouble = told.get(keyOf(planned.source.file, planned.form.projectName));
    return { planned, code: trouble?.code ?? "print/failed", reason: publicReason(trouble) };
  });
}

/** Why it came about may name folders of the machine, so only what happened is told. */
export function publicReason(trouble: Pick<Trouble, "what"> | undefined): string {
  return (trouble?.what ?? "文档没有生成").replace(/[。\s]+$/u, "");
}

function keyOf(file: string | undefined, project: string | undefined): string {
  return JSON.stringify([file, project]);
}
