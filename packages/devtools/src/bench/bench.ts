/** What every contender has at hand. */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "../build.ts";
import type { Contender, Sample } from "./contender.ts";
import { type MeasuredProcess, type ProcessOptions, measureProcess, measureZpb } from "./measured-process.ts";
import { type Season, makeSeason } from "./season.ts";

export interface Bench {
  readonly work: string;
  readonly season: Season;
  /** How many forms the tool itself is given, ascending. */
  readonly sizes: readonly number[];
  /** Settings of the tool's processes: a cache of the run's own. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Built anew; the season and everything else lies in `work`. */
export function openBench(work: string, sizes: readonly number[]): Bench {
  if (build() !== 0) throw new Error("the build failed");
  return { work, season: makeSeason(work), sizes, environment: { XDG_CACHE_HOME: join(work, "cache") } };
}

/** The first run ever on a machine: the browser is unpacked, the faces are made. Seconds. */
export async function firstRun(bench: Bench): Promise<number> {
  return await inFolder(bench, async (folder) => {
    const { seconds } = await zpb(bench, ["publish", bench.season.single, "-o", folder], { patience: 600 });
    return seconds;
  });
}

/** Contenders that are held against each other, Chinese by name; `base` is the one whose time is 1. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly base?: string;
  readonly contenders: (bench: Bench) => readonly Contender[];
}

/** Seconds that so many forms may take. */
export function patienceFor(forms: number): number {
  return 180 + forms * 0.3;
}

/** How often so many forms are measured. */
export function roundsFor(forms: number): number {
  if (forms <= 1) return 5;
  return forms <= 1000 ? 3 : 1;
}

/** Runs the tool on a folder that is gone afterwards. */
export async function inFolder<T>({ work }: Bench, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(work, "out-"));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function zpb(
  { environment }: Bench,
  args: readonly string[],
  options: ProcessOptions,
): Promise<MeasuredProcess> {
  return await measureZpb(args, { ...options, environment });
}

/** What a program of `rivals/` printed about its own loop, without start and end. */
export interface Loop {
  readonly milliseconds: number;
  /** Seconds, where the loop runs in that process alone. */
  readonly processor?: number;
}

export async function rival(
  { environment }: Bench,
  name: string,
  args: readonly string[],
  patience: number,
): Promise<MeasuredProcess & { readonly loop: Loop | undefined }> {
  const script = join(import.meta.dirname, "rivals", `${name}.ts`);
  const done = await measureProcess(process.execPath, [script, ...args], { environment, patience });
  const said = done.output.trim();
  return { ...done, loop: said === "" ? undefined : (JSON.parse(said) as Loop) };
}

/** The time of the loop, and the memory of the whole process. */
export function looped({ peak, loop }: Awaited<ReturnType<typeof rival>>, bytes: ReadonlyMap<string, number>): Sample {
  if (loop === undefined) throw new Error("没有报出用时");
  return { seconds: loop.milliseconds / 1000, processor: loop.processor, peak, bytes };
}
