import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { cachePlace } from "../src/cache/cache-folder.ts";
import { openPrinter } from "../src/pdf/open-printer.ts";
import type { PrinterEvent } from "../src/pdf/printer.ts";
import { samplePage, sampleVolume } from "./sample-page.ts";

const page = { ...samplePage(), title: "样张" };
const onLinux = process.platform === "linux";

/** Browsers that this process started, by their parent in /proc. */
function browsers(): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, "utf8"))?.slice(1) ?? [];
      return Number(parent) === process.pid &&
        readFileSync(`/proc/${name}/cmdline`, "utf8").includes("remote-debugging-pipe")
        ? [Number(name)]
        : [];
    } catch {
      return [];
    }
  });
}

const runFolders = () =>
  readdirSync(join(cachePlace(undefined), "run")).filter((name) => name.includes(`.${process.pid}.`));

test.runIf(onLinux)("a browser killed in mid-print is replaced and every job comes out", async () => {
  const events: PrinterEvent[] = [];
  const printer = await openPrinter({ report: (event) => events.push(event) });
  await printer.print(page);
  const [victim] = browsers();
  if (victim === undefined) throw new Error("no browser was started");
  const volume = sampleVolume(30);
  const jobs = [printer.print({ ...volume, title: "汇编" }), ...Array.from({ length: 5 }, () => printer.print(page))];
  setTimeout(() => process.kill(victim, "SIGKILL"), 60);
  const printed = await Promise.all(jobs);
  expect(printed.map(({ pages }) => pages)).toEqual([expect.any(Number), 1, 1, 1, 1, 1]);
  expect(events.map(({ code }) => code)).toContain("browser-restarted");
  await printer.close();
});

test.runIf(onLinux)("close leaves neither a process nor a profile", async () => {
  const printer = await openPrinter();
  await printer.print(page);
  expect(browsers()).toHaveLength(1);
  expect(runFolders()).toHaveLength(1);
  await printer.close();
  expect(browsers()).toEqual([]);
  expect(runFolders()).toEqual([]);
  await expect(printer.print(page)).rejects.toMatchObject({ code: "print/closed" });
});

test("an aborted job ends at once and the printer goes on", async () => {
  const printer = await openPrinter({ tabs: 1 });
  const abort = new AbortController();
  const long = printer.print({ ...sampleVolume(60), title: "汇编", signal: abort.signal });
  const queued = printer.print({ ...page, signal: abort.signal });
  setTimeout(() => abort.abort(), 30);
  const ends = await Promise.allSettled([long, queued]);
  expect(ends).toMatchObject(["rejected", "rejected"].map((status) => ({ status, reason: { code: "print/aborted" } })));
  expect((await printer.print(page)).pages).toBe(1);
  await printer.close();
});

test("a signal for the whole printer closes it", async () => {
  const abort = new AbortController();
  const printer = await openPrinter({ signal: abort.signal });
  const printing = printer.print({ ...sampleVolume(60), title: "汇编" });
  abort.abort();
  await expect(printing).rejects.toMatchObject({ code: "print/closed" });
  await printer.close();
});

const fresh = mkdtempSync(join(tmpdir(), "zpb-two-"));
afterAll(() => rmSync(fresh, { recursive: true, force: true }));

test("two processes may prepare one empty cache at once", async () => {
  const script = `
    const { openPrinter } = await import(${JSON.stringify(new URL("../src/pdf/open-printer.ts", import.meta.url).href)});
    const printer = await openPrinter({ cacheDir: ${JSON.stringify(fresh)} });
    const { pages } = await printer.print(${JSON.stringify(page)});
    await printer.close();
    console.log(pages);`;
  const start = () => outputOf(script);
  expect(await Promise.all([start(), start()])).toEqual(["1", "1"]);
  const left = ["browser", "fonts", "run"].flatMap((name) => readdirSync(join(fresh, name)));
  expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
  expect(readdirSync(join(fresh, "run"))).toEqual([]);
});

async function outputOf(script: string): Promise<string> {
  return (await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script])).stdout.trim();
}

test.runIf(onLinux)("a browser that does not start is a failure with a next step", async () => {
  const printer = await openPrinter({ browserPath: "/bin/false" });
  const failure = { name: "PrintFailure", code: "print/browser-lost" };
  await expect(printer.print(page)).rejects.toMatchObject(failure);
  await expect(printer.browser()).rejects.toMatchObject(failure);
  await printer.close();
  await expect(openPrinter({ browserPath: "/no/such/browser" })).rejects.toMatchObject({ code: "print/no-browser" });
});

test("a printer that was called off before it was open does not open", async () => {
  await expect(openPrinter({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "print/aborted" });
});
