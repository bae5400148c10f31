import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** A private folder for one browser: profile, home, temporary files. */
export interface RunFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes the folder, and removes those of processes of this machine that are gone. */
export async function openRunFolder(cache: string): Promise<RunFolder> {
  const parent = join(cache, "run");
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await removeLeftOvers(parent);
  // 名字带机器名：几台机器（或容器）共用一个缓存时，别人的进程号在这里没有意义。
  const path = await mkdtemp(join(parent, `${machine()}.${process.pid}.`));
  return { path, remove: () => removeFolder(path) };
}

async function removeLeftOvers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [host, pid] = name.split(".");
    if (host === machine() && !isRunning(Number.parseInt(pid ?? "", 10))) await removeFolder(join(parent, name));
  }
}

function machine(): string {
  return hostname().replace(/[^A-Za-z0-9-]/g, "_");
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** At one go, in two milliseconds; by hundreds of small steps it takes twenty. Renderers may still write for a moment after the browser is gone. */
async function removeFolder(path: string): Promise<void> {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(() => {});
  }
}
