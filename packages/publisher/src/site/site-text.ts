/** Words about a form's publication, as every page of the site has them. */
import { type Rate, type Revision, rateOf } from "@zipingbiao/core";
import { PERSONAL_DATA_LABELS } from "../gate/personal-data.ts";
import type { PersonalDataPlace } from "../gate/mask-form.ts";
import type { WaivedObjection } from "../gate/pass-gate.ts";
import type { SiteForm } from "./site-source.ts";

export function revisionText({ number, date, reason }: Revision): string {
  return `第 ${number} 次更正（${date}）：${reason.replace(/。$/u, "")}。`;
}

export function waivedText({
  objection: { label, message },
  waiver: { reason, signedBy, date },
}: WaivedObjection): string {
  return `${label}：${message}。说明：${reason.replace(/。$/u, "")}（${signedBy}，${date}）。`;
}

export function maskedText({ label, kind }: PersonalDataPlace): string {
  return `${label}：${PERSONAL_DATA_LABELS[kind]}已遮盖。`;
}

export function findingsText(errors: number): string {
  return errors === 0 ? "无差错" : `${errors} 处差错，附说明`;
}

/** 全年执行数 ÷ 全年预算数 of the whole project, exact; `undefined` where either is no figure. */
export function exactRate({ funds: { total } }: SiteForm["form"]): Rate | undefined {
  const { annualBudget: budget, annualExecution: execution } = total;
  return budget.kind === "read" && execution.kind === "read" ? rateOf(execution.value, budget.value) : undefined;
}
