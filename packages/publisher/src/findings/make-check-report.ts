/** The use case behind `zpb check`: settings → read, score, audit → beside an earlier run. */
import { basename } from "node:path";
import { type CheckOptions, checkForms } from "../check-forms.ts";
import type { Environment } from "../environment.ts";
import { findingsReport } from "../findings-report.ts";
import { loadRuleSettings } from "../settings/load-rule-settings.ts";
import type { CheckReport } from "./check-report.ts";
import { compareFindings } from "./compare-findings.ts";
import { type EarlierReport, readEarlierReport } from "./read-earlier-report.ts";
import { Failure } from "../trouble.ts";

export interface CheckRequest {
  readonly paths: readonly string[];
  /** Judge every form by this edition instead of its own. */
  readonly edition?: string | undefined;
  /** The file of settings; without it `zpb.rules.yaml` of the current folder, where there is one. */
  readonly rules?: string | undefined;
  /** A `findings@1` JSON of an earlier run, or a file or folder of earlier forms, which are then checked in the same way. */
  readonly against?: string | undefined;
}

/** Checks every form behind the paths. Throws {@link Failure} for settings, an edition or an earlier report that cannot be used. */
export async function makeCheckReport(request: CheckRequest, environment: Environment): Promise<CheckReport> {
  const { paths, edition, rules, against } = request;
  const settings = await loadRuleSettings(rules, paths, environment);
  const options = { settings: settings.settings, ...(edition === undefined ? {} : { edition }) };
  const earlier = against === undefined ? undefined : await earlierRun(against, options, environment);
  const outcome = await checkForms(paths, options, environment);
  return {
    ...outcome,
    toolVersion: environment.toolVersion,
    settings,
    ...(earlier === undefined ? {} : { against: compareFindings(outcome, earlier) }),
  };
}

async function earlierRun(path: string, options: CheckOptions, environment: Environment): Promise<EarlierReport> {
  const report = await readEarlierReport(path, environment);
  if (report !== undefined) return report;
  const { forms, batch, troubles } = await checkForms([path], options, environment);
  if (forms.length > 0) return { file: basename(path), findings: findingsReport(forms, batch).findings };
  const [trouble] = troubles;
  throw new Failure({
    code: "against/refused",
    file: path,
    what: "不能与这里的内容比较",
    why: trouble === undefined ? "没有文件" : `既不是检查结果，也读不出自评表：${trouble.why}`,
    next: "请给出 zpb check --format json 的输出，或改前的表（文件或文件夹）",
  });
}
