/** Results of a chunk: from the store to whoever asked for them. */
import { runLimited } from "../batch/run-limited.ts";
import type { FormTask, MadeDocument, MakingFailure, TaskOutcome } from "../engine/engine.ts";
import { type ChunkForm, type ChunkManifest, readChunkManifest } from "./chunk-manifest.ts";
import type { Chunk } from "./chunk.ts";
import { type Store, chunkKey, getHashed } from "./store.ts";

/** Forms of one chunk that are fetched side by side. */
const FETCHED_AT_ONCE = 6;

export type Take<T extends FormTask> = (task: T, outcome: TaskOutcome) => Promise<void>;

/** An error of the one who takes the results, not of the queue's. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** The chunk's manifest, whole and about all of its forms, or `undefined`. */
export async function findResults(store: Store, chunk: Chunk<FormTask>): Promise<ChunkManifest | undefined> {
  const bytes = await store.get(chunkKey(chunk.id));
  if (bytes === undefined) return undefined;
  return readChunkManifest(
    bytes,
    chunk.id,
    chunk.tasks.map(({ hash }) => hash),
  );
}

export function anyFailure(manifest: ChunkManifest): boolean {
  return Object.values(manifest.forms).some((form) => "failure" in form);
}

/** Hands over every form of the chunk; returns those whose documents are not in the store as the manifest says. */
export async function takeResults<T extends FormTask>(
  store: Store,
  chunk: Chunk<T>,
  manifest: ChunkManifest,
  take: Take<T>,
): Promise<readonly T[]> {
  const lost = await runLimited(chunk.tasks, FETCHED_AT_ONCE, async (task): Promise<readonly T[]> => {
    const form = manifest.forms[task.hash];
    const outcome = form === undefined ? undefined : await outcomeOf(store, form);
    if (outcome === undefined) return [task];
    await handOver(task, outcome, take);
    return [];
  });
  return lost.flat();
}

/** @throws Refused */
export async function handOver<T extends FormTask>(task: T, outcome: TaskOutcome, take: Take<T>): Promise<void> {
  try {
    await take(task, outcome);
  } catch (error) {
    throw new Refused("the results were not taken", { cause: error });
  }
}

async function outcomeOf(store: Store, form: ChunkForm): Promise<TaskOutcome | undefined> {
  if ("failure" in form) return { kind: "failed", failure: form.failure };
  const documents: MadeDocument[] = [];
  for (const { name, sha256, pages } of form.documents) {
    const bytes = await getHashed(store, "objects", sha256);
    if (bytes === undefined) return undefined;
    documents.push({ name, bytes, ...(pages === undefined ? {} : { pages }) });
  }
  return { kind: "made", made: { documents, fonts: form.fonts } };
}

/** A form that no worker could do, by itself and several times. */
export function setAside(reason: string): MakingFailure {
  return {
    code: "queue/set-aside",
    what: "这份自评表没有做成",
    why: `单独试过多次，工作机都没有做完（${reason}）`,
    next: "其余的不受影响；请在本机用 zpb render 单独打印这一份查看原因，再重新运行",
    characters: [],
  };
}
