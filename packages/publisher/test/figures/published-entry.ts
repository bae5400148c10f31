/** A form on the wire, as the second reckoning takes it. */
import type { Finding, WireForm } from "@zipingbiao/core";

/** A form as it is published, with the findings that were made of it. */
export interface PublishedEntry {
  readonly key: string;
  readonly wire: WireForm;
  readonly findings: readonly Finding[];
}

/** An entry with its number in the whole. */
export interface Numbered extends PublishedEntry {
  readonly number: number;
}

/** `funds.total.annualBudget blank `, or with the text that cannot be read. */
export function leftOutText(wire: WireForm, at: string): string {
  const text = wire.unreadable?.findLast((place) => place.at === at)?.text ?? "";
  return `${at} ${text === "" ? "blank" : "unreadable"} ${text}`;
}
