/** 存在问题, counted again. */
import type { Finding } from "@zipingbiao/core";
import type { PlainGroup } from "./plain-shape.ts";
import type { Numbered } from "./published-entry.ts";

const KINDS = ["error violated", "warning violated", "note violated", "uncheckable"];

export function plainProblems(
  entries: readonly Numbered[],
  aboutAll: readonly Finding[],
): Pick<PlainGroup, "findings" | "formsWithFindings" | "formsWithErrors" | "rules"> {
  const placed = [
    ...entries.flatMap(({ number, findings }) => findings.map((finding) => ({ number: String(number), finding }))),
    ...aboutAll.map((finding) => ({ number: "all", finding })),
  ];
  const kindOf = ({ severity, outcome }: Finding): number =>
    KINDS.indexOf(outcome === "uncheckable" ? "uncheckable" : `${severity} violated`);
  const count = (kind: number): number => placed.filter(({ finding }) => kindOf(finding) === kind).length;
  const rules = new Map<string, typeof placed>();
  for (const each of placed) {
    const key = `${kindOf(each.finding)} ${each.finding.rule}`;
    rules.set(key, [...(rules.get(key) ?? []), each]);
  }
  return {
    findings: { error: count(0), warning: count(1), note: count(2), uncheckable: count(3) },
    formsWithFindings: entries.filter(({ findings }) => findings.length > 0).length,
    formsWithErrors: entries.filter(({ findings }) => findings.some((finding) => kindOf(finding) === 0)).length,
    rules: [...rules.entries()]
      .toSorted(
        ([a, left], [b, right]) => a.charCodeAt(0) - b.charCodeAt(0) || right.length - left.length || (a < b ? -1 : 1),
      )
      .map(([, members]) => {
        const first = members[0]?.finding;
        const forms = new Set(members.flatMap(({ number }) => (number === "all" ? [] : [number])));
        const places = members.map(({ number, finding }) => `${number}:${finding.at}`).join();
        return [first?.rule, first?.severity, first?.outcome, [...forms].join(), places].join(" ");
      }),
  };
}
