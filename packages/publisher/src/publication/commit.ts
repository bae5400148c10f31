/** Files that lie finished aside → their places in the folder. Noted as a whole before the first is moved, so that whoever comes next ends it. */
import { constants } from "node:fs";
import { copyFile, lstat, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { below, makeFolders, readText, removeFile, writePieces } from "../batch/store.ts";
import { writeWhole } from "../batch/write-whole.ts";
import { Failure, systemCode } from "../trouble.ts";
import { hasContent, objectPath } from "./objects.ts";
import { planPieces } from "./plan-pieces.ts";
import { publishedPlanSchema } from "./published-state.ts";
import type { StatePaths } from "./state-folder.ts";

const planSchema = z.object({
  /** Path, sha256 and size of every file that is not in its place yet, in the order in which they are put there. */
  place: z.array(z.tuple([z.string(), z.string(), z.int()])),
  remove: z.array(z.string()),
  /** `published.json`, to be written when all is in place. */
  published: publishedPlanSchema,
});

export type CommitPlan = z.infer<typeof planSchema>;

/** Notes the plan, then carries it out. */
export async function commit(root: string, paths: StatePaths, plan: CommitPlan): Promise<void> {
  await writeWhole(paths.commit, (file) => writePieces(file, planPieces(plan)));
  await syncFolder(paths.folder);
  await carryOut(root, paths, plan);
}

/** Ends what a publisher before had begun; `undefined` where there is nothing to end. */
export async function endCommit(root: string, paths: StatePaths): Promise<CommitPlan | undefined> {
  const text = await readText(paths.commit);
  if (text === undefined) return undefined;
  const plan = planSchema.parse(JSON.parse(text));
  await carryOut(root, paths, plan);
  return plan;
}

async function carryOut(root: string, paths: StatePaths, plan: CommitPlan): Promise<void> {
  const folders = new Set<string>();
  const left = new Map<string, number>();
  for (const [, sha256] of plan.place) left.set(sha256, (left.get(sha256) ?? 0) + 1);
  for (const [path, sha256, bytes] of plan.place) {
    const folder = dirname(below(root, path));
    if (!folders.has(folder)) await makeFolders(root, folder);
    folders.add(folder);
    const others = (left.get(sha256) ?? 1) - 1;
    left.set(sha256, others);
    await putInPlace(paths, below(root, path), { path, sha256, bytes, isLast: others === 0 });
  }
  for (const path of plan.remove) await removeFile(root, path);
  for (const folder of folders) await syncFolder(folder);
}

interface Placement {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** No other path wants the same content. */
  readonly isLast: boolean;
}

async function putInPlace(
  paths: StatePaths,
  target: string,
  { path, sha256, bytes, isLast }: Placement,
): Promise<void> {
  await refuseFolder(target, path);
  const object = objectPath(paths.objects, sha256);
  try {
    if (isLast) await rename(object, target);
    else {
      const copy = join(paths.unfinished, sha256);
      await copyFile(object, copy, constants.COPYFILE_FICLONE);
      await syncFile(copy);
      await rename(copy, target);
    }
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    // It was put there before the power went.
    if (!(await hasContent(target, sha256, bytes))) throw lostFile(path);
  }
}

/** Something of that name that is no file would be in the way for ever. */
async function refuseFolder(target: string, path: string): Promise<void> {
  const found = await lstat(target).catch(() => undefined);
  if (found?.isDirectory() !== true) return;
  throw new Failure({
    code: "output/folder-in-place",
    file: path,
    what: "要写的文件处是一个文件夹",
    why: "输出文件夹里有同名的文件夹",
    next: "请移走它，再加 --resume 接着发布",
  });
}

function lostFile(path: string): Failure {
  return new Failure({
    code: "output/file-lost",
    file: path,
    what: "做好的文件不见了或被改动",
    why: "上次发布中断后，输出文件夹里的 .zpb 被人动过",
    next: "请删去输出文件夹中的 .zpb 后重新运行",
  });
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is on the disk when its folder is. Not every system lets a folder be opened. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The plan is carried out to its end. */
export async function forgetCommit({ commit: path }: StatePaths): Promise<void> {
  await rm(path, { force: true });
}
