/** The store in a bucket, against a server that answers late, half, wrong or not at all. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openStore } from "../src/queue/open-store.ts";
import { type Store, getHashed, hashedKey, putHashed } from "../src/queue/store.ts";
import { FakeBucket } from "./fake-bucket.ts";

let server: FakeBucket;
let store: Store;

beforeEach(async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "nobody");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "nothing");
  server = await FakeBucket.start();
  store = await openStore(`s3://bucket/season/2024?endpoint=${server.endpoint}`);
});

afterEach(() => {
  store.close();
  server.close();
  vi.unstubAllEnvs();
});

const BYTES = new TextEncoder().encode("绩效自评".repeat(1000));

test("what is put below the prefix is there, and gone when it was removed", async () => {
  const hash = await putHashed(store, "objects", BYTES);
  expect([...server.objects.keys()]).toEqual([`/bucket/season/2024/${hashedKey("objects", hash)}`]);
  expect(await getHashed(store, "objects", hash)).toEqual(BYTES);
  await store.remove(hashedKey("objects", hash));
  expect(await getHashed(store, "objects", hash)).toBeUndefined();
});

test("a server that is busy, hangs up or breaks off is asked again", async () => {
  server.misdeeds.PUT.push(503, "hangs-up", 500);
  const hash = await putHashed(store, "objects", BYTES);
  server.misdeeds.GET.push(503, "breaks-off", "hangs-up", "breaks-off");
  expect(await getHashed(store, "objects", hash)).toEqual(BYTES);
});

test("wrong bytes are fetched again; when they stay wrong they are removed and not given out", async () => {
  const hash = await putHashed(store, "objects", BYTES);
  server.misdeeds.GET.push("wrong-bytes", "wrong-bytes");
  expect(await getHashed(store, "objects", hash)).toEqual(BYTES);
  server.misdeeds.GET.push("wrong-bytes", "wrong-bytes", "wrong-bytes");
  expect(await getHashed(store, "objects", hash)).toBeUndefined();
  expect(server.objects.size).toBe(0);
});

test("a store that stays away is told with the next step, and without asking for ever", async () => {
  server.misdeeds.PUT.push(...Array.from({ length: 100 }, () => 500));
  await expect(putHashed(store, "objects", BYTES)).rejects.toMatchObject({
    trouble: {
      code: "store/s3-unreachable",
      file: "s3://bucket/season/2024",
      next: expect.stringContaining("AWS_ENDPOINT_URL"),
    },
  });
  expect(server.requests.length).toBeLessThanOrEqual(16);
});

test("no access and no bucket are told at once", async () => {
  server.misdeeds.GET.push(403);
  await expect(store.get("x")).rejects.toMatchObject({ trouble: { code: "store/s3-denied" } });
  expect(server.requests).toHaveLength(1);
  const elsewhere = await openStore(`s3://none?endpoint=${server.endpoint}`);
  await expect(elsewhere.get("x")).rejects.toMatchObject({ trouble: { code: "store/s3-no-bucket" } });
  elsewhere.close();
});

test("an address that is none, or holds a password, is refused without repeating the password", async () => {
  await expect(openStore("s3://")).rejects.toMatchObject({ trouble: { code: "store/address" } });
  const refused = await openStore("s3://me:geheim@bucket").catch((error: unknown) => error);
  expect(refused).toMatchObject({ trouble: { code: "store/address" } });
  expect(JSON.stringify(refused)).not.toContain("geheim");
});
