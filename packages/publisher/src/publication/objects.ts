/** Finished files by the hash of their content, until they are put in their places. */
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { WrittenFile } from "../batch/describe-bytes.ts";
import { type Pieces, describedPieces } from "../batch/store.ts";
import { writeSynced } from "../batch/write-whole.ts";
import { systemCode } from "../trouble.ts";
import type { StatePaths } from "./state-folder.ts";

export interface ObjectStore {
  /** Writes and syncs; an object that is there already, by the same hash, is left as it is. */
  put(path: string, pieces: Pieces): Promise<WrittenFile>;
  /** Whether the object is there, and its bytes are what its name says. */
  isWhole(file: Pick<WrittenFile, "sha256" | "bytes">): Promise<boolean>;
}

export function openObjects(paths: Pick<StatePaths, "objects" | "unfinished">): ObjectStore {
  const made = new Set<string>();
  return {
    async put(path, pieces) {
      const beginning = join(paths.unfinished, randomBytes(8).toString("hex"));
      try {
        const written = await writeSynced(beginning, (file) => describedPieces(file, path, pieces));
        const place = objectPath(paths.objects, written.sha256);
        const folder = dirname(place);
        if (!made.has(folder)) await mkdir(folder, { recursive: true });
        made.add(folder);
        await rename(beginning, place).catch(async (error: unknown) => {
          if (systemCode(error) !== "EISDIR") throw error;
          // Somebody's folder of that name is no object of ours.
          await rm(place, { recursive: true });
          await rename(beginning, place);
        });
        return written;
      } catch (error) {
        await rm(beginning, { force: true });
        throw error;
      }
    },
    isWhole: ({ sha256, bytes }) => hasContent(objectPath(paths.objects, sha256), sha256, bytes),
  };
}

/** Where an object lies below the folder of objects. */
export function objectPath(objects: string, sha256: string): string {
  return join(objects, sha256.slice(0, 2), sha256);
}

/** Whether a file is there with this very content. One that cannot be read is as good as gone: it is made again. */
export async function hasContent(path: string, sha256: string, bytes: number): Promise<boolean> {
  try {
    const found = await lstat(path);
    return found.isFile() && found.size === bytes && (await hashFile(path)) === sha256;
  } catch {
    return false;
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest("hex");
}
