/** The use case behind `zpb check`: settings → read, score, audit → beside an earlier run. */
import { checkForms } from "../check-forms.ts";
import type { Environment } from "../environment.ts";
import { loadRuleSettings } from "../settings/load-rule-settings.ts";
import type { CheckReport } from "./check-report.ts";
import { compareFindings } from "./compare-findings.ts";
import { readEarlierReport } from "./read-earlier-report.ts";

export interface CheckRequest {
  readonly paths: readonly string[];
  /** Judge every form by this edition instead of its own. */
  readonly edition?: string | undefined;
  /** The file of settings; without it `zpb.rules.yaml` of the current folder, where there is one. */
  readonly rules?: string | undefined;
  /** A `findings@1` JSON of an earlier run. */
  readonly against?: string | undefined;
}

/** Checks every form behind the paths. Throws {@link Failure} for settings, an edition or an earlier report that cannot be used. */
export async function makeCheckReport(request: CheckRequest, environment: Environment): Promise<CheckReport> {
  const { paths, edition, rules, against } = request;
  const settings = await loadRuleSettings(rules, paths, environment);
  const earlier = against === undefined ? undefined : await readEarlierReport(against, environment);
  const options = { settings: settings.settings, ...(edition === undefined ? {} : { edition }) };
  const outcome = await checkForms(paths, options, environment);
  return {
    ...outcome,
    toolVersion: environment.toolVersion,
    settings,
    ...(earlier === undefined ? {} : { against: compareFindings(outcome, earlier) }),
  };
}
