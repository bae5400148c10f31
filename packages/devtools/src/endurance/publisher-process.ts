/** `zpb publish` as a process that may be killed, and what it leaves. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isRunning, processTree, processesNaming } from "../bench/process-tree.ts";
import { ROOT } from "../program.ts";

export interface EndedPublisher {
  readonly killed: boolean;
  /** What it had started and left alone when it was killed. */
  readonly children: readonly number[];
  readonly status: number | null;
  readonly seconds: number;
  /** Its last words. */
  readonly said: string;
}

export interface PublisherRun {
  readonly forms: string;
  readonly folder: string;
  /** The cache of this scenario; by its name the run's processes are known. */
  readonly cache: string;
  readonly resume: boolean;
  /** Seconds after which the command is killed; its children are not, they have to notice. */
  readonly killAfter?: number;
}

export async function runPublisher({ forms, folder, cache, resume, killAfter }: PublisherRun): Promise<EndedPublisher> {
  const started = performance.now();
  const args = ["publish", forms, "-o", folder, ...(resume ? ["--resume"] : [])];
  const child = spawn(process.execPath, [join(ROOT, "apps/cli/bin/zpb.js"), ...args], {
    env: { ...process.env, XDG_CACHE_HOME: cache },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-2000);
  });
  let children: readonly number[] = [];
  const kill = (): void => {
    children = processTree(child.pid ?? 0).filter((pid) => pid !== child.pid);
    child.kill("SIGKILL");
  };
  const timer = killAfter === undefined ? undefined : setTimeout(kill, killAfter * 1000);
  // Children that outlive it hold its stderr open, so its end is what counts, not that of the stream.
  const [status, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  const seconds = (performance.now() - started) / 1000;
  return { killed: signal === "SIGKILL", children, status, seconds, said: said.trim() };
}

/** Of these processes and those of the run with this cache, the ones that are still there a while after it was ended. */
export async function orphansOf(cache: string, children: readonly number[] = []): Promise<readonly number[]> {
  const left = (): readonly number[] => [...new Set([...processesNaming(cache), ...children.filter(isRunning)])];
  for (let tries = 0; tries < 50 && left().length > 0; tries += 1) await pause(100);
  return left();
}

/** Path and sha256 of every file in the folder; below `.zpb` the path alone, for what stands there tells of times and places. */
export function contentOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return new Map(
    files.map((path) => {
      const name = relative(folder, path);
      return [name, name.startsWith(".zpb") ? "" : createHash("sha256").update(readFileSync(path)).digest("hex")];
    }),
  );
}

/** Folders of browsers that were not removed. */
export function leftProfiles(cache: string): readonly string[] {
  return readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name === "profile")
    .map((entry) => relative(cache, join(entry.parentPath, entry.name)));
}
