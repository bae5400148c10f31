/** A rule → its page in docs/rules/, and the index by group and by source. What a rule says stands in the rule alone. */
import type { Certainty, Citation, Patches, Rule, Severity } from "@zipingbiao/core";

export const PAGES_FOLDER = "docs/rules";
const MARK = "<!-- 由 `npm run gen` 从规则生成，请勿手改。 -->";

/** What pages need to know of core; handed in, since core itself loads only when its registry is fresh. */
export interface RuleWords {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly certainties: Readonly<Record<Certainty, string>>;
  readonly editions: readonly { readonly id: string; readonly name: string }[];
  readonly labelOf: (path: string) => string;
  readonly basisOf: (rule: Rule) => readonly Citation[];
  /** What the rule says of the sample form with these patches. */
  readonly saidOf: (rule: Rule, patches: Patches) => readonly string[];
}

/** Path → text of every page and of the index. */
export function rulePages(rules: readonly Rule[], words: RuleWords): Map<string, string> {
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const pages = sorted.map((rule): [string, string] => [`${PAGES_FOLDER}/${rule.id}.md`, rulePage(rule, words)]);
  return new Map([[`${PAGES_FOLDER}/README.md`, indexPage(sorted, words)], ...pages]);
}

function rulePage(rule: Rule, words: RuleWords): string {
  const { bad, good, uncheckable } = rule.examples;
  return page(rule.title, [
    `编号 \`${rule.id}\` · ${words.severities[rule.severity]}（${rule.severity}） · 适用版式：${editionsOf(rule, words)}`,
    "## 为何检查",
    rule.why,
    "## 如何处理",
    rule.fix,
    "## 依据",
    words
      .basisOf(rule)
      .map((citation) => sourceLine(citation, words))
      .join("\n"),
    "## 示例",
    "下列改动均施于样表；每一例都由测试执行。",
    ...examples("会报出", bad, words, (patches) => words.saidOf(rule, patches)),
    ...examples("不会报出", good, words),
    ...examples("无法判断，提请人工核对", uncheckable, words, (patches) => words.saidOf(rule, patches)),
  ]);
}

function examples(
  heading: string,
  all: readonly Patches[],
  words: RuleWords,
  said: (patches: Patches) => readonly string[] = () => [],
): string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap((patches) => {
    const changes = Object.entries(patches).map(([path, value]) => `${words.labelOf(path)}改为${shown(value)}`);
    return [`- ${changes.join("；") || "原样"}`, ...said(patches).map((sentence) => `  > ${sentence}`)];
  });
  return [`### ${heading}`, lines.join("\n")];
}

function shown(value: string | null): string {
  return value === null || value === "" ? "空白" : `「${value}」`;
}

function indexPage(rules: readonly Rule[], words: RuleWords): string {
  const groups = Map.groupBy(rules, (rule) => rule.id.split("/")[0] ?? "");
  const sources = new Map<string, { citation: Citation; rules: Rule[] }>();
  for (const rule of rules) {
    for (const citation of words.basisOf(rule)) {
      const known = sources.get(citation.id) ?? { citation, rules: [] };
      sources.set(citation.id, { citation, rules: [...known.rules, rule] });
    }
  }
  return page("审核规则", [
    `共 ${rules.length} 条。差错（error）阻止公开，疑点（warning）须人工核对，提示（note）供参考。`,
    "## 按类别",
    ...[...groups].flatMap(([group, members]) => [
      `### ${group}`,
      ["| 规则 | 程度 | 内容 |", "| --- | --- | --- |", ...members.map((rule) => row(rule, words))].join("\n"),
    ]),
    "## 按依据",
    [...sources.values()]
      .toSorted((a, b) => (a.citation.id < b.citation.id ? -1 : 1))
      .flatMap(({ citation, rules: resting }) => [
        sourceLine(citation, words),
        ...resting.map((rule) => `  - ${link(rule)}`),
      ])
      .join("\n"),
  ]);
}

function row(rule: Rule, words: RuleWords): string {
  return `| ${link(rule)} | ${words.severities[rule.severity]} | ${rule.title} |`;
}

function link(rule: Rule): string {
  return `[${rule.id}](${rule.id}.md)`;
}

function sourceLine(citation: Citation, words: RuleWords): string {
  const details = [citation.documentNumber, citation.article, citation.date].filter((part) => part !== undefined);
  const where = details.length > 0 ? `（${details.join("，")}）` : "";
  return `- ${citation.title}${where}：${citation.note} 【${words.certainties[citation.certainty]}】`;
}

function editionsOf(rule: Rule, words: RuleWords): string {
  if (rule.editions === "all") return "全部";
  return rule.editions.map((id) => words.editions.find((edition) => edition.id === id)?.name ?? id).join("、");
}

function page(title: string, blocks: readonly string[]): string {
  return `${[`# ${title}`, MARK, ...blocks].join("\n\n")}\n`;
}
