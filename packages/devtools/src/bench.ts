/**
 * `npm run bench`: the command line on the disclosed forms and on ten renamed copies of each, as a Markdown table.
 * Whole processes are measured, start included; look at the ratios, the seconds are this machine's.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { benchRead } from "./bench-read.ts";
import { build } from "./build.ts";
import { ROOT } from "./program.ts";

interface Measured {
  readonly what: string;
  readonly forms: number;
  readonly seconds: number;
  readonly figures: string;
}

const COPIES = 10;

const work = mkdtempSync(join(tmpdir(), "zpb-bench-"));
try {
  if (build() !== 0) throw new Error("the build failed");
  const disclosed = join(ROOT, "fixtures/disclosed");
  const many = join(work, "many");
  const forms = readAll(disclosed);
  writeCopies(forms, many);
  // The first run unpacks the browser and makes the font subsets, once a machine; it is measured apart.
  const cache = join(work, "cache");
  const rows = [
    zpb("publish, first ever on a machine", forms.length, ["publish", disclosed, "-o", join(work, "first")], cache),
    zpb("check", forms.length, ["check", disclosed], cache),
    zpb("publish", forms.length, ["publish", disclosed, "-o", join(work, "out")], cache),
    zpb("verify", forms.length, ["verify", join(work, "out")], cache),
    zpb("check", forms.length * COPIES, ["check", many], cache),
    zpb("render html", forms.length * COPIES, ["render", many, "--to", "html", "-o", join(work, "html")], cache),
    zpb("render docx", forms.length * COPIES, ["render", many, "--to", "docx", "-o", join(work, "docx")], cache),
    zpb("render pdf", forms.length * COPIES, ["render", many, "--to", "pdf", "-o", join(work, "pdf")], cache),
    zpb("report, all formats", forms.length * COPIES, ["report", many, "-o", join(work, "report")], cache),
    zpb("volume as Word", forms.length * COPIES, ["render", many, "--volume", "--to", "docx", "-o", work], cache),
    zpb("publish", forms.length * COPIES, ["publish", many, "-o", join(work, "many-out")], cache),
    zpb("verify", forms.length * COPIES, ["verify", join(work, "many-out")], cache),
  ];
  console.log(
    `${availableParallelism()} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}\n\n${table(rows)}\n`,
  );
  console.log(await benchRead(join(work, "mixed")));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function readAll(folder: string): readonly Record<string, unknown>[] {
  const target = join(work, "read");
  const done = run(["read", folder, "-o", target], join(work, "no-cache"));
  if (done.status !== 0) throw new Error(done.stderr);
  return readdirSync(target)
    .toSorted()
    .map((name) => JSON.parse(readFileSync(join(target, name), "utf8")) as Record<string, unknown>);
}

function writeCopies(forms: readonly Record<string, unknown>[], folder: string): void {
  mkdirSync(folder);
  for (let copy = 1; copy <= COPIES; copy += 1) {
    const renamed = forms.map((form) => ({ ...form, projectName: `${String(form["projectName"])} 之${copy}` }));
    writeFileSync(join(folder, `copy-${String(copy).padStart(2, "0")}.json`), JSON.stringify(renamed));
  }
}

function run(args: readonly string[], cache: string) {
  return spawnSync(process.execPath, [join(ROOT, "apps/cli/bin/zpb.js"), ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, XDG_CACHE_HOME: cache },
  });
}

function zpb(what: string, forms: number, args: readonly string[], cache: string): Measured {
  const started = performance.now();
  const done = run(args, cache);
  const seconds = (performance.now() - started) / 1000;
  // `check` ends with 1 on the disclosed forms, which do hold errors.
  if (done.status !== 0 && !(args[0] === "check" && done.status === 1)) throw new Error(`${what}: ${done.stderr}`);
  const figures = /用时 [\d.]+ 秒，(.+)/u.exec(done.stdout)?.[1] ?? "";
  return { what, forms, seconds, figures };
}

function table(rows: readonly Measured[]): string {
  const lines = rows.map(
    ({ what, forms, seconds, figures }) =>
      `| ${what} | ${forms} | ${seconds.toFixed(1)} | ${((seconds * 1000) / forms).toFixed(1)} | ${figures} |`,
  );
  return [
    "| run | forms | seconds | ms a form | pages, files, bytes, peak memory |",
    "|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}
