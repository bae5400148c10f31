/** An append-only file of what a run has done: every entry is synced, and carries a hash by which a torn or altered line is known. */
import { createHash } from "node:crypto";
import { type FileHandle, open, readFile, truncate } from "node:fs/promises";
import { systemCode } from "../trouble.ts";

export interface Journal {
  /** Resolves when the entry is on the disk. Entries of one moment are synced together. */
  append(entry: object): Promise<void>;
  close(): Promise<void>;
}

export interface OpenedJournal {
  readonly journal: Journal;
  /** What stands in it, in order; of unknown shape, for the file may come from another version. */
  readonly entries: readonly unknown[];
  /** Lines that were whole once and are not any more; a torn last line is the mark of a power cut and not counted. */
  readonly damaged: number;
}

/** Opens the journal for appending behind its last whole line, and makes it where it is missing. */
export async function openJournal(path: string): Promise<OpenedJournal> {
  const bytes = await readFile(path).catch(none);
  const { entries, damaged, whole } = readLines(bytes);
  // What follows a torn line would be torn with it.
  if (whole < bytes.length) await truncate(path, whole);
  return { journal: appending(await open(path, "a", 0o644)), entries, damaged };
}

function none(error: unknown): Buffer {
  if (systemCode(error) === "ENOENT") return Buffer.alloc(0);
  throw error;
}

function readLines(bytes: Buffer): { entries: unknown[]; damaged: number; whole: number } {
  const entries: unknown[] = [];
  let damaged = 0;
  let whole = 0;
  for (let end = bytes.indexOf(LINE_END); end !== -1; end = bytes.indexOf(LINE_END, whole)) {
    const line = bytes.toString("utf8", whole, end);
    whole = end + 1;
    const text = line.slice(SEAL + 1);
    if (line.slice(0, SEAL + 1) === `${sealOf(text)} `) entries.push(JSON.parse(text));
    else damaged += 1;
  }
  return { entries, damaged, whole };
}

function appending(file: FileHandle): Journal {
  let waiting: string[] = [];
  let syncing: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const flush = async (): Promise<void> => {
    next = undefined;
    const lines = waiting;
    waiting = [];
    await file.appendFile(lines.join(""));
    await file.datasync();
  };
  return {
    async append(entry) {
      const text = JSON.stringify(entry);
      waiting.push(`${sealOf(text)} ${text}\n`);
      // One sync is under way at a time; whatever comes meanwhile waits for the one after it.
      next ??= syncing = syncing.then(flush, flush);
      await next;
    },
    async close() {
      await syncing.catch(() => undefined);
      await file.close();
    },
  };
}

const LINE_END = 0x0a;

/** Hex digits. */
const SEAL = 16;

function sealOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, SEAL);
}
