/** Why a form is not published, in words for the public. */
import type { UnpublishedForm } from "./unpublished.ts";

/** Blocked for now, or not made public at all. */
export function statusText({ kind }: UnpublishedForm): string {
  return kind === "blocked" ? "暂未公开" : "不予公开";
}

/**
 * Of a blocked form the groups of rules that spoke against it, never what stands in it, and what is to come; of a
 * withheld one the reason that was signed.
 */
export function reasonText(form: UnpublishedForm): string {
  if (form.kind === "withheld") return form.reason;
  const groups = form.rules.map((rule) => rule.split("/")[0] ?? "");
  const named = [...new Set(groups.map((group) => GROUPS[group] ?? "其他"))];
  return `检查没有通过（${named.join("、")}），更正后公开`;
}

const GROUPS: Readonly<Record<string, string>> = {
  funds: "项目资金",
  weights: "分值",
  scores: "得分",
  indicators: "绩效指标",
  wording: "文字",
  reading: "识读",
  across: "与其他自评表对照",
  privacy: "个人信息与保密审查",
};
