/** The real {@link PublicationFolder}: lock, journal, finished files aside, commit. */
import { createReadStream } from "node:fs";
import { mkdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { MANIFEST_PATH, listedPaths } from "../batch/listed-paths.ts";
import { type Pieces, type WrittenFile, readText } from "../batch/store.ts";
import { Failure, troubleOf } from "../trouble.ts";
import { commit, endCommit, forgetCommit } from "./commit.ts";
import { type Journal, openJournal } from "./journal.ts";
import { type Lock, takeLock } from "./lock.ts";
import { type ObjectStore, openObjects } from "./objects.ts";
import type { MadeRecord, PublicationFolder, RunIdentity } from "./publication-folder.ts";
import {
  type PublishedPlan,
  type PublishedState,
  isUnchanged,
  madeSchema,
  publishedPlan,
  readPublished,
  runIdentitySchema,
  writePublished,
} from "./published-state.ts";
import { type StatePaths, clearUnfinished, makeStateFolder, removeUnfinished } from "./state-folder.ts";

/** Told in Chinese: what was found damaged and is made again. */
export type OnDamage = (message: string) => void;

/**
 * Opens a folder for one publisher, and ends what the one before it had begun to put in place.
 * @throws Failure `output/locked`, or of the system
 */
export async function openPublication(root: string, onDamage: OnDamage): Promise<PublicationFolder> {
  let lock: Lock | undefined;
  try {
    const isNew = (await mkdir(root, { recursive: true })) !== undefined;
    const paths = await makeStateFolder(root);
    lock = await takeLock(paths.lock, root);
    await clearUnfinished(paths);
    const begun = await endCommit(root, paths);
    if (begun !== undefined) await settle(root, paths, begun.published);
    await clearUnfinished(paths);
    const { journal, entries, damaged } = await openJournal(paths.journal);
    if (damaged > 0) onDamage(`发布日志有 ${damaged} 行损坏，所记的文件重做`);
    const facts = { isNew, ...readEntries(entries), earlier: await readPublished(paths) };
    return new OpenPublication(root, paths, lock, journal, facts, onDamage);
  } catch (error) {
    await lock?.release();
    throw error instanceof Failure ? error : new Failure(troubleOf(error, { file: root }), error);
  }
}

/** All is in place: it is noted as it lies, and what was kept for a run cut short goes. */
async function settle(root: string, paths: StatePaths, plan: PublishedPlan): Promise<void> {
  await writePublished(root, paths, plan);
  await rm(paths.journal, { force: true });
  await removeUnfinished(paths);
  await forgetCommit(paths);
}

const entrySchema = z.union([z.object({ run: runIdentitySchema }), z.object({ key: z.string(), made: madeSchema })]);

interface FolderFacts extends JournalFacts {
  /** The folder was not there before. */
  readonly isNew: boolean;
  readonly earlier: PublishedState | undefined;
}

interface JournalFacts {
  readonly run: RunIdentity | undefined;
  readonly made: Map<string, MadeRecord>;
}

function readEntries(entries: readonly unknown[]): JournalFacts {
  const made = new Map<string, MadeRecord>();
  let run: RunIdentity | undefined;
  for (const entry of entries) {
    const { data } = entrySchema.safeParse(entry);
    if (data === undefined) continue;
    if ("run" in data) ({ run } = data);
    else made.set(data.key, data.made);
  }
  return { run, made };
}

/** Where a file of the publication will come from. */
interface Placement extends Pick<WrittenFile, "sha256" | "bytes"> {
  readonly isInPlace: boolean;
}

class OpenPublication implements PublicationFolder {
  readonly unfinished: RunIdentity | undefined;
  readonly #root: string;
  readonly #paths: StatePaths;
  readonly #lock: Lock;
  readonly #journal: Journal;
  readonly #onDamage: OnDamage;
  readonly #objects: ObjectStore;
  readonly #placements = new Map<string, Placement>();
  /** Made and not published yet, by this run or one that was cut short. */
  readonly #made: Map<string, MadeRecord>;
  readonly #earlier: PublishedState | undefined;
  readonly #earlierMade: ReadonlyMap<string, PublishedState["made"][number]>;
  readonly #earlierFiles: ReadonlyMap<string, PublishedState["files"][number]>;
  /** Of this publication, by key: the folder and what lies in it. */
  readonly #kept = new Map<string, readonly [folder: string, made: MadeRecord]>();
  readonly #isNew: boolean;
  #identity: RunIdentity | undefined;
  #isClosed = false;

  constructor(
    root: string,
    paths: StatePaths,
    lock: Lock,
    journal: Journal,
    { isNew, run, made, earlier }: FolderFacts,
    onDamage: OnDamage,
  ) {
    this.#isNew = isNew;
    this.#root = root;
    this.#paths = paths;
    this.#lock = lock;
    this.#journal = journal;
    this.#made = made;
    this.#earlier = earlier;
    this.#earlierMade = new Map(earlier?.made.map((each) => [each[0], each]));
    this.#earlierFiles = new Map(earlier?.files.map((each) => [each[0], each]));
    this.#objects = openObjects(paths);
    this.#onDamage = onDamage;
    this.unfinished = run;
  }

  async published(): ReturnType<PublicationFolder["published"]> {
    const earlier = this.#earlier;
    if (earlier === undefined) return undefined;
    for (const file of earlier.files) if (!(await isUnchanged(this.#root, file))) return undefined;
    return { identity: earlier.identity, manifest: earlier.manifest };
  }

  async begin(identity: RunIdentity): Promise<void> {
    this.#identity = identity;
    await this.#journal.append({ run: identity });
  }

  write(path: string, content: string | Uint8Array): Promise<WrittenFile> {
    return this.writePieces(path, [content]);
  }

  async writePieces(path: string, pieces: Pieces): Promise<WrittenFile> {
    const written = await this.#objects.put(path, pieces);
    this.#placements.set(path, { ...written, isInPlace: false });
    return written;
  }

  async recall(key: string, folder: string): Promise<MadeRecord | undefined> {
    const made = (await this.#recallMade(key, folder)) ?? (await this.#recallPublished(key, folder));
    if (made !== undefined) this.#kept.set(key, [folder, made]);
    return made;
  }

  async #recallMade(key: string, folder: string): Promise<MadeRecord | undefined> {
    const made = this.#made.get(key);
    if (made === undefined) return undefined;
    for (const file of made.files) {
      if (await this.#objects.isWhole(file)) continue;
      this.#onDamage(`已做好的文件损坏，重做：${folder}/${file.name}`);
      return undefined;
    }
    for (const { name, sha256, bytes } of made.files) {
      this.#placements.set(`${folder}/${name}`, { sha256, bytes, isInPlace: false });
    }
    return made;
  }

  async #recallPublished(key: string, folder: string): Promise<MadeRecord | undefined> {
    const [, place, made] = this.#earlierMade.get(key) ?? [];
    if (place === undefined || made === undefined) return undefined;
    for (const { name } of made.files) {
      const noted = this.#earlierFiles.get(`${place}/${name}`);
      if (noted !== undefined && (await isUnchanged(this.#root, noted))) continue;
      this.#onDamage(`上次公开的文件被改动或不见了，重做：${place}/${name}`);
      return undefined;
    }
    for (const { name, sha256, bytes } of made.files) {
      const isInPlace = place === folder;
      // The folder that it lies in may become another form's.
      if (!isInPlace) await this.#objects.put(name, createReadStream(join(this.#root, place, name)));
      this.#placements.set(`${folder}/${name}`, { sha256, bytes, isInPlace });
    }
    return made;
  }

  async remember(key: string, folder: string, made: MadeRecord): Promise<void> {
    await this.#journal.append({ key, made });
    this.#made.set(key, made);
    this.#kept.set(key, [folder, made]);
  }

  async commit(manifest: WrittenFile): Promise<readonly string[]> {
    if (this.#identity === undefined) throw new Error("commit before begin");
    const before = listedPaths(await readText(join(this.#root, MANIFEST_PATH)));
    const remove = [...new Set([...before, ...this.#earlierFiles.keys()])]
      .filter((path) => !this.#placements.has(path) && path !== MANIFEST_PATH)
      .toSorted();
    const inOrder = [...this.#placements].toSorted(([a], [b]) => (a < b ? -1 : 1));
    // A manifest in its place says that all others are in theirs.
    const isManifest = ([path]: (typeof inOrder)[number]): boolean => path === manifest.path;
    const placed = [...inOrder.filter((each) => !isManifest(each)), ...inOrder.filter(isManifest)];
    const published = publishedPlan({
      identity: this.#identity,
      manifest,
      made: [...this.#kept].map(([key, [folder, made]]) => [key, folder, made]),
      files: placed.map(([path, { bytes, sha256 }]) => [path, bytes, sha256]),
    });
    const place = placed.flatMap(([path, { sha256, bytes, isInPlace }]): [string, string, number][] =>
      isInPlace ? [] : [[path, sha256, bytes]],
    );
    await commit(this.#root, this.#paths, { place, remove, published });
    await this.#journal.close();
    await settle(this.#root, this.#paths, published);
    return remove;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#journal.close().catch(() => undefined);
    const isIdle = this.#identity === undefined && this.unfinished === undefined && this.#made.size === 0;
    if (isIdle) {
      await rm(this.#paths.journal, { force: true });
      await removeUnfinished(this.#paths);
    }
    await this.#lock.release();
    if (isIdle && this.#earlier === undefined)
      await removeEmpty(this.#isNew ? [this.#paths.folder, this.#root] : [this.#paths.folder]);
  }
}

/**
 * A run that was refused leaves no trace where nothing is published. What is not empty is somebody's, perhaps that of the
 * next publisher already.
 */
async function removeEmpty(folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rmdir(folder).catch(() => undefined);
}
