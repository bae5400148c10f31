/** Ten times the forms cost ten times the time, and no more memory. */
import { firstRun, openBench } from "../bench/bench.ts";
import { race } from "../bench/contender.ts";
import { publishing } from "../bench/groups/publish.ts";
import { rowsTable, verdictsTable } from "../bench/table.ts";
import { judge } from "../bench/targets.ts";
import type { Scenario } from "./scenario.ts";

const SIZES = [1_000, 10_000];

export const memory: Scenario = {
  name: "memory",
  about: "公开 1,000 份与 10,000 份：用时、每份毫秒、全部进程的内存峰值，与 docs/benchmarks.md 的目标比较",
  run: async ({ work, tell }) => {
    const bench = openBench(work, SIZES);
    await firstRun(bench);
    const rows = await race(publishing.contenders(bench), tell);
    const verdicts = judge(rows).filter(({ about }) => about === "publish");
    tell(`\n${rowsTable(rows, undefined)}\n\n${verdictsTable(verdicts)}\n`);
    return verdicts
      .filter(({ meetsMust }) => !meetsMust)
      .map(({ name, must, measured, text }) => `${name}：必须 ${must}，实测 ${measured}，${text}`);
  },
};
