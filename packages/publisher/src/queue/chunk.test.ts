import { createHash } from "node:crypto";
import { decodeForm } from "@zipingbiao/core";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import { expect, test } from "vitest";
import { publishedText, sha256 } from "../batch/published-form.ts";
import type { FormTask, Maker } from "../engine/engine.ts";
import { chunkOf, cutChunks, packChunk, unpackChunk } from "./chunk.ts";

const MAKER: Maker = { tool: "1", program: "p", templates: "t", browser: "b", fonts: "f" };
const SAMPLE = decodeForm(patchedWire(SAMPLE_FORM, {}));

/** Tasks by hashes alone. */
function tasksOf(count: number): readonly FormTask[] {
  return Array.from({ length: count }, (_, at) => ({ hash: sha256(String(at)), open: () => SAMPLE }));
}

function cut(tasks: readonly FormTask[]): readonly string[] {
  return [...cutChunks(tasks)].map((chunk) => chunk.map(({ hash }) => hash).join());
}

test("every task is in one chunk, in its order, and no chunk is over 48", () => {
  const tasks = tasksOf(1000);
  const chunks = [...cutChunks(tasks)];
  expect(chunks.flat()).toEqual(tasks);
  expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(48);
  expect(Math.min(...chunks.slice(0, -1).map((chunk) => chunk.length))).toBeGreaterThanOrEqual(16);
  expect([...cutChunks([])]).toEqual([]);
});

test("a form more or less changes the chunks around it, not the others", () => {
  const tasks = tasksOf(1000);
  const before = new Set(cut(tasks));
  const after = cut(tasks.filter((_, at) => at !== 500));
  expect(after.filter((chunk) => !before.has(chunk)).length).toBeLessThanOrEqual(6);
  expect(before.size).toBeGreaterThan(30);
});

test("tasks that are left after whole chunks were done make the same chunks as before", () => {
  const tasks = tasksOf(300);
  const [, second] = [...cutChunks(tasks)];
  const left = tasks.filter((task) => second?.includes(task) !== true);
  expect(cut(tasks)).toEqual(expect.arrayContaining([...cut(left)]));
});

test("a chunk is named by its forms and by every part of the maker", () => {
  const packed = packChunk(tasksOf(2));
  const names = (["tool", "program", "templates", "browser", "fonts"] as const).map(
    (part) => chunkOf(tasksOf(2), packed, { ...MAKER, [part]: "other" }).id,
  );
  const { id, input } = chunkOf(tasksOf(2), packed, MAKER);
  expect(new Set([id, ...names, chunkOf(tasksOf(3), packChunk(tasksOf(3)), MAKER).id]).size).toBe(7);
  expect(input).toBe(createHash("sha256").update(packed).digest("hex"));
});

test("a pack holds what is published of a form and nothing of where it came from", () => {
  const packed = packChunk([{ hash: sha256(publishedText(SAMPLE)), open: () => SAMPLE }]);
  const [unpacked] = [...unpackChunk(packed)];
  expect(unpacked === undefined ? "" : sha256(publishedText(unpacked.form))).toBe(unpacked?.hash);
  expect(new TextDecoder().decode(packed)).not.toContain("origin");
  expect(() => [...unpackChunk(new TextEncoder().encode('[["x","{}"]]'))]).toThrow("Invalid");
});
