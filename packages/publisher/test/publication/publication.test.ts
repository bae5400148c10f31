/** What lies in a folder that is published into, and what becomes of it when somebody has been at it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { objectPath } from "../../src/publication/objects.ts";
import { openPublication } from "../../src/publication/open-publication.ts";
import { contents, identityOf, kept, newFolder, publishByHand, removeFolders, sha256 } from "./publish-by-hand.ts";

const FORMS = { "forms/甲/01-一": "一", "forms/甲/02-二": "二" };

afterEach(removeFolders);

/** A run that ends after its documents were made and before anything was put in place. */
async function cutShort(root: string): Promise<void> {
  const output = await openPublication(root, () => undefined);
  await output.begin(identityOf(FORMS));
  for (const [place, text] of Object.entries(FORMS)) {
    const files = [];
    for (const name of ["form.pdf", "form.json"]) {
      const { path: _, ...file } = await output.write(`${place}/${name}`, `${name} ${text}`);
      files.push({ name, ...file });
    }
    await output.remember(`${text}.m`, place, { files, fonts: [] });
  }
  await output.close();
}

const objectOf = (root: string, text: string): string => objectPath(join(root, ".zpb/objects"), sha256(text));

describe("a folder that is published into", () => {
  it("changes at the end and not before", async () => {
    const root = newFolder();
    await cutShort(root);
    expect(contents(root)).toEqual({});
    const told = await publishByHand(root, FORMS);
    expect(told).toEqual({ made: [], damage: [] });
    expect(Object.keys(contents(root))).toHaveLength(6);
    expect(kept(root)).toEqual(["published.json"]);
  });

  it("is left without a trace by a run that makes nothing", async () => {
    const root = join(newFolder(), "新");
    await (await openPublication(root, () => undefined)).close();
    expect(existsSync(root)).toBe(false);
    mkdirSync(root);
    await (await openPublication(root, () => undefined)).close();
    expect(readdirSync(root)).toEqual([]);
  });

  it("keeps what is published and no more, after a run that finds all of it there", async () => {
    const root = newFolder();
    await publishByHand(root, FORMS);
    await (await openPublication(root, () => undefined)).close();
    expect(readdirSync(join(root, ".zpb"))).toEqual(["published.json"]);
  });

  it("says what the run that was cut short was to make, until it is made", async () => {
    const root = newFolder();
    await cutShort(root);
    const next = await openPublication(root, () => undefined);
    expect(next.unfinished).toEqual(identityOf(FORMS));
    await next.close();
    await publishByHand(root, FORMS);
    const last = await openPublication(root, () => undefined);
    expect(last.unfinished).toBeUndefined();
    expect((await last.published())?.identity).toEqual(identityOf(FORMS));
    await last.close();
  });

  it("gives back published documents, also where they are to lie elsewhere or were copied", async () => {
    const root = newFolder();
    await publishByHand(root, FORMS);
    const moved = { "forms/甲/01-零": "零", "forms/甲/02-一": "一", "forms/甲/03-二": "二" };
    expect(await publishByHand(root, moved)).toEqual({ made: ["forms/甲/01-零"], damage: [] });
    expect(contents(root)["forms/甲/03-二/form.pdf"]).toBe("form.pdf 二");
    expect(existsSync(join(root, "forms/甲/01-一"))).toBe(false);
    const copy = newFolder();
    cpSync(root, copy, { recursive: true });
    expect(await publishByHand(copy, moved)).toEqual({ made: [], damage: [] });
  });

  it.each<[string, (place: string) => void]>([
    ["one byte of it is another", (place) => writeFileSync(place, "form.pdf 丁")],
    ["it is shorter", (place) => writeFileSync(place, "form")],
    ["it is gone", (place) => rmSync(place)],
    ["a folder lies there", (place) => (rmSync(place), mkdirSync(place))],
    ["a link lies there", (place) => (renameSync(place, `${place}.x`), symlinkSync(`${place}.x`, place))],
  ])("makes a document again, and says so, when %s", async (_, spoil) => {
    const waiting = newFolder();
    await cutShort(waiting);
    spoil(objectOf(waiting, "form.pdf 一"));
    expect(await publishByHand(waiting, FORMS)).toEqual({
      made: ["forms/甲/01-一"],
      damage: ["已做好的文件损坏，重做：forms/甲/01-一/form.pdf"],
    });
    expect(contents(waiting)["forms/甲/01-一/form.pdf"]).toBe("form.pdf 一");
  });

  it("does not take two swapped objects for each other", async () => {
    const root = newFolder();
    await cutShort(root);
    const [one, two] = [objectOf(root, "form.pdf 一"), objectOf(root, "form.pdf 二")];
    renameSync(one, `${one}.x`);
    renameSync(two, one);
    renameSync(`${one}.x`, two);
    const told = await publishByHand(root, FORMS);
    expect(told.made).toEqual(Object.keys(FORMS));
    expect(contents(root)["forms/甲/01-一/form.pdf"]).toBe("form.pdf 一");
  });

  it("notices a published file that was changed, and makes that form again", async () => {
    const root = newFolder();
    await publishByHand(root, FORMS);
    writeFileSync(join(root, "forms/甲/02-二/form.pdf"), "form.pdf 丁");
    const output = await openPublication(root, () => undefined);
    expect(await output.published()).toBeUndefined();
    await output.close();
    expect(await publishByHand(root, FORMS)).toEqual({
      made: ["forms/甲/02-二"],
      damage: ["上次公开的文件被改动或不见了，重做：forms/甲/02-二/form.pdf"],
    });
  });

  it("forgets what a torn or altered journal does not say for certain", async () => {
    const root = newFolder();
    await cutShort(root);
    const journal = join(root, ".zpb/journal.jsonl");
    const lines = readFileSync(journal, "utf8").split("\n");
    writeFileSync(journal, [lines[0], lines[1]?.replace("form.pdf", "form.pdx"), lines[2]].join("\n"));
    const told = await publishByHand(root, FORMS);
    // The second line is altered, and the last was not written to its end.
    expect(told).toEqual({ made: Object.keys(FORMS), damage: ["发布日志有 1 行损坏，所记的文件重做"] });
    appendFileSync(journal, "half a li");
    expect(await publishByHand(root, FORMS)).toEqual({ made: [], damage: [] });
  });

  it("does not write through a link among its folders, and leaves everything for the next run", async () => {
    const root = newFolder();
    const outside = newFolder();
    symlinkSync(outside, join(root, "forms"));
    await expect(publishByHand(root, FORMS)).rejects.toMatchObject({ trouble: { code: "output/link" } });
    expect(contents(outside)).toEqual({});
    rmSync(join(root, "forms"));
    await publishByHand(root, FORMS);
    expect(Object.keys(contents(root))).toHaveLength(6);
  });
});

/** A process that holds the lock until it is told to go. */
async function holder(root: string) {
  const door = new URL("../../src/publication/open-publication.ts", import.meta.url).href;
  const text = `import { openPublication } from ${JSON.stringify(door)}; await openPublication(${JSON.stringify(root)}, () => {}); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--conditions=source", "--input-type=module", "-e", text], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

describe("the lock", () => {
  it("lets one publish and tells the other who does; that of a dead one is taken over", async () => {
    const root = newFolder();
    const child = await holder(root);
    await expect(publishByHand(root, FORMS)).rejects.toMatchObject({
      trouble: { code: "output/locked", why: `本机的进程 ${child.pid} 占用着它` },
    });
    child.kill("SIGKILL");
    await once(child, "exit");
    await publishByHand(root, FORMS);
    expect(Object.keys(contents(root))).toHaveLength(6);
  });

  it("is held by the process, not by its number", async () => {
    const root = newFolder();
    const held = { host: hostname(), boot: readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim(), pid: 1 };
    mkdirSync(join(root, ".zpb"));
    writeFileSync(join(root, ".zpb/lock"), JSON.stringify({ ...held, started: "0" }));
    await publishByHand(root, FORMS);
    writeFileSync(join(root, ".zpb/lock"), JSON.stringify({ ...held, pid: process.pid, started: "0", boot: "before" }));
    await publishByHand(root, FORMS);
    expect(existsSync(join(root, ".zpb/lock"))).toBe(false);
  });

  it("of another host is believed, and named with what to do", async () => {
    const root = newFolder();
    mkdirSync(join(root, ".zpb"));
    writeFileSync(join(root, ".zpb/lock"), JSON.stringify({ host: "别处", boot: "b", pid: 7, started: "1" }));
    const refusal = await publishByHand(root, FORMS).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ trouble: { why: "主机 别处 上的进程 7 占用着它" } });
  });

  it("that was torn by a power cut is nobody's", async () => {
    const root = newFolder();
    mkdirSync(join(root, ".zpb"));
    writeFileSync(join(root, ".zpb/lock"), `{"host":`);
    await publishByHand(root, FORMS);
    expect(Object.keys(contents(root))).toHaveLength(6);
  });

  it("is taken over by one of many only", async () => {
    const root = newFolder();
    mkdirSync(join(root, ".zpb"));
    writeFileSync(join(root, ".zpb/lock"), "{}");
    const opened = await Promise.allSettled(Array.from({ length: 12 }, () => openPublication(root, () => undefined)));
    const won = opened.filter((each) => each.status === "fulfilled");
    expect(won).toHaveLength(1);
    await won[0]?.value.close();
    expect(existsSync(join(root, ".zpb/lock"))).toBe(false);
  });
});
