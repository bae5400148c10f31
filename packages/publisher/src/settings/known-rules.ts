/** Rules that people name in the files that they write. */
import { BATCH_RULES, RULES } from "@zipingbiao/core";
import { suggestion } from "./nearest.ts";

const KNOWN = [...RULES, ...BATCH_RULES].map((rule) => rule.id);

/** What to say of an id that no rule has, the nearest ids with it; `undefined` for the id of a rule. */
export function whyUnknownRule(id: string): string | undefined {
  if (KNOWN.includes(id)) return undefined;
  return `没有「${id}」这条规则。${suggestion(id, KNOWN) || "运行 zpb rules 可以看到全部规则"}`;
}
