/** `--format sarif`: SARIF 2.1.0, for editors and review systems. */
import { type Finding, type RuleWords, type Severity } from "@zipingbiao/core";
import type { FormHead } from "../check-forms.ts";
import { formatTrouble } from "../trouble.ts";
import { type CheckReport, type RuleSummary, findingsOf, ruleWords, summariseRules } from "./check-report.ts";
import { citationText } from "./finding-words.ts";
import { fingerprint } from "./finding-key.ts";
import type { EarlierFinding } from "./read-earlier-report.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** The log in pieces: its head, one piece a result, its end. */
export function* writeSarif(report: CheckReport): Iterable<string> {
  const { troubles, against } = report;
  const rules = summariseRules(report).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const indexOf = new Map(rules.map(({ id }, at) => [id, at]));
  const head = {
    tool: {
      driver: { name: "zipingbiao", version: report.toolVersion, language: "zh-CN", rules: rules.map(descriptor) },
    },
    language: "zh-CN",
    invocations: [
      {
        executionSuccessful: troubles.length === 0,
        toolExecutionNotifications: troubles.map((trouble) => ({
          level: "error",
          descriptor: { id: trouble.code },
          message: { text: formatTrouble(trouble) },
        })),
      },
    ],
  };
  yield `{\n"$schema": ${JSON.stringify(SCHEMA)},\n"version": "2.1.0",\n"runs": [\n`;
  yield `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n"results": [`;
  let first = true;
  const piece = (result: object): string => `${first ? "" : ","}\n${JSON.stringify(result)}`;
  for (const { finding, of } of findingsOf(report)) {
    const state = against === undefined ? {} : { baselineState: against.stateOf(finding) };
    yield piece({ ...resultOf(finding, indexOf.get(finding.rule), of?.form, of?.source.file), ...state });
    first = false;
  }
  for (const gone of against?.gone ?? []) {
    yield piece({
      ...resultOf(gone.finding, undefined, gone.finding.form, gone.finding.form?.file),
      baselineState: "absent",
    });
    first = false;
  }
  yield "\n]\n}\n]\n}\n";
}

function descriptor({ id, title, fix, basis }: RuleSummary) {
  const words: RuleWords | undefined = ruleWords(id);
  return {
    id,
    shortDescription: { text: title },
    ...(words === undefined ? {} : { fullDescription: { text: words.why } }),
    help: { text: [`办法：${fix}`, ...basis.map((citation) => `依据：${citationText(citation)}`)].join("\n") },
    ...(words === undefined ? {} : { defaultConfiguration: { level: words.severity } }),
    properties: { tags: [id.split("/")[0] ?? id] },
  };
}

function resultOf(
  finding: (Finding | EarlierFinding) & Pick<Finding, "origin">,
  rule: number | undefined,
  form: FormHead | undefined,
  file: string | undefined,
) {
  const { origin, label, at, message } = finding;
  const artifact = origin?.file ?? file;
  const whose = form === undefined ? "" : `「${form.projectName}」`;
  return {
    ruleId: finding.rule,
    ...(rule === undefined ? {} : { ruleIndex: rule }),
    ...levelOf(finding),
    message: { text: `${whose}${label}：${message}。` },
    locations: [
      {
        ...(artifact === undefined
          ? {}
          : {
              physicalLocation: {
                artifactLocation: { uri: relativeUri(artifact) },
                ...(origin?.line === undefined ? {} : { region: { startLine: origin.line } }),
              },
            }),
        logicalLocations: [{ name: label, fullyQualifiedName: logicalName(form, at), kind: "property" }],
      },
    ],
    partialFingerprints: { "zipingbiaoFinding/v1": fingerprint(finding, form) },
  };
}

/** A check that could not be made is `open`, the standard's word for too little information; its level is then none. */
function levelOf({ outcome, severity }: Pick<Finding, "outcome" | "severity">): {
  readonly kind: "fail" | "open";
  readonly level: Severity | "none";
} {
  return outcome === "uncheckable" ? { kind: "open", level: "none" } : { kind: "fail", level: severity };
}

function logicalName(form: FormHead | undefined, at: string): string {
  return form === undefined ? at : `${form.fiscalYear}/${form.implementingUnit}/${form.projectName}/${at}`;
}

/**
 * A relative reference below the folder that was checked. Names inside a JSON form are whatever its writer put there,
 * so every segment is encoded and none may lead upwards; a lone surrogate, which no URI can hold, becomes U+FFFD.
 */
function relativeUri(name: string): string {
  return name
    .split("/")
    .filter((segment) => !/^\.{0,2}$/u.test(segment))
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join("/");
}
