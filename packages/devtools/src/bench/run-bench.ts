/**
 * `npm run bench -- [pdf docx both publish rest] [sizes | --all] [--strict] [--write]`: the tool and what it is compared with, on the same
 * forms in one run, as Markdown tables, and whether the targets are reached. Look at the ratios; the seconds are this machine's.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../program.ts";
import { askedFor } from "./asked.ts";
import { firstRun, openBench } from "./bench.ts";
import { type Row, race } from "./contender.ts";
import { describeMachine } from "./machine.ts";
import { rowsTable, verdictsTable } from "./table.ts";
import { judge } from "./targets.ts";

const PAGE = join(ROOT, "docs/benchmarks.md");
/** Between these lines of the page stand the tables. */
const MARKS = ["<!-- bench -->", "<!-- bench: end -->"] as const;

const asked = askedFor(process.argv.slice(2));
const work = mkdtempSync(join(tmpdir(), "zpb-bench-"));
try {
  const bench = openBench(work, asked.sizes);
  const firstEver = await firstRun(bench);
  const tables: string[] = [];
  const all: Row[] = [];
  for (const { title, base, contenders } of asked.groups) {
    const started = performance.now();
    const rows = await race(contenders(bench), (line) => console.error(line));
    all.push(...rows);
    tables.push(`### ${title}\n\n${rowsTable(rows, base)}\n\n本组测了 ${minutes(started)}。`);
  }
  const verdicts = judge(all);
  const text = [
    ...describeMachine().map((line) => `- ${line}`),
    `- 首次使用：${firstEver.toFixed(1)} 秒（解开自带的浏览器、制作字体子集，公开 ${bench.season.forms.length} 份），以后不再有`,
    "",
    `### 目标\n\n${verdictsTable(verdicts)}`,
    "",
    tables.join("\n\n"),
  ].join("\n");
  console.log(text);
  if (asked.write) writeIntoPage(text);
  if (asked.strict && verdicts.some(({ meetsMust }) => !meetsMust)) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function writeIntoPage(text: string): void {
  const page = readFileSync(PAGE, "utf8");
  const [from, to] = [page.indexOf(MARKS[0]), page.indexOf(MARKS[1])];
  if (from === -1 || to < from) throw new Error(`docs/benchmarks.md lacks ${MARKS.join(" … ")}`);
  writeFileSync(PAGE, `${page.slice(0, from)}${MARKS[0]}\n\n${text}\n\n${page.slice(to)}`);
}

function minutes(started: number): string {
  const seconds = (performance.now() - started) / 1000;
  return seconds < 90 ? `${Math.round(seconds)} 秒` : `${(seconds / 60).toFixed(1)} 分钟`;
}
