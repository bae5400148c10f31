/** A store in a folder that all machines share (NFS, SMB, a cluster's file system). */
import { mkdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { writeWhole } from "../batch/write-whole.ts";
import { Failure, systemCode, troubleOf } from "../trouble.ts";
import { type Store, storeFailure } from "./store.ts";

/** What a network's file system says when it was away for a moment. */
const PASSING = new Set(["EIO", "ESTALE", "EAGAIN", "EBUSY", "ETIMEDOUT", "ENFILE", "EMFILE"]);
const TRIES = 5;

/** The folder is not made: one that is missing is a share that is not mounted. @throws Failure `store/…` */
export async function openFolderStore(folder: string): Promise<Store> {
  const root = resolve(folder);
  const there = await stat(root).catch(() => undefined);
  if (there?.isDirectory() !== true) {
    const next = "请先建好共享文件夹并挂载到每一台机器的这个位置，再重新运行";
    throw storeFailure("folder-missing", folder, "没有这个文件夹", next);
  }
  const made = new Set<string>();
  const tried = <T>(work: () => Promise<T>): Promise<T> => tryAgain(work, folder);
  return {
    name: folder,
    put: (key, bytes) =>
      tried(async () => {
        const target = join(root, key);
        if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
        made.add(dirname(target));
        await writeWhole(target, (file) => file.writeFile(bytes));
      }),
    get: (key) =>
      tried(async () => {
        try {
          return await readFile(join(root, key));
        } catch (error) {
          if (systemCode(error) === "ENOENT") return undefined;
          throw error;
        }
      }),
    remove: (key) => tried(() => rm(join(root, key), { force: true })),
    close: () => undefined,
  };
}

async function tryAgain<T>(work: () => Promise<T>, folder: string): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt < TRIES && PASSING.has(systemCode(error) ?? "")) {
        await wait(100 * 2 ** attempt);
        continue;
      }
      const { code, what, why, next } = troubleOf(error, {});
      throw new Failure(
        { code: code.replace(/^system/u, "store"), file: folder, what: `存储不可用：${what}`, why, next },
        error,
      );
    }
  }
}
