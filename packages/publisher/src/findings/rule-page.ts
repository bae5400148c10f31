/** A rule for people: what it says of itself, and its examples in words. */
import {
  BATCH_RULES,
  type BatchExample,
  type Citation,
  EDITIONS,
  type Patches,
  RULES,
  type RuleWords,
  type Severity,
  labelOf,
} from "@zipingbiao/core";

export interface RulePage {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly editions: "all" | readonly string[];
  readonly why: string;
  readonly fix: string;
  /** Over all editions. */
  readonly basis: readonly Citation[];
  /** Changes to the sample form that bring the rule out, do not, or cannot be checked. */
  readonly examples: Readonly<Record<"bad" | "good" | "uncheckable", readonly string[]>>;
}

/** Every rule in the order of the ids. */
export function rulePages(): readonly RulePage[] {
  const pages = [
    ...RULES.map((rule) => pageOf(rule, rule.examples, patchesInWords)),
    ...BATCH_RULES.map((rule) => pageOf(rule, rule.examples, formsInWords)),
  ];
  return pages.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

interface ExamplesOf<E> {
  readonly bad: readonly E[];
  readonly good: readonly E[];
  readonly uncheckable: readonly E[];
}

function pageOf<E>(rule: RuleWords, examples: ExamplesOf<E>, inWords: (example: E) => string): RulePage {
  const citations = EDITIONS.flatMap((edition) => rule.basis(edition).map((each) => [each.id, each] as const));
  const { id, title, severity, editions, why, fix } = rule;
  return {
    id,
    title,
    severity,
    editions,
    why,
    fix,
    basis: [...new Map(citations).values()],
    examples: {
      bad: examples.bad.map(inWords),
      good: examples.good.map(inWords),
      uncheckable: examples.uncheckable.map(inWords),
    },
  };
}

function formsInWords({ forms, expected }: BatchExample): string {
  const names = expected?.map(({ projectName }) => `「${projectName}」`).join("、");
  const parts = [
    ...forms.map((patches, at) => `第 ${at + 1} 份：${patchesInWords(patches)}`),
    ...(names === undefined ? [] : [`应报项目：${names || "无"}`]),
  ];
  return parts.join("；") || "没有自评表，也没有应报项目清单";
}

function patchesInWords(patches: Patches): string {
  const changes = Object.entries(patches).map(([path, value]) => `${labelOf(path)}改为${shown(value)}`);
  return changes.join("；") || "原样";
}

function shown(value: Patches[string]): string {
  if (value === null || value === "") return "空白";
  return typeof value === "object" ? JSON.stringify(value) : `「${value}」`;
}
