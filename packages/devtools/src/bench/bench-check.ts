/**
 * `npm run bench:check`: checks 1,000 and 10,000 forms, each run in a process of its own, and prints what a form costs in
 * time and in memory that is kept. Look at the ratios; the seconds are this machine's.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../build.ts";
import { ROOT } from "../program.ts";

/** What `bench-check-run.ts` prints. */
interface Run {
  readonly forms: number;
  readonly findings: number;
  /** Of CPU time, the collector's included; the machine may have other work. */
  readonly milliseconds: number;
  /** Bytes of live heap beyond those before the run: when every form has passed, and in the finished report. */
  readonly passed: number;
  readonly reported: number;
  /** The most memory that the process held, in bytes. */
  readonly peak: number;
}

type WireForm = Record<string, unknown>;

const SIZES = [1_000, 10_000] as const;
/** Which rules run, in words, and how often: the medians of all rules are what counts, the others explain the memory. */
const SETTINGS = [
  { which: "none", name: "every rule off", rounds: 1 },
  { which: "single", name: "rules about one form", rounds: 1 },
  { which: "all", name: "all rules", rounds: 3 },
] as const;

const work = mkdtempSync(join(tmpdir(), "zpb-bench-check-"));
try {
  if (build() !== 0) throw new Error("the build failed");
  const forms = disclosedForms();
  for (const size of SIZES) writeForms(forms, size, join(work, String(size)));
  const rows = SETTINGS.map(({ which, name, rounds }) => {
    // Sizes take turns, so that a machine that slows down slows both of them down.
    const runs = Array.from({ length: rounds }, () => SIZES.map((size) => run(join(work, String(size)), which)));
    const [small, large] = SIZES.map((_size, at) => median(runs.flatMap((round) => round[at] ?? [])));
    if (small === undefined || large === undefined) throw new Error("no runs");
    return `${row(name, small)}\n${row(name, large, small)}`;
  });
  console.log(`${availableParallelism()} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}\n
| rules | forms | findings | seconds of CPU | ms a form | against 1,000 | heap kept when all forms have passed | a form | heap of the finished report | peak memory |
|---|---|---|---|---|---|---|---|---|---|
${rows.join("\n")}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function disclosedForms(): readonly WireForm[] {
  const done = spawnSync(
    process.execPath,
    [join(ROOT, "apps/cli/bin/zpb.js"), "read", join(ROOT, "fixtures/disclosed")],
    { encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as readonly WireForm[];
}

/** Copies of the disclosed forms, a file a copy; no project, indicator or goal of one copy is like that of another. */
function writeForms(forms: readonly WireForm[], size: number, folder: string): void {
  mkdirSync(folder);
  for (let copy = 0; copy * forms.length < size; copy += 1) {
    const varied = forms.slice(0, size - copy * forms.length).map((form) => variedForm(form, copy));
    writeFileSync(join(folder, `copy-${String(copy).padStart(3, "0")}.json`), JSON.stringify(varied));
  }
}

function variedForm(form: WireForm, copy: number): WireForm {
  const goal = form["overallGoal"] as Readonly<Record<string, string>>;
  const indicators = form["indicators"] as readonly Readonly<Record<string, unknown>>[];
  return {
    ...form,
    projectName: `${String(form["projectName"])} ${variedText("数据平台", copy)}${copy}`,
    overallGoal: Object.fromEntries(Object.entries(goal).map(([key, text]) => [key, variedText(text, copy)])),
    indicators: indicators.map((each) => ({ ...each, name: `${String(each["name"])}（${copy}）` })),
  };
}

/** As long as the text and as varied, in other characters. */
function variedText(text: string, copy: number): string {
  return text.replaceAll(/\p{Script=Han}/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return String.fromCodePoint(0x4e_00 + ((code + copy * 97) % 0x51_00));
  });
}

function run(folder: string, which: string): Run {
  const done = spawnSync(
    process.execPath,
    [
      "--expose-gc",
      join(ROOT, "packages/devtools/src/bench/bench-check-run.ts"),
      folder,
      which,
      join(work, String(SIZES[0])),
    ],
    { encoding: "utf8", cwd: work },
  );
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as Run;
}

function median(runs: readonly Run[]): Run | undefined {
  return runs.toSorted((a, b) => a.milliseconds - b.milliseconds)[Math.floor(runs.length / 2)];
}

function row(name: string, { forms, findings, milliseconds, passed, reported, peak }: Run, against?: Run): string {
  const cost = milliseconds / forms;
  const ratio = against === undefined ? "" : `× ${(cost / (against.milliseconds / against.forms)).toFixed(2)}`;
  const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  return `| ${[
    name,
    forms.toLocaleString("en"),
    findings.toLocaleString("en"),
    (milliseconds / 1000).toFixed(2),
    cost.toFixed(2),
    ratio,
    mebibytes(passed),
    `${(passed / forms / 1024).toFixed(1)} KiB`,
    mebibytes(reported),
    `${Math.round(peak / 2 ** 20)} MiB`,
  ].join(" | ")} |`;
}
