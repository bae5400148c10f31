/** What may stand in a waiver file, and what is said in Chinese of what may not. */
import { z } from "zod";
import { whyUnknownRule } from "../settings/known-rules.ts";
import { isPrivacyRule, maskText } from "./personal-data.ts";

const MAX_TEXT = 500;
const text = z
  .string(orMissing("应为文字；像数字或日期的文字请加引号"))
  .trim()
  .min(1, "不能空白")
  .max(MAX_TEXT, `不能超过 ${MAX_TEXT} 字`)
  .regex(
    /^[^\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\p{Default_Ignorable_Code_Point}]*$/u,
    "只能写一行，不能含控制字符和看不见的字符",
  )
  .regex(/[\p{L}\p{N}]/u, "只有符号，没有文字");

/** Published under the bureau's name, so it must not bring in what the gate keeps out. */
const publicText = text.refine((value) => maskText(value).kinds.length === 0, "含有个人信息，而这里的文字会公开");

const YEAR = "应为四位数的年度";
const formName = {
  projectName: text,
  implementingUnit: text,
  fiscalYear: z.int(orMissing(YEAR)).min(1990, YEAR).max(2999, YEAR),
};
const signature = { reason: publicText, signedBy: publicText, date: z.iso.date(orMissing("应为 YYYY-MM-DD 的日期")) };

const waiver = z
  .strictObject({
    ...formName,
    rule: text.superRefine((id, context) => {
      const why = whyUnknownRule(id);
      if (why !== undefined) context.addIssue({ code: "custom", message: why });
    }),
    at: text.optional(),
    ...signature,
  })
  .refine(({ rule, at }) => at !== undefined || !isPrivacyRule(rule), {
    path: ["at"],
    message: "个人信息须逐处放行，请写明位置 at",
  });

const list = <T extends z.ZodType>(entry: T) => z.array(entry, "应为清单，每条以「- 」开头").nullish();

const schema = z.strictObject({
  waivers: list(waiver),
  withheld: list(z.strictObject({ ...formName, ...signature })),
});

/** Both lists; one that has no entry may be left out or left blank. */
export type WrittenWaivers = z.infer<typeof schema>;

/** One refused place. */
export interface WaiverProblem {
  readonly path: readonly PropertyKey[];
  /** The place and what is wrong, in Chinese, without full stop. */
  readonly reason: string;
}

/** A plain value → the lists, or every place that is refused. Nothing at all stands for two lists without entries. */
export function parseWaivers(
  value: unknown,
): { readonly lists: WrittenWaivers } | { readonly problems: readonly WaiverProblem[] } {
  const parsed = schema.safeParse(value ?? {}, { error: chineseReason });
  if (parsed.success) return { lists: parsed.data };
  // One reason a place is enough.
  const issues = new Map(parsed.error.issues.toReversed().map((issue) => [issue.path.join("."), issue]));
  return {
    problems: Array.from(issues.values(), (issue) => ({ path: issue.path, reason: reasonOf(issue) })).toReversed(),
  };
}

function orMissing(wrong: string) {
  return { error: ({ input }: { readonly input?: unknown }) => (input === undefined ? "没有写" : wrong) };
}

function reasonOf(issue: z.core.$ZodIssue): string {
  const [name, entry, ...field] = issue.path;
  const place = [
    name === undefined ? "" : String(name),
    typeof entry === "number" ? ` 第 ${entry + 1} 条` : "",
    field.length === 0 ? "" : `的 ${field.join(".")}`,
  ].join("");
  return place === "" ? issue.message : `${place}：${issue.message}`;
}

function chineseReason(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "unrecognized_keys") return `没有「${issue.keys.join("、")}」这一项`;
  return "应写成「名称: 值」，冒号用半角，后面空一格";
}
