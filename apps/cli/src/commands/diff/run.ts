/** `zpb diff`: what changed, cell by cell. */
import { anyDifference, diffReport, diffSources } from "@zipingbiao/publisher";
import { EXIT } from "../../exit-status.ts";
import { printDiff } from "../../terminal/print-diff.ts";
import type { Run } from "../command.ts";
import type { DiffArgs } from "./args.ts";

export const runDiff: Run<DiffArgs> = async ({ before, after, format }, { console, environment }) => {
  const diff = await diffSources(before, after, environment);
  const { compared, missing, added, troubles } = diff;
  const empty = [
    { path: before, forms: compared.length + missing.length },
    { path: after, forms: compared.length + added.length },
  ].filter(({ forms }) => forms === 0);
  if (empty.length > 0) {
    console.say(`无法比较：${empty.map(({ path }) => path).join("、")} 中没有读到自评表。`);
    return EXIT.failed;
  }
  console.result(format === "json" ? diffReport(diff) : printDiff(diff));
  return anyDifference(diff) || troubles.length > 0 ? EXIT.findings : EXIT.clean;
};
