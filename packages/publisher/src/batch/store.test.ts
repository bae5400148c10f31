import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Failure } from "../trouble.ts";
import { describeBytes } from "./describe-bytes.ts";
import { openOutputFolder, removeFile } from "./store.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "zpb-store-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the output folder", () => {
  it("writes whole files with size and hashes, and leaves no temporary names", async () => {
    const output = await openOutputFolder(join(root, "新/层"));
    const file = await output.write("forms/甲/form.json", "abc");
    expect(file).toEqual({
      path: "forms/甲/form.json",
      bytes: 3,
      sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      sm3: "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    });
    expect(readFileSync(join(root, "新/层/forms/甲/form.json"), "utf8")).toBe("abc");
    expect(readdirSync(join(root, "新/层/forms/甲"))).toEqual(["form.json"]);
  });

  it("replaces a file by renaming, so that an open reader keeps the old one", async () => {
    const output = await openOutputFolder(root);
    await output.write("a.txt", "old");
    await output.write("a.txt", "new");
    expect(await output.read("a.txt")).toBe("new");
    expect(await output.read("none.txt")).toBeUndefined();
  });

  it("writes a file piece by piece, as if it had been written at once", async () => {
    const output = await openOutputFolder(root);
    const pieces = ["甲，", new Uint8Array([0xe4, 0xb9]), new Uint8Array([0x99]), "", "x".repeat(100_000), "。\n"];
    const whole = `甲，乙${"x".repeat(100_000)}。\n`;
    const written = await output.writePieces("data/a.txt", pieces);
    expect(written).toEqual(describeBytes("data/a.txt", Buffer.from(whole)));
    expect(readFileSync(join(root, "data/a.txt"), "utf8")).toBe(whole);
    expect((await output.writePieces("data/none.txt", [])).bytes).toBe(0);
  });

  it("leaves the old file, and no other, when the pieces of the new one fail", async () => {
    const output = await openOutputFolder(root);
    await output.write("data/a.txt", "old");
    async function* failing(): AsyncGenerator<string> {
      yield "x".repeat(1 << 17);
      await Promise.resolve();
      throw new Error("no more");
    }
    await expect(output.writePieces("data/a.txt", failing())).rejects.toThrow("no more");
    expect(readdirSync(join(root, "data"))).toEqual(["a.txt"]);
    expect(await output.read("data/a.txt")).toBe("old");
  });

  it("does not follow a link planted among its folders", async () => {
    const outside = mkdtempSync(join(tmpdir(), "zpb-outside-"));
    symlinkSync(outside, join(root, "forms"));
    const output = await openOutputFolder(root);
    await expect(output.write("forms/甲/form.json", "x")).rejects.toBeInstanceOf(Failure);
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it("replaces a link at the place of a file instead of writing through it", async () => {
    const target = join(root, "target.txt");
    writeFileSync(target, "untouched");
    symlinkSync(target, join(root, "manifest.json"));
    const output = await openOutputFolder(root);
    await output.write("manifest.json", "new");
    expect(readFileSync(target, "utf8")).toBe("untouched");
    expect(readFileSync(join(root, "manifest.json"), "utf8")).toBe("new");
  });

  it("keeps the old file and no leftovers when a write fails", async () => {
    const output = await openOutputFolder(root);
    await output.write("a/b.txt", "old");
    await expect(output.write("a", "a folder stands here")).rejects.toMatchObject({ syscall: "rename" });
    expect(readFileSync(join(root, "a/b.txt"), "utf8")).toBe("old");
    expect(readdirSync(root)).toEqual(["a"]);
  });

  it("is named when a file stands where it should be", async () => {
    const taken = join(root, "form.json");
    writeFileSync(taken, "{}");
    const refusal = openOutputFolder(taken);
    await expect(refusal).rejects.toBeInstanceOf(Failure);
    await expect(refusal).rejects.toMatchObject({ trouble: { file: taken, what: "不能建立文件夹" } });
    expect(readFileSync(taken, "utf8")).toBe("{}");
  });

  it("refuses paths that lead out of it", async () => {
    const output = await openOutputFolder(root);
    await expect(output.write("../x.txt", "x")).rejects.toThrow("not below the output folder");
  });

  it("removes a file and the folders that it leaves empty", async () => {
    const output = await openOutputFolder(root);
    await output.write("forms/甲/1/a.txt", "a");
    await output.write("forms/乙/b.txt", "b");
    await removeFile(root, "forms/甲/1/a.txt");
    await removeFile(root, "forms/甲/1/a.txt");
    expect(readdirSync(join(root, "forms"))).toEqual(["乙"]);
  });

  it("writes what is made while it is written, and nothing when that fails half-way", async () => {
    const output = await openOutputFolder(root);
    const written = await output.writePieces("a.txt", ["甲", new TextEncoder().encode("乙")]);
    expect(written).toEqual(describeBytes("a.txt", new TextEncoder().encode("甲乙")));
    const broken = (function* () {
      yield "丙";
      throw new Error("half-way");
    })();
    await expect(output.writePieces("a.txt", broken)).rejects.toThrow("half-way");
    expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("甲乙");
    expect(readdirSync(root)).toEqual(["a.txt"]);
  });

  it("describes bytes without writing them", () => {
    expect(describeBytes("x", new Uint8Array()).bytes).toBe(0);
  });
});
