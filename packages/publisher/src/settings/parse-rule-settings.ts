/** The text of `zpb.rules.yaml` → settings. Data only; everything that is not understood is refused with its place. */
import { BATCH_RULES, RULES, type RuleSettings } from "@zipingbiao/core";
import { type Document, LineCounter, isMap, isScalar, parseDocument, visit } from "yaml";
import { z } from "zod";
import { suggestion } from "./nearest.ts";

/** One refused place; line and column count from 1. */
export interface SettingsProblem {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

export type ParsedSettings = { readonly settings: RuleSettings } | { readonly problems: readonly SettingsProblem[] };

const severity = z.enum(["off", "error", "warning", "note"]);
const name = z.string().trim().min(1);
const schema = z
  .strictObject({
    rules: z.record(z.string(), severity).nullish(),
    expectedProjects: z.array(z.strictObject({ projectName: name, implementingUnit: name.optional() })).nullish(),
  })
  .nullable();

const KNOWN_KEYS = ["rules", "expectedProjects", "projectName", "implementingUnit"];
const KNOWN_RULES = [...RULES, ...BATCH_RULES].map((rule) => rule.id);

/** The settings in a text, or every place that is refused, in the order of the text. An empty text changes nothing. */
export function parseRuleSettings(text: string): ParsedSettings {
  const lines = new LineCounter();
  // Without aliases and tags a small text cannot grow into a large value, nor name anything but plain data.
  const document = parseDocument(text, { version: "1.2", schema: "core", lineCounter: lines, prettyErrors: false });
  const at = (offset: number, reason: string): SettingsProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), reason };
  };
  const faults = [
    ...[...document.errors, ...document.warnings].map((error) => at(error.pos[0], faultOf(error.code))),
    ...aliasesOf(document).map((offset) => at(offset, "不能用「*」引用别处的内容，请直接写出")),
  ];
  if (faults.length > 0) return { problems: inOrder(faults) };
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }), { error: chineseReason });
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => located(document, issue))),
    ...unknownRules(document),
  ].map(({ offset, reason }) => at(offset, reason));
  if (!parsed.success || problems.length > 0) return { problems: inOrder(problems) };
  return {
    settings: { rules: parsed.data?.rules ?? {}, expectedProjects: parsed.data?.expectedProjects ?? undefined },
  };
}

interface Located {
  readonly offset: number;
  readonly reason: string;
}

function located(document: Document, issue: z.core.$ZodIssue): readonly Located[] {
  if (issue.code !== "unrecognized_keys") return [{ offset: valueOffset(document, issue.path), reason: issue.message }];
  return issue.keys.map((key) => ({
    offset: keyOffset(document, issue.path, key),
    reason: `没有「${key}」这一项。${suggestion(key, KNOWN_KEYS) || "可用的项：rules、expectedProjects"}`,
  }));
}

function unknownRules(document: Document): readonly Located[] {
  const rules = document.get("rules");
  if (!isMap(rules)) return [];
  return rules.items.flatMap(({ key }) => {
    const id = isScalar(key) ? String(key.value) : "";
    if (KNOWN_RULES.includes(id)) return [];
    const advice = suggestion(id, KNOWN_RULES) || "运行 zpb rules 可以看到全部规则";
    return [{ offset: startOf(key), reason: `没有「${id}」这条规则。${advice}` }];
  });
}

/** Where a value stands; for one that is missing, where that begins which lacks it. */
function valueOffset(document: Document, path: readonly PropertyKey[]): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return node === undefined && path.length > 0 ? valueOffset(document, path.slice(0, -1)) : startOf(node);
}

function keyOffset(document: Document, path: readonly PropertyKey[], key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return 0;
  return startOf(map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key);
}

function startOf(node: unknown): number {
  const { range } = (node ?? {}) as { readonly range?: readonly number[] | null };
  return range?.[0] ?? 0;
}

function aliasesOf(document: Document): readonly number[] {
  const offsets: number[] = [];
  visit(document, { Alias: (_key, alias) => void offsets.push(startOf(alias)) });
  return offsets;
}

function inOrder(problems: readonly SettingsProblem[]): readonly SettingsProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** The parser speaks English; those who write the file read Chinese. */
function faultOf(code: string): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "缩进用了制表符，请改用空格";
    case "BAD_INDENT":
      return "缩进不对";
    case "DUPLICATE_KEY":
      return "同一项写了两次";
    case "TAG_RESOLVE_FAILED":
      return "不能用「!」标签，只能写文字";
    case "MULTIPLE_DOCS":
      return "只能有一份内容，请去掉单独成行的「---」";
    default:
      return `不合 YAML 写法（${code}）`;
  }
}

const chineseReason: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "缺少项目名称（projectName）";
      if (issue.expected === "string") return "应为文字；像数字或日期的文字请加引号";
      return issue.expected === "array" ? "应为一列，每行以「- 」开头" : "应为「名称: 值」的形式";
    case "invalid_value":
      return `只能是：${issue.values.map(String).join("、")}`;
    case "too_small":
      return "不能为空";
    default:
      return "内容不合要求";
  }
};
