/** 存在问题: findings by rule. */
import { compareTexts } from "../audit/project.ts";
import { BATCH_RULES, RULES } from "../audit/registry.gen.ts";
import { countFindings } from "../finding/finding-counts.ts";
import type { Finding } from "../finding/finding.ts";
import type { ProjectLine } from "./entry.ts";
import type { Problems, RuleProblem } from "./summary.ts";

type Placed = RuleProblem["findings"][number];

/** `aboutAll`: findings that belong to no single form. */
export function problemsOf(projects: readonly ProjectLine[], aboutAll: readonly Finding[]): Problems {
  const placed: readonly Placed[] = [
    ...projects.flatMap((project) => project.findings.map((finding) => ({ project, finding }))),
    ...aboutAll.map((finding) => ({ project: undefined, finding })),
  ];
  const titles = new Map([...RULES, ...BATCH_RULES].map(({ id, title }) => [id, title]));
  const groups = Map.groupBy(placed, ({ finding }) => `${finding.rule} ${weightOf(finding)}`);
  return {
    counts: countFindings(placed.map(({ finding }) => finding)),
    forms: projects.filter(({ findings }) => findings.length > 0).length,
    formsWithErrors: projects.filter(({ findings }) => findings.some(isError)).length,
    rules: [...groups.values()]
      .flatMap((findings): readonly RuleProblem[] => {
        const first = findings[0]?.finding;
        if (first === undefined) return [];
        const { rule, severity, outcome } = first;
        const concerned = new Set(findings.flatMap(({ project }) => (project === undefined ? [] : [project])));
        return [{ rule, title: titles.get(rule) ?? rule, severity, outcome, projects: [...concerned], findings }];
      })
      .toSorted(
        (a, b) => weightOf(a) - weightOf(b) || b.findings.length - a.findings.length || compareTexts(a.rule, b.rule),
      ),
  };
}

function isError(finding: Finding): boolean {
  return weightOf(finding) === 0;
}

/** 差错, 疑点, 提示, 无法核对. */
function weightOf({ severity, outcome }: Pick<Finding, "severity" | "outcome">): number {
  return outcome === "uncheckable" ? 3 : ["error", "warning", "note"].indexOf(severity);
}
