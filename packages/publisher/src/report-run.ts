/** A publication at its end → what is said of it. */
import { type Finding, countFindings } from "@zipingbiao/core";
import type { Sourced } from "./batch/plan-batch.ts";
import type { FormHead } from "./batch/shelved-form.ts";
import type { GateOutcome } from "./gate/pass-gate.ts";
import type { PublishedForm } from "./publish-forms.ts";
import type { Counted, NamedForm, RunReport } from "./run-report.ts";

export interface RunFacts extends Pick<RunReport, "troubles" | "removed" | "manifest" | "figures"> {
  readonly published: readonly PublishedForm[];
  readonly gate: GateOutcome;
  readonly duplicates: readonly Sourced<FormHead>[];
}

export function reportRun({ published, gate, duplicates, ...rest }: RunFacts): RunReport {
  return {
    forms: published.length,
    counts: countFindings(published.flatMap(({ findings }) => findings)),
    aboutAll: gate.aboutAll.map(({ severity, message }: Finding) => ({ severity, message })),
    notes: gate.notes,
    duplicates: duplicates.map(namedForm),
    waived: counted(published.map(({ waived }) => waived)),
    masked: counted(published.map(({ planned: { masked = [] } }) => masked)),
    withheld: gate.withheld.map(({ planned, entry: { reason, signedBy, date }, objections }) => ({
      ...namedForm(planned),
      reason,
      signedBy,
      date,
      objections,
    })),
    blocked: gate.blocked.map(({ planned, objections }) => ({ ...namedForm(planned), objections })),
    ...rest,
  };
}

function namedForm({ form: { fiscalYear, implementingUnit, projectName }, source }: Sourced<FormHead>): NamedForm {
  return { file: source.file, index: source.index, fiscalYear, implementingUnit, projectName };
}

function counted(lists: readonly (readonly unknown[])[]): Counted {
  const some = lists.filter((list) => list.length > 0);
  return { forms: some.length, places: some.reduce((sum, list) => sum + list.length, 0) };
}
