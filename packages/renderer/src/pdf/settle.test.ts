import { expect, test } from "vitest";
import { type ReadBack, printUntilSettled } from "./settle.ts";

const PAGE = '<a data-fill="page" href="#x"></a>';

const printOf = (page: number): ReadBack => ({
  pdf: { objects: new Map(), root: 0, info: 0 },
  pages: [1],
  destinations: new Map([["x", { page, object: 1, top: 0 }]]),
});

/** Prints with the place on these pages, one after the other, then again from the beginning of the list. */
async function printed(...pages: readonly number[]): Promise<readonly string[]> {
  const prints: string[] = [];
  await printUntilSettled(PAGE, (html) => {
    prints.push(html);
    return Promise.resolve(printOf(pages[(prints.length - 1) % pages.length] ?? 0));
  });
  return prints;
}

test("a document is printed until its print changes nothing", async () => {
  expect(await printed(7)).toEqual([PAGE, '<a data-fill="page" href="#x">7</a>']);
  expect(await printed(7, 8, 8)).toHaveLength(3);
});

test("one that goes back and forth is printed until it comes round", async () => {
  const prints = await printed(7, 8);
  expect(prints).toHaveLength(3);
  expect(new Set(prints).size).toBe(3);
});
