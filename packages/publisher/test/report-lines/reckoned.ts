/** The second reckoning with the forms it was made of, and how a report calls them. */
import type { Finding } from "@zipingbiao/core";
import { amountText, cutOf, integerOf, percentText, yuanOf } from "../figures/plain-number.ts";
import type { PlainSummary } from "../figures/plain-shape.ts";
import type { Numbered, PublishedEntry } from "../figures/published-entry.ts";
import { leftOutText } from "../figures/published-entry.ts";
import type { WireIndicator } from "../figures/read-plainly.ts";
import { recompute } from "../figures/recompute.ts";

export interface Reckoned {
  readonly plain: PlainSummary;
  /** In the order of their numbers. */
  readonly entries: readonly Numbered[];
  readonly aboutAll: readonly Finding[];
}

export const NONE = "—";

export function reckon(published: readonly PublishedEntry[], aboutAll: readonly Finding[]): Reckoned {
  const plain = recompute(published, aboutAll);
  const entries = plain.lines.flatMap(({ key, number }) =>
    published.flatMap((entry) => (entry.key === key ? [{ ...entry, number }] : [])),
  );
  return { plain, entries, aboutAll };
}

export function entryOf({ entries }: Reckoned, number: number | string): Numbered {
  const entry = entries[Number.parseInt(String(number), 10) - 1];
  if (entry === undefined) throw new Error(`no form ${number}`);
  return entry;
}

/** Of a place `12.3`: form 12, row 3 from 0. */
export function rowOf(reckoned: Reckoned, place: string): { readonly entry: Numbered; readonly row: WireIndicator } {
  const [number = "", index = ""] = place.split(".");
  const entry = entryOf(reckoned, number);
  const row = entry.wire.indicators[Number.parseInt(index, 10)];
  if (row === undefined) throw new Error(`no row ${place}`);
  return { entry, row };
}

export function yearsText(years: readonly number[]): string {
  return years.map((year) => `${year}年度`).join("和");
}

export function nameOf({ wire, number }: Numbered): string {
  return wire.projectName.trim() || `第${number}号项目（名称空白）`;
}

export function quotedName(entry: Numbered): string {
  const name = nameOf(entry);
  return name.includes("“") || name.includes("”") ? `「${name}」` : `“${name}”`;
}

export function calledOf(entry: Numbered, reckoned: Reckoned): string {
  return quotedName(entry) + asideOf(entry, reckoned);
}

/** What tells the form from others of the report: its year, its unit. */
export function asideOf({ wire }: Numbered, { plain }: Reckoned): string {
  const unit = wire.implementingUnit.trim();
  const about = [
    ...(plain.years.length > 1 ? [`${wire.fiscalYear}年度`] : []),
    ...(plain.units.length > 1 && unit !== "" ? [unit] : []),
  ];
  return about.length === 0 ? "" : `（${about.join("，")}）`;
}

/** Up to three are named, of more the number stands. */
export function calledAll(entries: readonly Numbered[], reckoned: Reckoned): readonly string[] {
  return entries.length > 3 ? [`${entries.length}个项目`] : entries.map((entry) => calledOf(entry, reckoned));
}

/** A figure and those who have it: `最高97.00分，为“甲”“乙”`. */
export function whoPieces(figure: string, entries: readonly Numbered[], reckoned: Reckoned): readonly string[] {
  const [first = "", ...others] = calledAll(entries, reckoned);
  return [`${figure}，${entries.length > 3 ? "共" : "为"}${first}`, ...others];
}

/** 全年执行数 and 全年预算数 in parts of a 元; `undefined` where there is no rate. */
export function rateOf({ wire }: Numbered): { readonly part: bigint; readonly whole: bigint } | undefined {
  const { annualBudget, annualExecution } = wire.funds.total;
  if (annualBudget === null || annualExecution === null || integerOf(annualBudget) === 0n) return undefined;
  return { part: yuanOf(annualExecution, wire.currencyUnit), whole: yuanOf(annualBudget, wire.currencyUnit) };
}

/** With its sign, cut as the form's edition does. */
export function printedRateOf(entry: Numbered): string {
  const rate = rateOf(entry);
  if (rate === undefined) return NONE;
  return `${percentText(rate.part, rate.whole, cutOf(entry.wire.edition))}%`;
}

/** Points as printed; what cannot be read as it stood. */
export function pointsCell(entry: Numbered, at: string, text: string | null): string {
  return text === null ? asItStood(entry, at) : amountText(integerOf(text), "");
}

export function moneyCell(entry: Numbered, at: string, text: string | null, { plain }: Reckoned): string {
  if (text === null) return asItStood(entry, at);
  return amountText(yuanOf(text, entry.wire.currencyUnit), plain.currencyUnit);
}

function asItStood({ wire }: Numbered, at: string): string {
  const text = leftOutText(wire, at)
    .replace(/^\S+ (?:blank|unreadable) /u, "")
    .trim();
  return text === "" ? NONE : text;
}
