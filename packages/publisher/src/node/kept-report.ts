/** What was said of the last publication in a folder: on this machine only, for it tells of forms that are not public. */
import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openCacheFolder } from "@zipingbiao/renderer";
import { writeWhole } from "../batch/write-whole.ts";
import type { RunReport } from "../run-report.ts";
import { programHash } from "./program-hash.ts";

interface Kept {
  /** A program of other code may say other things. */
  readonly program: string;
  readonly manifest: string;
  readonly report: RunReport;
}

/** `undefined` where none was kept, or that of another publication. */
export async function recallReport(folder: string, manifest: string): Promise<RunReport | undefined> {
  const cache = await openCacheFolder(undefined);
  try {
    const kept = JSON.parse(await readFile(placeOf(cache.path, folder), "utf8")) as Kept;
    return kept.manifest === manifest && kept.program === programHash() ? kept.report : undefined;
  } catch {
    return undefined;
  } finally {
    await cache.release();
  }
}

/** Not being able to keep it costs the next run its shortcut, and nothing else. */
export async function keepReport(folder: string, manifest: string, report: RunReport): Promise<void> {
  const cache = await openCacheFolder(undefined);
  try {
    const place = placeOf(cache.path, folder);
    await mkdir(join(cache.path, FOLDER), { recursive: true, mode: 0o700 });
    const kept: Kept = { program: programHash(), manifest, report };
    await writeWhole(place, (file) => file.writeFile(JSON.stringify(kept)));
  } catch {
    return;
  } finally {
    await cache.release();
  }
}

const FOLDER = "reports";

function placeOf(cache: string, folder: string): string {
  return join(cache, FOLDER, `${createHash("sha256").update(resolve(folder)).digest("hex")}.json`);
}
