/** `data/findings.json`: the findings of the published forms, those that were signed for marked. */
import { countFindings } from "@zipingbiao/core";
import { type FindingsReport, type ReportedFinding, reportedFinding } from "../findings-report.ts";
import type { Signature } from "../gate/waiver-file.ts";
import type { DataForm } from "./data-form.ts";
import { arrayPieces } from "./json-pieces.ts";

interface PublishedFinding extends ReportedFinding {
  readonly waived?: Signature;
}

const SCHEMA: FindingsReport["schema"] = "zipingbiao/findings@1";

/** `zipingbiao/findings@1` with a member `waived`. Findings of forms that are not public are not public either. */
export function* findingsJson(forms: readonly DataForm[]): Generator<string, void, void> {
  yield `{\n  "schema": ${JSON.stringify(SCHEMA)},\n  "forms": ${forms.length},\n  "findings": `;
  yield* arrayPieces(publishedFindings(forms), 1);
  const counts = JSON.stringify(countFindings(allFindings(forms)), undefined, 2).replaceAll("\n", "\n  ");
  yield `,\n  "counts": ${counts}\n}\n`;
}

function* allFindings(forms: Iterable<DataForm>) {
  for (const { findings } of forms) yield* findings;
}

function* publishedFindings(forms: Iterable<DataForm>): Generator<PublishedFinding, void, void> {
  for (const { planned, findings, waived } of forms) {
    // A waiver stands for all findings of a rule at a place.
    const waivers = new Map(waived.map(({ objection, waiver }) => [`${objection.rule} ${objection.at}`, waiver]));
    for (const finding of findings) {
      const reported = reportedFinding(finding, { form: planned.form, source: planned.source });
      const waiver = finding.outcome === "violated" ? waivers.get(`${finding.rule} ${finding.at}`) : undefined;
      if (waiver === undefined) yield reported;
      else yield { ...reported, waived: { reason: waiver.reason, signedBy: waiver.signedBy, date: waiver.date } };
    }
  }
}
