import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

/** Makes millions of objects of which few stay, in a program of its own, and gives the MiB of the space for what is new. */
function newSpaceAfter(first: string): number {
  const program = `
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
  `;
  const given = ["--conditions=source", "--no-warnings", "--input-type=module", "-e", program];
  return Number.parseInt(spawnSync(process.execPath, given, { encoding: "utf8" }).stdout, 10);
}

it("keeps the space for new objects as small as it is", () => {
  const file = new URL("spare-heap.ts", import.meta.url).href;
  const kept = newSpaceAfter(`(await import(${JSON.stringify(file)})).spareHeap();`);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(newSpaceAfter(""));
});
