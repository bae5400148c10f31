/** The file behind `--waivers`: which findings are let through, and which forms are not made public, each signed for. */
import { z } from "zod";
import { Failure } from "../trouble.ts";
import { maskText } from "./personal-data.ts";
import { readPlacedYaml } from "./placed-yaml.ts";

/** By what a form is named in the file. All forms that bear the names are meant. */
export interface FormName {
  readonly projectName: string;
  readonly implementingUnit: string;
  readonly fiscalYear: number;
}

/** Who answers for it, why and since when; published. `signedBy` is a role, `date` is `YYYY-MM-DD`. */
export interface Signature {
  readonly reason: string;
  readonly signedBy: string;
  readonly date: string;
}

/** 放行: findings of one rule in one form, at one place or, without `at`, at every place. */
export interface Waiver extends FormName, Signature {
  readonly rule: string;
  readonly at?: string | undefined;
  /** Where the entry stands in the file. */
  readonly line: number;
}

/** 不予公开. */
export interface Withholding extends FormName, Signature {
  readonly line: number;
}

export interface WaiverFile {
  readonly file: string;
  readonly waivers: readonly Waiver[];
  readonly withheld: readonly Withholding[];
}

export const NO_WAIVERS: WaiverFile = { file: "", waivers: [], withheld: [] };

const MAX_TEXT = 500;
const text = z
  .string(orMissing("应为文字"))
  .trim()
  .min(1, "不能空白")
  .max(MAX_TEXT, `不能超过 ${MAX_TEXT} 字`)
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]*$/u, "只能写一行，不能含控制字符");
function orMissing(wrong: string) {
  return { error: ({ input }: { readonly input?: unknown }) => (input === undefined ? "没有写" : wrong) };
}

/** Published under the bureau's name, so it must not bring in what the gate keeps out. */
const publicText = text.refine((value) => maskText(value).kinds.length === 0, "含有个人信息，而这里的文字会公开");

const formName = {
  projectName: text,
  implementingUnit: text,
  fiscalYear: z.int(orMissing("应为四位数的年度")).min(1990, "应为四位数的年度").max(2999, "应为四位数的年度"),
};
const signature = { reason: publicText, signedBy: publicText, date: z.iso.date(orMissing("应为 YYYY-MM-DD 的日期")) };

const waiver = z
  .strictObject({ ...formName, rule: text, at: text.optional(), ...signature })
  .refine(({ rule, at }) => at !== undefined || !isPrivacyRule(rule), {
    path: ["at"],
    message: "个人信息须逐处放行，请写明位置 at",
  });

const schema = z.strictObject({
  waivers: z.array(waiver, "应为清单").optional(),
  withheld: z.array(z.strictObject({ ...formName, ...signature }), "应为清单").optional(),
});

/** Rules about personal data: the id says so. */
export function isPrivacyRule(rule: string): boolean {
  return rule.startsWith("privacy/");
}

/** Reads the file. Throws a {@link Failure} that names file, line, reason and what to do. */
export function readWaiverFile(file: string, bytes: Uint8Array): WaiverFile {
  const { value, lineOf } = readPlacedYaml(file, bytes);
  const refuse = (why: string, line: number): never => {
    throw new Failure({
      code: "gate/waiver-file",
      file,
      line,
      what: "放行文件有误，没有公开任何文件",
      why,
      next: "请改正后重新运行；每条须写明项目名称、实施单位、年度、理由、签批岗位和日期",
    });
  };
  const parsed = schema.safeParse(value ?? {}, { error: chineseReason });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(issue === undefined ? "内容不对" : reasonOf(issue), lineOf(issue?.path ?? []));
  }
  const withLine = <T>(list: string, entries: readonly T[]) =>
    entries.map((entry, at) => ({ ...entry, line: lineOf([list, at]) }));
  const read = {
    file,
    waivers: withLine("waivers", parsed.data.waivers ?? []),
    withheld: withLine("withheld", parsed.data.withheld ?? []),
  };
  const twice = repeated(read.waivers, waiverKey) ?? repeated(read.withheld, nameKey);
  if (twice !== undefined) refuse(`与第 ${twice.first.line} 行是同一条`, twice.second.line);
  return read;
}

/** Two forms of the same key bear the same names. */
export function nameKey({ projectName, implementingUnit, fiscalYear }: FormName): string {
  return JSON.stringify([projectName.trim(), implementingUnit.trim(), fiscalYear]);
}

function waiverKey(entry: Waiver): string {
  return JSON.stringify([nameKey(entry), entry.rule, entry.at ?? ""]);
}

function repeated<T>(entries: readonly T[], key: (entry: T) => string) {
  const seen = new Map<string, T>();
  for (const second of entries) {
    const first = seen.get(key(second));
    if (first !== undefined) return { first, second };
    seen.set(key(second), second);
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

function reasonOf(issue: Issue): string {
  const [list, entry, ...field] = issue.path;
  const place = [
    list === undefined ? "" : String(list),
    typeof entry === "number" ? ` 第 ${entry + 1} 条` : "",
    field.length === 0 ? "" : `的 ${field.join(".")}`,
  ].join("");
  return place === "" ? issue.message : `${place}：${issue.message}`;
}

function chineseReason(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "unrecognized_keys") return `没有「${issue.keys.join("、")}」这一项`;
  return "内容不对";
}
