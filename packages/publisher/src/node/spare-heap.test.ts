import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const FILE = JSON.stringify(new URL("spare-heap.ts", import.meta.url).href);

/** The number that a program prints. */
function run(program: string): number {
  const given = ["--conditions=source", "--no-warnings", "--input-type=module", "-e", program];
  return Number.parseInt(spawnSync(process.execPath, given, { encoding: "utf8" }).stdout, 10);
}

/** Makes millions of objects of which few stay, in a program of its own, and gives the MiB of the space for what is new. */
function newSpaceAfter(first: string): number {
  return run(`
    import { setImmediate } from "node:timers/promises";
    import { getHeapSpaceStatistics } from "node:v8";
    ${first}
    let kept = [];
    for (let at = 0; at < 2e6; at += 1) {
      kept.push({ at, text: "x" + at });
      if (at % 1e4 === 0) await setImmediate();
      if (kept.length > 2e5) kept = kept.slice(1e5);
    }
    console.log(getHeapSpaceStatistics().find((space) => space.space_name === "new_space").space_size / 2 ** 20);
  `);
}

/** Makes a million objects of which every hundredth stays, and gives the MiB that the heap has taken. */
function heapAfter(last: string): number {
  return run(`
    const made = Array.from({ length: 1e6 }, (_, at) => ({ at, text: "x" + at }));
    const kept = made.filter(({ at }) => at % 100 === 0);
    made.length = 0;
    ${last}
    console.log(kept.length > 0 ? process.memoryUsage().heapTotal / 2 ** 20 : 0);
  `);
}

it("keeps the space for new objects as small as it is", () => {
  const kept = newSpaceAfter(`(await import(${FILE})).spareHeap();`);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(newSpaceAfter(""));
});

it("gives back what is left of a step that made much", () => {
  const left = heapAfter(`(await import(${FILE})).closeUpHeap();`);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(heapAfter("") / 4);
});
