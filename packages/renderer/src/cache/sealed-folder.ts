import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { distrust } from "./cache-folder.ts";

const sealName = "seal.json";

interface SealedFile {
  readonly sha256: string;
  readonly bytes: number;
  /** Change time: it cannot be set by hand, so an equal one spares hashing 200 MB at every start. */
  readonly changed: number;
}

type Seal = Readonly<Record<string, SealedFile>>;

/**
 * A folder that is made once and then only read: filled under a temporary name, sealed, and renamed into place.
 * Two processes may do it at once; the first rename wins and the other takes what it finds.
 * A folder that no longer matches its seal is made again.
 */
export async function openSealedFolder(path: string, fill: (folder: string) => Promise<void>): Promise<string> {
  if (await isIntact(path)) return path;
  const making = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
  await removeStale(dirname(path));
  await mkdir(making, { recursive: true, mode: 0o700 });
  try {
    await fill(making);
    await writeFile(join(making, sealName), JSON.stringify(await sealOf(making)), { mode: 0o600 });
    await moveInto(making, path);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return path;
}

/** Whether everything that was sealed is still there unchanged. */
export async function isIntact(path: string, options: { readonly thorough?: boolean } = {}): Promise<boolean> {
  try {
    if ((await distrust(path)) !== undefined) return false;
    const seal = JSON.parse(await readFile(join(path, sealName), "utf8")) as Seal;
    const touched: Record<string, SealedFile> = {};
    for (const [name, sealed] of Object.entries(seal)) {
      const found = await stat(join(path, name));
      if (found.size !== sealed.bytes) return false;
      if (found.ctimeMs === sealed.changed && options.thorough !== true) continue;
      if ((await hashFile(join(path, name))) !== sealed.sha256) return false;
      if (found.ctimeMs !== sealed.changed) touched[name] = { ...sealed, changed: found.ctimeMs };
    }
    // A link made or a right set, as backups do: noted, or every start would hash it again.
    if (Object.keys(touched).length > 0) await reseal(path, { ...seal, ...touched });
    return true;
  } catch {
    return false;
  }
}

/** Not being able to costs time and nothing else. */
async function reseal(path: string, seal: Seal): Promise<void> {
  const making = join(path, `${sealName}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`);
  try {
    await writeFile(making, JSON.stringify(seal), { mode: 0o600 });
    await rename(making, join(path, sealName));
  } catch {
    await rm(making, { force: true }).catch(() => {});
  }
}

async function moveInto(making: string, path: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rename(making, path);
    } catch (error) {
      if (!isOccupied(error) || attempt === 3) throw error;
      if (await isIntact(path)) return;
      // 旧的残缺文件夹先改名再删，免得别的进程看见删到一半的样子。
      const broken = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
      await rename(path, broken).catch(() => {});
      await rm(broken, { recursive: true, force: true });
    }
  }
}

function isOccupied(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOTEMPTY" || code === "EEXIST" || code === "EPERM" || code === "ENOTDIR";
}

async function sealOf(folder: string): Promise<Seal> {
  const seal: Record<string, SealedFile> = {};
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const name = join(entry.parentPath, entry.name);
    const { size, ctimeMs } = await stat(name);
    seal[name.slice(folder.length + 1)] = { sha256: await hashFile(name), bytes: size, changed: ctimeMs };
  }
  return seal;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

/** Half-made folders of processes that died; an hour is far longer than any unpacking takes. */
async function removeStale(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((each) => each.endsWith(".tmp"))) {
    const path = join(parent, name);
    const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > 3_600_000) await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}
