/**
 * What a row of a form says, read a second time in the plainest way: for the 49 disclosed forms and for invented ones. What the
 * rules know of names and notes beyond that is listed by hand (`DECIDED_BY_NAME_OR_NOTE`).
 */
import type { WireForm } from "@zipingbiao/core";
import { integerOf } from "./plain-number.ts";

export type WireIndicator = WireForm["indicators"][number];

export interface PlainJudgement {
  readonly judgement: "met" | "missed" | "unjudged";
  readonly byWording: boolean;
  /** Why nothing can be said; `""` where something is. */
  readonly reason: string;
}

function unjudged(reason: string): PlainJudgement {
  return { judgement: "unjudged", byWording: false, reason };
}

/** Rows that the rules leave undecided for what the name or the note says, found by reading all rows in which a figure differs. */
const DECIDED_BY_NAME_OR_NOTE: Readonly<Record<string, PlainJudgement>> = {
  // 完成率要求「小于 100%」：符号填反了。
  "系统日常运维完成率 <100.00(%) 50.00(%)": unjudged("指标值的符号与名称相反"),
  // 原因栏写明「指标值填报错误，应该为≥8500」。
  "互联网使用权限用户 ≥85000.00(个) 10001.00(个)": unjudged("偏差原因一栏称指标值或完成值填写有误"),
};

export function judge(indicator: WireIndicator): PlainJudgement {
  const known = DECIDED_BY_NAME_OR_NOTE[`${indicator.name} ${indicator.target} ${indicator.actual}`];
  if (known !== undefined) return known;
  const target = quantityOf(indicator.target);
  const actual = quantityOf(indicator.actual);
  if (indicator.target.trim() === "") return unjudged("年度指标值空白");
  if (indicator.actual.trim() === "") return unjudged("实际完成值空白");
  if (target === undefined) return judgeWording(indicator.actual);
  // 「<1天」不是完成值，只是又说了一遍界限。
  if (actual === undefined || actual.sign !== "") return unjudged("年度指标值为数量而实际完成值为文字表述");
  if (target.unit !== actual.unit) return unjudged("单位不同");
  const isMet = {
    "≥": actual.number >= target.number,
    "": target.number === 0n ? actual.number === 0n : actual.number >= target.number,
    ">": actual.number > target.number,
    "≤": actual.number <= target.number,
    "<": actual.number < target.number,
  }[target.sign];
  return { judgement: isMet ? "met" : "missed", byWording: false, reason: "" };
}

function judgeWording(actual: string): PlainJudgement {
  if (actual === "达成指标") return { judgement: "met", byWording: true, reason: "" };
  if (actual === "部分达成指标并具有一定效果") return { judgement: "missed", byWording: true, reason: "" };
  return unjudged("年度指标值为文字表述");
}

type Sign = "≥" | "" | ">" | "≤" | "<";

/** `≥250.00(次)`, `95%`, `=12`; a date or anything else is wording. */
function quantityOf(text: string): { sign: Sign; number: bigint; unit: string } | undefined {
  const match = /^(≥|>=|≤|<=|>|<|=|)(-?\d[\d,]*(?:\.\d+)?)(?:\((.*)\)|（(.*)）|([^\d()（）\s]*))$/u.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = "", digits = "", round, wide, bare = ""] = match;
  if (/^(?:月|年)$|(?:以上|内|前|左右)$/u.test(bare)) return undefined;
  const signs: Readonly<Record<string, Sign>> = { "≥": "≥", ">=": "≥", "≤": "≤", "<=": "≤", ">": ">", "<": "<" };
  return { sign: signs[sign] ?? "", number: integerOf(digits.replaceAll(",", "")), unit: round ?? wide ?? bare };
}

/** A blank, a dash, 无 or a mere unit is no reason. */
export function givesReason(note: string): boolean {
  const bare = bareName(note);
  return bare !== "" && !/^(?:无|核小时|万核小时|万人|万人次|人次|次|项|个|天|小时)$/u.test(bare);
}

/** A name without its marks and blanks, widths folded: names that are the same to a reader. */
export function bareName(name: string): string {
  return name.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");
}
