/** Chunks: some forms that one worker makes in one go, named by what goes in. */
import { type SelfEvaluationForm, decodeForm } from "@zipingbiao/core";
import { z } from "zod";
import { publishedText, sha256 } from "../batch/published-form.ts";
import type { FormTask, Maker } from "../engine/engine.ts";
import { makerKey } from "../engine/maker-key.ts";

/** A chunk ends at a form whose hash ends it, one in eight, but not before so many forms, and at the latest after so many. */
const FEWEST = 16;
const MOST = 48;
const ENDS = /^[08]/u;

export interface Chunk<T extends FormTask> {
  /** Hash of the packed input and of the maker: name of the job, and of the result. */
  readonly id: string;
  readonly tasks: readonly T[];
  /** SHA-256 of the packed input. */
  readonly input: string;
}

const HASH = /^[0-9a-f]{64}$/u;

/** What a job says: hashes and versions, never a form. */
export const chunkJobSchema = z.strictObject({
  input: z.string().regex(HASH),
  maker: z.strictObject({
    tool: z.string(),
    program: z.string(),
    templates: z.string(),
    browser: z.string(),
    fonts: z.string(),
  }),
});

export type ChunkJob = z.infer<typeof chunkJobSchema>;

const packSchema = z.array(z.tuple([z.string().regex(HASH), z.string()]));

/**
 * Cuts by the hashes of the forms, not by counting: when a run is continued with the forms that are left, or with some
 * that are new, the other chunks are the same as before and their results are found.
 */
export function* cutChunks<T extends FormTask>(tasks: Iterable<T>): Generator<readonly T[], void> {
  let cut: T[] = [];
  for (const task of tasks) {
    cut.push(task);
    if (cut.length < FEWEST || (cut.length < MOST && !ENDS.test(task.hash))) continue;
    yield cut;
    cut = [];
  }
  if (cut.length > 0) yield cut;
}

/** The input as it lies in the store: of every form its hash and the text that has it. Nothing of it says where a form came from. */
export function packChunk(tasks: readonly FormTask[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(tasks.map((task) => [task.hash, publishedText(task.open())])));
}

/** The forms of a pack whose hash was verified; throws when it is no pack of forms. */
export function* unpackChunk(
  bytes: Uint8Array,
): Generator<{ readonly hash: string; readonly form: SelfEvaluationForm }> {
  const packed = packSchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  for (const [hash, text] of packed) yield { hash, form: decodeForm(JSON.parse(text)) };
}

/** The chunk of these tasks; `packed` is what {@link packChunk} made of them. */
export function chunkOf<T extends FormTask>(tasks: readonly T[], packed: Uint8Array, maker: Maker): Chunk<T> {
  const input = sha256(packed);
  return { id: chunkId(input, maker), tasks, input };
}

export function chunkId(input: string, maker: Maker): string {
  return sha256(`${input}\n${makerKey(maker)}`);
}
