/** A chunk on a worker and its results at the publisher, over a store in memory. */
import { decodeForm } from "@zipingbiao/core";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import { beforeEach, expect, test } from "vitest";
import { openForm, shelveForm } from "../src/batch/shelved-form.ts";
import type { FormTask, Maker, MakingFailure, TaskOutcome } from "../src/engine/engine.ts";
import { chunkOf, packChunk } from "../src/queue/chunk.ts";
import { makeChunk } from "../src/queue/make-chunk.ts";
import { type Store, chunkKey, hashedKey } from "../src/queue/store.ts";
import { Refused, findResults, takeResults } from "../src/queue/take-results.ts";

const MAKER: Maker = { tool: "1", program: "p", templates: "t", browser: "b", fonts: "f" };
const TASKS: readonly FormTask[] = Array.from({ length: 4 }, (_, at) => {
  const shelved = shelveForm(decodeForm(patchedWire(SAMPLE_FORM, { projectName: `项目${at}` })));
  return { hash: shelved.hash, open: () => openForm(shelved) };
});
const PACKED = packChunk(TASKS);
const CHUNK = chunkOf(TASKS, PACKED, MAKER);

let files: Map<string, Uint8Array>;
let store: Store;
let asked: string[];

beforeEach(() => {
  files = new Map([[hashedKey("inputs", CHUNK.input), PACKED]]);
  asked = [];
  store = {
    name: "MEMORY",
    put: async (key, bytes) => void files.set(key, bytes),
    get: async (key) => files.get(key),
    remove: async (key) => void files.delete(key),
    close: () => undefined,
  };
});

/** Makes one document of every form, but fails those whose project ends so. */
async function work(failing: Readonly<Record<string, string>> = {}) {
  return await makeChunk(CHUNK, store, ({ projectName }): Promise<TaskOutcome> => {
    asked.push(projectName);
    const code = failing[projectName];
    if (code !== undefined) return Promise.resolve({ kind: "failed", failure: failure(code) });
    const bytes = new TextEncoder().encode(projectName);
    return Promise.resolve({ kind: "made", made: { documents: [{ name: "form.pdf", bytes, pages: 1 }], fonts: [] } });
  });
}

function failure(code: string): MakingFailure {
  return { code, what: "一", why: "二", next: "三", characters: [] };
}

/** What the publisher gets, by project; and the tasks that have to be made again. */
async function taken() {
  const found = await findResults(store, CHUNK);
  const got: Record<string, string> = {};
  const lost =
    found &&
    (await takeResults(store, CHUNK, found, async (task, outcome) => {
      const text =
        outcome.kind === "made" ? new TextDecoder().decode(outcome.made.documents[0]?.bytes) : outcome.failure.code;
      got[task.open().projectName] = text;
    }));
  return { got, lost: lost?.map((task) => task.open().projectName) };
}

test("what a worker made is what the publisher gets, and the same chunk is not made twice", async () => {
  expect(await work()).toMatchObject({ found: false, made: 4, failed: 0 });
  expect(await work()).toMatchObject({ found: true, made: 4 });
  expect(asked).toHaveLength(4);
  const all = { 项目0: "项目0", 项目1: "项目1", 项目2: "项目2", 项目3: "项目3" };
  expect(await taken()).toEqual({ got: all, lost: [] });
});

test("a form is tried three times before it is set aside, one without a glyph once, and the others are made", async () => {
  const outcome = await work({ 项目1: "print/text-lost", 项目2: "print/missing-glyph" });
  expect(outcome).toMatchObject({ made: 2, failed: 2 });
  expect(asked.toSorted()).toEqual(["项目0", "项目1", "项目1", "项目1", "项目2", "项目3"]);
  expect((await taken()).got).toMatchObject({ 项目1: "print/text-lost", 项目2: "print/missing-glyph", 项目3: "项目3" });
});

test("when half of the forms fail as on a sick machine, nothing is said of any form", async () => {
  const sick = { 项目0: "print/browser-lost", 项目3: "print/timeout" };
  await expect(work(sick)).rejects.toMatchObject({ trouble: { code: "print/browser-lost" } });
  expect(files.has(chunkKey(CHUNK.id))).toBe(false);
  expect(await work({ 项目0: "print/browser-lost" })).toMatchObject({ made: 3, failed: 1 });
});

test("an input that is missing or damaged is told, and the damaged one removed", async () => {
  files.set(hashedKey("inputs", CHUNK.input), new Uint8Array(3));
  await expect(work()).rejects.toMatchObject({ trouble: { code: "store/input-missing" } });
  expect(files.size).toBe(0);
});

test("documents that are damaged or gone are not handed over; their forms are to be made again", async () => {
  await work();
  const objects = [...files.keys()].filter((key) => key.startsWith("objects/"));
  for (const [at, key] of objects.entries()) {
    if (at === 0) files.delete(key);
    if (at === 1) files.set(key, new TextEncoder().encode("forged"));
  }
  const { got, lost } = await taken();
  expect(Object.keys(got)).toHaveLength(2);
  expect(lost).toHaveLength(2);
  expect([...Object.keys(got), ...(lost ?? [])].toSorted()).toEqual(["项目0", "项目1", "项目2", "项目3"]);
});

test("whoever refuses a result is told apart from a store that does not give it", async () => {
  await work();
  const found = await findResults(store, CHUNK);
  const full = new Error("ENOSPC");
  const refusing = found && takeResults(store, CHUNK, found, () => Promise.reject(full));
  await expect(refusing).rejects.toSatisfy((error) => error instanceof Refused && error.cause === full);
});
