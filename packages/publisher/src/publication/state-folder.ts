/** `OUT/.zpb`: what a publisher keeps beside a publication. No text of any form lies there but in finished documents. */
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Not part of a publication: neither listed in its manifest nor looked at by `verify`. */
export const STATE_FOLDER = ".zpb";

export interface StatePaths {
  readonly folder: string;
  readonly lock: string;
  readonly journal: string;
  /** Finished files by the hash of their content. */
  readonly objects: string;
  /** Files that are being written; of no worth to anybody else. */
  readonly unfinished: string;
  /** What is being put in its place; there only while that lasts. */
  readonly commit: string;
  /** What was published last, with the marks by which a change of a file is seen. */
  readonly published: string;
}

export async function makeStateFolder(root: string): Promise<StatePaths> {
  const folder = join(root, STATE_FOLDER);
  await mkdir(folder, { recursive: true });
  return {
    folder,
    lock: join(folder, "lock"),
    journal: join(folder, "journal.jsonl"),
    objects: join(folder, "objects"),
    unfinished: join(folder, "unfinished"),
    commit: join(folder, "commit.json"),
    published: join(folder, "published.json"),
  };
}

/** Makes the folders of what is written in a run; what an earlier one left unfinished goes. */
export async function clearUnfinished({ folder, unfinished, objects }: StatePaths): Promise<void> {
  for (const name of await readdir(folder)) if (name.endsWith(".tmp")) await rm(join(folder, name), { force: true });
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await mkdir(objects, { recursive: true });
}

/** All is published: nothing is kept aside any more. */
export async function removeUnfinished({ unfinished, objects }: StatePaths): Promise<void> {
  await rm(unfinished, { recursive: true, force: true });
  await rm(objects, { recursive: true, force: true });
}
