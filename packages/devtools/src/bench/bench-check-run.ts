/** One run of `bench-check.ts`: a folder of forms and which rules run; prints one JSON object. Needs `--expose-gc`. */
import { BATCH_RULES, RULES } from "@zipingbiao/core";
import { type ProgressEvent, countsOf, makeCheckReport, nodeEnvironment } from "@zipingbiao/publisher";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , folder = "", which = "all", warmUp = ""] = process.argv;

const rules = join(folder, "..", `${which}.yaml`);
const off = [...(which === "none" ? RULES : []), ...(which === "all" ? [] : BATCH_RULES)];
writeFileSync(rules, off.length === 0 ? "" : `rules:\n${off.map(({ id }) => `  ${id}: off\n`).join("")}`);

let passed = 0;
let collecting = 0;

const environment = {
  ...nodeEnvironment({ report: () => undefined }),
  report(event: ProgressEvent): void {
    if (event.kind !== "step" || event.step !== "check") return;
    const started = cpuTime();
    passed = liveHeap();
    collecting = cpuTime() - started;
  },
};

// What is compiled once must not be counted for the smaller of two runs and forgotten in the larger one.
await warmedUp();
const before = liveHeap();
const started = cpuTime();
const report = await makeCheckReport({ paths: [folder], rules }, environment);
const milliseconds = cpuTime() - started - collecting;
const [trouble] = report.troubles;
if (trouble !== undefined) throw new Error(JSON.stringify(trouble));
const { error, warning, note, uncheckable } = countsOf(report);
console.log(
  JSON.stringify({
    forms: report.forms.length,
    findings: error + warning + note + uncheckable,
    milliseconds,
    passed: passed - before,
    reported: liveHeap() - before,
    peak: process.resourceUsage().maxRSS * 1024,
  }),
);

/** Gives nothing back, so that nothing of it is still held when the heap is measured. */
async function warmedUp(): Promise<void> {
  await makeCheckReport({ paths: [warmUp], rules }, environment);
}

function liveHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Milliseconds. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
