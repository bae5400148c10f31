import { expect, test } from "vitest";
import { momentOf, randomFrom } from "./random-moments.ts";

test("a seed gives the same moments again, another one others", () => {
  const moments = (seed: number) => {
    const random = randomFrom(seed);
    return Array.from({ length: 50 }, () => momentOf(random));
  };
  expect(moments(7)).toEqual(moments(7));
  expect(moments(7)).not.toEqual(moments(8));
});

test("moments lie within the run, more of them near its end", () => {
  const random = randomFrom(1);
  const moments = Array.from({ length: 3000 }, () => momentOf(random));
  expect(Math.min(...moments)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...moments)).toBeLessThan(1);
  const late = moments.filter((moment) => moment >= 0.85).length / moments.length;
  expect(late).toBeGreaterThan(0.35);
  expect(late).toBeLessThan(0.55);
});
