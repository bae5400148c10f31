/** `zpb.rules.yaml` → settings. Data only; everything that is not understood is refused with its line. */
import type { RuleSettings } from "@zipingbiao/core";
import { z } from "zod";
import { whyUnknownRule } from "./known-rules.ts";
import { suggestion } from "./nearest.ts";
import { type PlacedYaml, readPlacedYaml } from "./placed-yaml.ts";
import { type FileWords, type RefusedLine, refusedFile } from "./refused-file.ts";

const severity = z.enum(["off", "error", "warning", "note"]);
const name = z.string().trim().min(1);
const schema = z
  .strictObject({
    rules: z.record(z.string(), severity).nullish(),
    expectedProjects: z.array(z.strictObject({ projectName: name, implementingUnit: name.optional() })).nullish(),
  })
  .nullable();

const KNOWN_KEYS = ["rules", "expectedProjects", "projectName", "implementingUnit"];
const REFUSED: FileWords = {
  code: "settings/refused",
  what: (mistakes) => `规则设置有 ${mistakes} 处不能识别`,
  next: "请改正后重新运行",
};

/** The settings in a file; an empty one changes nothing. Throws a {@link Failure} that names every refused line. */
export function parseRuleSettings(file: string, bytes: Uint8Array): RuleSettings {
  const yaml = readPlacedYaml(file, bytes);
  const parsed = schema.safeParse(yaml.value, { error: chineseReason });
  const refused = [
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => placed(yaml, issue))),
    ...unknownRules(yaml),
  ];
  if (!parsed.success || refused.length > 0) throw refusedFile(file, REFUSED, refused);
  return { rules: parsed.data?.rules ?? {}, expectedProjects: parsed.data?.expectedProjects ?? undefined };
}

function placed({ lineOf, namesAt }: PlacedYaml, issue: z.core.$ZodIssue): readonly RefusedLine[] {
  if (issue.code !== "unrecognized_keys") return [{ line: lineOf(issue.path), reason: issue.message }];
  return namesAt(issue.path)
    .filter(({ name: key }) => issue.keys.includes(key))
    .map(({ name: key, line }) => ({
      line,
      reason: `没有「${key}」这一项。${suggestion(key, KNOWN_KEYS) || "可用的项：rules、expectedProjects"}`,
    }));
}

function unknownRules({ namesAt }: PlacedYaml): readonly RefusedLine[] {
  return namesAt(["rules"]).flatMap(({ name: id, line }) => {
    const reason = whyUnknownRule(id);
    return reason === undefined ? [] : { line, reason };
  });
}

const chineseReason: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "缺少项目名称（projectName）";
      if (issue.expected === "string") return "应为文字；像数字或日期的文字请加引号";
      return issue.expected === "array" ? "应为清单，每条以「- 」开头" : "应写成「名称: 值」，冒号用半角，后面空一格";
    case "invalid_value":
      return `只能是：${issue.values.map(String).join("、")}`;
    case "too_small":
      return "不能空白";
    default:
      return "内容不合要求";
  }
};
