/** A file that is replaced as a whole: a temporary name, synced, renamed. A reader sees the old file or the new one, never half. */
import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";

/** At `target` lies the old file or the new one, whole; nothing is left of one that could not be written. */
export async function writeWhole<T>(target: string, fill: (file: FileHandle) => Promise<T>): Promise<T> {
  const temporary = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const filled = await writeSynced(temporary, fill);
    await rename(temporary, target);
    return filled;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** A new file, on the disk when this returns. */
export async function writeSynced<T>(place: string, fill: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(place, "wx", 0o644);
  try {
    const filled = await fill(file);
    await file.sync();
    return filled;
  } finally {
    await file.close();
  }
}
