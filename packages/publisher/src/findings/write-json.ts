/** `--format json`: `zipingbiao/findings@1`, in pieces, so that no run is too long for one text. */
import { reportedFinding } from "../findings-report.ts";
import { type CheckReport, countsOf, findingsOf } from "./check-report.ts";

export function* writeJson(report: CheckReport): Iterable<string> {
  const { forms, settings, against } = report;
  yield `{\n  "schema": "zipingbiao/findings@1",\n  "forms": ${forms.length},\n  "findings": [`;
  let first = true;
  for (const { finding, of } of findingsOf(report)) {
    const state = against === undefined ? {} : { state: against.stateOf(finding) };
    yield `${first ? "" : ","}\n    ${indented({ ...reportedFinding(finding, of), ...state }, 4)}`;
    first = false;
  }
  yield `${first ? "" : "\n  "}],\n  "counts": ${indented(countsOf(report), 2)}`;
  if (settings.file !== undefined) yield `,\n  "settings": ${indented(settings.settings, 2)}`;
  if (against !== undefined)
    yield `,\n  "against": ${indented({ counts: against.counts, gone: against.gone.map(({ finding }) => finding) }, 2)}`;
  yield "\n}\n";
}

function indented(value: unknown, by: number): string {
  return JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${" ".repeat(by)}`);
}
