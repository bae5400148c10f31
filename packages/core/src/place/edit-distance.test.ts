import { expect, it } from "vitest";
import { editDistance } from "./edit-distance.ts";

it.each([
  ["", "", 0],
  ["甲", "", 1],
  ["rating", "raiting", 1],
  ["rating", "ratnig", 1],
  ["target", "targets", 1],
  ["kitten", "sitting", 3],
  ["ca", "abc", 3],
])("from %j to %j are %i steps, either way", (a, b, steps) => {
  expect(editDistance(a, b, 9)).toBe(steps);
  expect(editDistance(b, a, 9)).toBe(steps);
});

it("tells no more than that the limit is passed, at once for texts of other lengths", () => {
  expect(editDistance("kitten", "sitting", 3)).toBe(3);
  expect(editDistance("kitten", "sitting", 2)).toBe(3);
  expect(editDistance("x".repeat(10_000_000), "score", 2)).toBe(3);
});
