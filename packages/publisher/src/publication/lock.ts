/** One publisher at a time in a folder, on this machine and on others that share it. */
import { randomBytes } from "node:crypto";
import { constants, readFileSync } from "node:fs";
import { copyFile, link, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { processStat } from "../process-stat.ts";
import { Failure, systemCode } from "../trouble.ts";

export interface Lock {
  release(): Promise<void>;
}

const holderSchema = z.object({ host: z.string(), boot: z.string(), pid: z.int(), started: z.string() });

/** Who holds a lock. `boot` and `started` tell a process from a later one of the same number. */
type Holder = z.infer<typeof holderSchema>;

/**
 * Takes the lock at `path`. That of a process of this machine that is gone is taken over; who holds it on another machine cannot be
 * asked, so that one is refused by name.
 * @throws Failure `output/locked`
 */
export async function takeLock(path: string, folder: string): Promise<Lock> {
  const mark = randomBytes(6).toString("hex");
  const own = `${path}.${mark}`;
  const text = JSON.stringify(holderOf(process.pid));
  try {
    for (;;) {
      // Anew every time: whoever has the lock meanwhile clears such files away.
      await writeFile(own, text);
      if (await linked(own, path)) break;
      const held = await readFile(path, "utf8").catch(() => undefined);
      if (held === undefined) continue;
      const holder = readHolder(held);
      if (holder !== undefined && !isGone(holder)) throw lockedBy(holder, path, folder);
      await takeAway(path, held, `${own}.old`);
    }
  } finally {
    await rm(own, { force: true });
  }
  await removeLeftOvers(path);
  return { release: () => release(path, text) };
}

/** Beginnings of those who died while they asked for it. */
async function removeLeftOvers(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(`${basename(path)}.`)) await rm(join(dirname(path), name), { force: true });
  }
}

/** A hard link is made by one process only, and is whole at once; where there are none, as on some shares, a new file must do. */
async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path).catch(async (error: unknown) => {
      if (systemCode(error) === "EEXIST") throw error;
      await copyFile(own, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST" || code === "ENOENT") return false;
    throw error;
  }
}

/** Moves a dead lock aside. Where somebody else was faster and it is his new one that was moved, it goes back. */
async function takeAway(path: string, dead: string, aside: string): Promise<void> {
  try {
    await rename(path, aside);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  if ((await readFile(aside, "utf8")) !== dead) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function release(path: string, own: string): Promise<void> {
  const held = await readFile(path, "utf8").catch(() => undefined);
  if (held === own) await rm(path, { force: true });
}

function readHolder(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    // Torn by a power cut: its process is gone.
    return undefined;
  }
}

function isGone({ host, boot, pid, started }: Holder): boolean {
  if (host !== hostname()) return false;
  return boot !== bootId() || startOf(pid) !== started;
}

function holderOf(pid: number): Holder {
  return { host: hostname(), boot: bootId(), pid, started: startOf(pid) ?? "" };
}

function bootId(): string {
  return readText("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
}

/** When a process began, as its system counts; `undefined` when there is none of this number. */
function startOf(pid: number): string | undefined {
  const fields = processStat(pid);
  if (fields !== undefined) return fields[19];
  try {
    process.kill(pid, 0);
    return "";
  } catch (error) {
    return systemCode(error) === "EPERM" ? "" : undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function lockedBy({ host, pid }: Holder, path: string, folder: string): Failure {
  const isHere = host === hostname();
  return new Failure({
    code: "output/locked",
    file: folder,
    what: "另一个发布正在往这个文件夹里写，这一次没有开始",
    why: isHere ? `本机的进程 ${pid} 占用着它` : `主机 ${host} 上的进程 ${pid} 占用着它`,
    next: isHere
      ? "请等它做完，或结束它后重新运行"
      : `请等它做完；确知那台主机上已没有这个发布的，删去 ${path} 后重新运行`,
  });
}
