/** One chunk on a worker: input from the store, documents into it, and last the manifest that says so. */
import { runLimited } from "../batch/run-limited.ts";
import type { TaskOutcome } from "../engine/engine.ts";
import { FORMS_IN_WORK } from "../engine/make-form.ts";
import type { SelfEvaluationForm } from "@zipingbiao/core";
import { Failure } from "../trouble.ts";
import {
  type ChunkDocument,
  type ChunkForm,
  type ChunkManifest,
  chunkManifestText,
  readChunkManifest,
} from "./chunk-manifest.ts";
import { unpackChunk } from "./chunk.ts";
import { ATTEMPTS } from "./queue-timing.ts";
import { type Store, chunkKey, getHashed, putHashed } from "./store.ts";

/** What comes out the same however often it is tried. */
const SETTLED: ReadonlySet<string> = new Set(["print/missing-glyph", "print/bad-font", "print/reached-outside"]);

/** What may be the machine's fault as well as the form's. */
const MACHINE: ReadonlySet<string> = new Set([
  "print/no-browser",
  "print/no-fonts",
  "print/browser-lost",
  "print/timeout",
  "print/disk-full",
]);

export interface ChunkOutcome {
  /** Whether the result lay in the store already. */
  readonly found: boolean;
  readonly made: number;
  readonly failed: number;
  readonly bytes: number;
}

export interface ChunkOrder {
  readonly id: string;
  readonly input: string;
}

/**
 * `make` gives a form's documents or what is wrong with it, and throws when nothing can be made any more. The chunk may
 * have been made before, or be made elsewhere at this moment: all that is written is named by its content.
 * @throws Failure `store/…`; with the last form's failure when most forms fail in a way that a sick machine would explain
 */
export async function makeChunk(
  { id, input }: ChunkOrder,
  store: Store,
  make: (form: SelfEvaluationForm) => Promise<TaskOutcome>,
): Promise<ChunkOutcome> {
  const packed = await getHashed(store, "inputs", input);
  if (packed === undefined) throw missingInput(store.name);
  const forms = [...unpackChunk(packed)];
  const earlier = await store.get(chunkKey(id));
  const hashes = forms.map(({ hash }) => hash);
  const known = earlier === undefined ? undefined : readChunkManifest(earlier, id, hashes);
  if (known !== undefined) return { found: true, ...countsOf(known.forms), bytes: 0 };
  const entries: Record<string, ChunkForm> = {};
  await runLimited(forms, FORMS_IN_WORK, async ({ hash, form }) => {
    entries[hash] = await entryOf(await makeOrGiveUp(form, make), store);
  });
  refuseSickness(Object.values(entries));
  // In the order of the input, so that the same chunk has the same manifest whoever makes it.
  const listed = Object.fromEntries(
    hashes.flatMap((hash) => (entries[hash] === undefined ? [] : [[hash, entries[hash]]])),
  );
  await store.put(chunkKey(id), new TextEncoder().encode(chunkManifestText(id, listed)));
  return { found: false, ...countsOf(listed), bytes: bytesOf(listed) };
}

function refuseSickness(entries: readonly ChunkForm[]): void {
  const sick = entries.flatMap((entry) =>
    "failure" in entry && MACHINE.has(entry.failure.code) ? [entry.failure] : [],
  );
  const [first] = sick;
  if (first === undefined || sick.length < 2 || sick.length * 2 < entries.length) return;
  throw new Failure({ code: first.code, what: first.what, why: first.why, next: first.next });
}

async function makeOrGiveUp(
  form: SelfEvaluationForm,
  make: (form: SelfEvaluationForm) => Promise<TaskOutcome>,
): Promise<TaskOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await make(form);
    if (outcome.kind === "made" || attempt === ATTEMPTS || SETTLED.has(outcome.failure.code)) return outcome;
  }
}

async function entryOf(outcome: TaskOutcome, store: Store): Promise<ChunkForm> {
  if (outcome.kind === "failed")
    return { failure: { ...outcome.failure, characters: [...outcome.failure.characters] } };
  const documents = await Promise.all(
    outcome.made.documents.map(async ({ name, bytes, pages }): Promise<ChunkDocument> => {
      const sha256 = await putHashed(store, "objects", bytes);
      return { name, sha256, bytes: bytes.byteLength, ...(pages === undefined ? {} : { pages }) };
    }),
  );
  return { documents, fonts: outcome.made.fonts.map((font) => ({ ...font })) };
}

function countsOf(forms: ChunkManifest["forms"]): Pick<ChunkOutcome, "made" | "failed"> {
  const failed = Object.values(forms).filter((form) => "failure" in form).length;
  return { made: Object.keys(forms).length - failed, failed };
}

function bytesOf(forms: ChunkManifest["forms"]): number {
  const documents = Object.values(forms).flatMap((form) => ("failure" in form ? [] : form.documents));
  return documents.reduce((sum, { bytes }) => sum + bytes, 0);
}

function missingInput(name: string): Failure {
  return new Failure({
    code: "store/input-missing",
    file: name,
    what: "存储里没有这一批的输入，或内容与哈希不符",
    why: "本机的 --store 与发布端可能不是同一个位置",
    next: "请核对各台机器的 --store",
  });
}
