import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openCacheFolder } from "./cache-folder.ts";
import { readTar } from "../pdf/read-tar.ts";
import { isIntact, openSealedFolder } from "./sealed-folder.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "zpb-sealed-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const fill = (text: string) => async (folder: string) => writeFileSync(join(folder, "file"), text);

test("a folder is filled once and found again", async () => {
  const place = join(root, "a");
  await openSealedFolder(place, fill("one"));
  await openSealedFolder(place, fill("two"));
  expect(readFileSync(join(place, "file"), "utf8")).toBe("one");
});

test.for([
  ["a byte changed", (file: string) => writeFileSync(file, "onf")],
  ["a byte more", (file: string) => appendFileSync(file, "x")],
  ["a file gone", (file: string) => rmSync(file)],
] as const)("a damaged folder is made again: %s", async ([, damage]) => {
  const place = join(root, "a");
  await openSealedFolder(place, fill("one"));
  damage(join(place, "file"));
  expect(await isIntact(place)).toBe(false);
  await openSealedFolder(place, fill("one"));
  expect(readFileSync(join(place, "file"), "utf8")).toBe("one");
  expect(await isIntact(place, { thorough: true })).toBe(true);
});

test("a file that was touched and is the same is read once more and never again", async () => {
  const place = join(root, "a");
  await openSealedFolder(place, fill("one"));
  linkSync(join(place, "file"), join(root, "link"));
  const noted = () => readFileSync(join(place, "seal.json"), "utf8");
  const before = noted();
  expect(await isIntact(place)).toBe(true);
  const after = noted();
  expect(after).not.toBe(before);
  expect(JSON.parse(after)).toMatchObject({ file: { changed: statSync(join(place, "file")).ctimeMs } });
  expect(readdirSync(place).toSorted()).toEqual(["file", "seal.json"]);
});

test("a filling that fails leaves nothing behind", async () => {
  const place = join(root, "a");
  await expect(openSealedFolder(place, () => Promise.reject(new Error("no space")))).rejects.toThrow("no space");
  expect(existsSync(place)).toBe(false);
  await openSealedFolder(place, fill("one"));
  expect(await isIntact(place)).toBe(true);
});

test("many at once agree", async () => {
  const place = join(root, "a");
  await Promise.all(Array.from({ length: 8 }, () => openSealedFolder(place, fill("one"))));
  expect(await isIntact(place)).toBe(true);
});

test("a cache that others can write to, or that is a link, is not trusted", async () => {
  const open = join(root, "open");
  mkdirSync(open);
  chmodSync(open, 0o777);
  symlinkSync(root, join(root, "link"));
  for (const place of [open, join(root, "link")]) {
    const cache = await openCacheFolder(place);
    expect(cache).toMatchObject({ lasting: false });
    expect(cache.path).not.toBe(place);
    await cache.release();
    expect(existsSync(cache.path)).toBe(false);
  }
});

function tar(name: string, content: string, kind = "0"): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write("0000755\0", 100);
  head.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
  head.write(kind, 156);
  return Buffer.concat([head, Buffer.from(content.padEnd(512, "\0")), Buffer.alloc(1024)]);
}

test("a tar archive gives its files and nothing that leaves the folder", () => {
  const [entry] = [...readTar(tar("lib/a.so", "hello"))];
  expect(entry).toMatchObject({ name: "lib/a.so", executable: true });
  expect(Buffer.from(entry?.bytes ?? []).toString()).toBe("hello");
  expect(() => [...readTar(tar("../a", "x"))]).toThrow("越界");
  expect(() => [...readTar(tar("/etc/a", "x"))]).toThrow("越界");
  expect(() => [...readTar(tar("a", "x", "2"))]).toThrow("不认识");
  expect(() => [...readTar(tar("a", "hello").subarray(0, 600))]).toThrow("不完整");
});
