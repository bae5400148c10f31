/** A rule → its page in docs/rules/, and the index by group and by source. What a rule says stands in the rule alone. */
import type { BatchExample, BatchRule, Certainty, Citation, Patches, Rule, Severity } from "@zipingbiao/core";

export const PAGES_FOLDER = "docs/rules";
const MARK = "<!-- 由 `npm run gen` 从规则生成，请勿手改。 -->";

/** What pages need to know of core; handed in, since core itself loads only when its registry is fresh. */
export interface RuleWords {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly certainties: Readonly<Record<Certainty, string>>;
  readonly editions: readonly { readonly id: string; readonly name: string }[];
  readonly labelOf: (path: string) => string;
  readonly basisOf: (rule: AnyRule) => readonly Citation[];
  /** What the rule says of its example: the sample form with patches, or several of them. */
  readonly saidOf: (rule: AnyRule, example: AnyExample) => readonly string[];
}

/** A rule about one form, or across forms. */
export type AnyRule = Rule | BatchRule;
export type AnyExample = Patches | BatchExample;

/** Path → text of every page and of the index. */
export function rulePages(rules: readonly AnyRule[], words: RuleWords): Map<string, string> {
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const pages = sorted.map((rule): [string, string] => [`${PAGES_FOLDER}/${rule.id}.md`, rulePage(rule, words)]);
  return new Map([[`${PAGES_FOLDER}/README.md`, indexPage(sorted, words)], ...pages]);
}

function rulePage(rule: AnyRule, words: RuleWords): string {
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
    ...examples("会报出", bad, words, (example) => words.saidOf(rule, example)),
    ...examples("不会报出", good, words),
    ...examples("无法核对，提请人工核对", uncheckable, words, (example) => words.saidOf(rule, example)),
  ]);
}

function examples(
  heading: string,
  all: readonly AnyExample[],
  words: RuleWords,
  said: (example: AnyExample) => readonly string[] = () => [],
): string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap((example) => [
    `- ${changesOf(example, words)}`,
    ...said(example).map((sentence) => `  > ${sentence}`),
  ]);
  return [`### ${heading}`, lines.join("\n")];
}

function changesOf(example: AnyExample, words: RuleWords): string {
  if (!isBatchExample(example)) return patchesOf(example, words);
  const forms = example.forms.map((patches, at) => `第 ${at + 1} 份：${patchesOf(patches, words)}`);
  const expected = example.expected?.map(
    ({ projectName, implementingUnit }) =>
      `「${projectName}」${implementingUnit === undefined ? "" : `（${implementingUnit}）`}`,
  );
  const parts = [...forms, ...(expected === undefined ? [] : [`应报项目：${expected.join("、") || "无"}`])];
  return parts.join("；") || "没有自评表，也没有应报项目清单";
}

function isBatchExample(example: AnyExample): example is BatchExample {
  return "forms" in example && Array.isArray(example.forms);
}

function patchesOf(patches: Patches, words: RuleWords): string {
  const changes = Object.entries(patches).map(([path, value]) => `${words.labelOf(path)}改为${shown(value)}`);
  return changes.join("；") || "原样";
}

function shown(value: Patches[string]): string {
  if (value === null || value === "") return "空白";
  return typeof value === "object" ? `\`${JSON.stringify(value)}\`` : `「${value}」`;
}

function indexPage(rules: readonly AnyRule[], words: RuleWords): string {
  const groups = Map.groupBy(rules, (rule) => rule.id.split("/")[0] ?? "");
  const sources = new Map<string, { citation: Citation; rules: AnyRule[] }>();
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

function row(rule: AnyRule, words: RuleWords): string {
  return `| ${link(rule)} | ${words.severities[rule.severity]} | ${rule.title} |`;
}

function link(rule: AnyRule): string {
  return `[${rule.id}](${rule.id}.md)`;
}

function sourceLine(citation: Citation, words: RuleWords): string {
  const details = [citation.documentNumber, citation.article, citation.date].filter((part) => part !== undefined);
  const where = details.length > 0 ? `（${details.join("，")}）` : "";
  return `- ${citation.title}${where}：${citation.note} 【${words.certainties[citation.certainty]}】`;
}

function editionsOf(rule: AnyRule, words: RuleWords): string {
  if (rule.editions === "all") return "全部";
  return rule.editions.map((id) => words.editions.find((edition) => edition.id === id)?.name ?? id).join("、");
}

function page(title: string, blocks: readonly string[]): string {
  return `${[`# ${title}`, MARK, ...blocks].join("\n\n")}\n`;
}
