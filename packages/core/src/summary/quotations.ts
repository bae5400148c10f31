/** What the forms say of deviations and measures, in their own words. */
import type { IndicatorLine } from "./indicator-results.ts";
import type { Quotation, Quotations } from "./summary.ts";

export function quotationsOf(lines: readonly IndicatorLine[]): Quotations {
  const telling = lines.filter(({ givesReason }) => givesReason);
  return {
    deviations: quoted(telling.filter(isDeviation)),
    remarks: quoted(telling.filter((line) => !isDeviation(line))),
  };
}

function isDeviation({ lost, judgement }: IndicatorLine): boolean {
  return judgement.kind === "missed" || lost?.greaterThan(0) === true;
}

function quoted(lines: readonly IndicatorLine[]): readonly Quotation[] {
  return [...Map.groupBy(lines, ({ note }) => note.replaceAll(/\s/gu, "")).values()]
    .map((alike) => ({ text: alike[0]?.note ?? "", lines: alike }))
    .toSorted((a, b) => b.lines.length - a.lines.length);
}
