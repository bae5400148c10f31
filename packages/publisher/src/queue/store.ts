/** Where inputs and results lie while a run goes over several machines. What lies there by its hash is verified on reading. */
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Failure } from "../trouble.ts";

/** A shared folder, or a bucket. What is written is whole or not there; writing it again does no harm. */
export interface Store {
  /** As it is shown to people; without passwords. */
  readonly name: string;
  /** @throws Failure `store/…` when it cannot be done, also not after some tries */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes as they were handed over, or `undefined` where nothing lies. @throws Failure `store/…` */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Not an error when it is gone. @throws Failure `store/…` */
  remove(key: string): Promise<void>;
  close(): void;
}

/** inputs: packed chunks. objects: documents. */
export type HashedKind = "inputs" | "objects";

export function hashedKey(kind: HashedKind, sha256: string): string {
  return `${kind}/${sha256.slice(0, 2)}/${sha256}`;
}

export function chunkKey(id: string): string {
  return `chunks/${id.slice(0, 2)}/${id}.json`;
}

/** Reads of the same thing before what comes is taken for damaged. */
const READS = 3;

/** Puts bytes under their hash, which is returned. */
export async function putHashed(store: Store, kind: HashedKind, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await store.put(hashedKey(kind, sha256), bytes);
  return sha256;
}

/**
 * The bytes with this hash. Wrong ones are fetched again; when they stay wrong they are removed, so that they are made
 * anew, and `undefined` is returned as for what is not there.
 */
export async function getHashed(store: Store, kind: HashedKind, sha256: string): Promise<Uint8Array | undefined> {
  const key = hashedKey(kind, sha256);
  for (let read = 1; ; read += 1) {
    const bytes = await store.get(key);
    if (bytes === undefined) return undefined;
    if (createHash("sha256").update(bytes).digest("hex") === sha256) return bytes;
    if (read === READS) break;
    await wait(50 * 2 ** read);
  }
  await store.remove(key);
  return undefined;
}

export function storeFailure(code: string, name: string, why: string, next: string, cause?: unknown): Failure {
  return new Failure({ code: `store/${code}`, file: name, what: "存储不可用", why, next }, cause);
}
