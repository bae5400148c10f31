/** Everything that lies in a folder, whatever it is; nothing outside of it. */
import { lstat, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { FolderListing } from "../environment.ts";

/** By name, `/` between the steps. Links are named and not followed. `undefined` for a path that is no folder. */
export async function listFolder(path: string): Promise<FolderListing | undefined> {
  if (!(await stat(path)).isDirectory()) return undefined;
  const files: string[] = [];
  const strange: string[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const name of await readdir(join(path, folder))) {
      const inner = folder === "" ? name : `${folder}/${name}`;
      const entry = await lstat(join(path, inner));
      if (entry.isDirectory()) folders.push(inner);
      else if (entry.isFile()) files.push(inner);
      else strange.push(inner);
    }
  }
  return { files: files.toSorted(), strange: strange.toSorted() };
}
