import { lstat, mkdir, mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";

/** A folder that only this user can write to. */
export interface CacheFolder {
  readonly path: string;
  /** False for a stand-in in the temporary folder, which lasts until `release`. */
  readonly lasting: boolean;
  /** Why the usual place could not be used; Chinese. */
  readonly trouble?: string;
  release(): Promise<void>;
}

/** The place asked for, else `$XDG_CACHE_HOME/zipingbiao`, else `~/.cache/zipingbiao`. */
export function cachePlace(cacheDir: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  if (cacheDir !== undefined) return cacheDir;
  const base = env["XDG_CACHE_HOME"];
  // 规范要求绝对路径，相对路径一律不理。
  return join(base !== undefined && isAbsolute(base) ? base : join(homedir(), ".cache"), "zipingbiao");
}

/**
 * Opens the cache, or a private temporary folder where it cannot be had.
 * What lies in the cache is later executed, so a folder that others may write to is not used.
 */
export async function openCacheFolder(cacheDir: string | undefined): Promise<CacheFolder> {
  const path = cachePlace(cacheDir);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const trouble = await distrust(path);
    if (trouble === undefined) return { path, lasting: true, release: async () => {} };
    return await standIn(`${path} ${trouble}`);
  } catch (error) {
    return await standIn(`${path} 不能写入（${error instanceof Error ? error.message : String(error)}）`);
  }
}

async function standIn(trouble: string): Promise<CacheFolder> {
  const path = await mkdtemp(join(tmpdir(), "zipingbiao-"));
  return { path, lasting: false, trouble, release: () => rm(path, { recursive: true, force: true }) };
}

/** Why a folder is not to be trusted with a program, or undefined; Windows keeps owners elsewhere. */
export async function distrust(path: string): Promise<string | undefined> {
  const found = await lstat(path);
  if (!found.isDirectory()) return "不是文件夹";
  const self = process.getuid?.();
  if (self === undefined) return undefined;
  if (found.uid !== self) return "属于另一个用户";
  if ((found.mode & 0o022) !== 0) return "其他用户也能写入";
  return undefined;
}
