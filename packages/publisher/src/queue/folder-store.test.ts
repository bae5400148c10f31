import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "./open-store.ts";
import { type Store, getHashed, hashedKey, putHashed } from "./store.ts";

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "zpb-store-"));
  store = await openStore(folder);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("what is put is there, twice as well, and leaves nothing else behind", async () => {
  const bytes = new TextEncoder().encode("自评表");
  const hash = await putHashed(store, "objects", bytes);
  expect(await putHashed(store, "objects", bytes)).toBe(hash);
  expect(await getHashed(store, "objects", hash)).toEqual(Buffer.from(bytes));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toEqual([hash]);
});

test("what is not there is not there, and to remove it is no error", async () => {
  expect(await store.get("objects/aa/aa")).toBeUndefined();
  await store.remove("objects/aa/aa");
});

test("damaged bytes are not given out but removed, so that they are made anew", async () => {
  const hash = await putHashed(store, "objects", new TextEncoder().encode("whole"));
  const place = join(folder, hashedKey("objects", hash));
  writeFileSync(place, "who");
  expect(await getHashed(store, "objects", hash)).toBeUndefined();
  expect(() => readFileSync(place)).toThrow("ENOENT");
});

test("a folder that is missing is a share that is not mounted: told, not made", async () => {
  await expect(openStore(join(folder, "missing"))).rejects.toMatchObject({ trouble: { code: "store/folder-missing" } });
});

test("a full or forbidden disk is told as the store's", async () => {
  writeFileSync(join(folder, "objects"), "a file in the way");
  const put = putHashed(store, "objects", new Uint8Array(1));
  await expect(put).rejects.toMatchObject({ trouble: { code: expect.stringMatching(/^store\/E/u), file: folder } });
});
