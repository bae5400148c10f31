/**
 * `npm run bench:read`: `zpb read` of 500 mixed files, and of those of each kind alone, as a Markdown table. Whole processes are
 * measured, start included; look at the ratios, the seconds are this machine's.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { writeMixedFiles } from "./bench-read-files.ts";
import { build } from "../build.ts";
import { ROOT } from "../program.ts";
import { treeMemory } from "./process-tree.ts";

interface Reading {
  readonly seconds: number;
  /** Of the program and its readers together, in bytes; `undefined` where the system does not say. */
  readonly peak: number | undefined;
  readonly said: string;
}

/** The rows of the table; the files are made in `work`. */
async function benchRead(work: string): Promise<string> {
  const kinds = writeMixedFiles(work);
  const rows: string[] = [];
  const all = kinds.reduce((sum, { files }) => sum + files, 0);
  for (const { name, folders, files } of [
    { name: "mixed", folders: kinds.flatMap((kind) => kind.folders), files: all },
    ...kinds,
  ])
    rows.push(row(name, files, await read(folders)));
  return [
    "| zpb read | files | seconds | files a second | peak memory | what it said |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function row(name: string, files: number, { seconds, peak, said }: Reading): string {
  const memory = peak === undefined ? "" : `${Math.round(peak / 2 ** 20)} MiB`;
  return `| ${name} | ${files} | ${seconds.toFixed(1)} | ${Math.round(files / seconds)} | ${memory} | ${said} |`;
}

async function read(folders: readonly string[]): Promise<Reading> {
  const started = performance.now();
  const program = spawn(process.execPath, [join(ROOT, "apps/cli/bin/zpb.js"), "read", ...folders], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  program.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  let peak: number | undefined;
  const timer = setInterval(() => {
    const now = treeMemory(program.pid ?? 0);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  }, 50);
  await new Promise((resolve) => program.once("close", resolve));
  clearInterval(timer);
  return { seconds: (performance.now() - started) / 1000, peak, said: said.trim().split("\n").at(-1) ?? "" };
}

if (process.argv[1] === import.meta.filename) {
  const work = mkdtempSync(join(tmpdir(), "zpb-bench-read-"));
  try {
    if (build() !== 0) throw new Error("the build failed");
    const table = await benchRead(work);
    console.log(`${availableParallelism()} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}\n\n${table}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
