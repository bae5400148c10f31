import { expect, test } from "vitest";
import { askedFor } from "./asked.ts";

test("without words everything is measured, up to a thousand forms", () => {
  const { groups, sizes, strict, write } = askedFor([]);
  expect(groups.map(({ id }) => id)).toEqual(["pdf", "docx", "both", "publish", "rest"]);
  expect({ sizes, strict, write }).toEqual({ sizes: [1, 100, 1000], strict: false, write: false });
});

test("groups and sizes are chosen by name, in any order", () => {
  const { groups, sizes } = askedFor(["1000", "publish", "10", "pdf", "--strict"]);
  expect(groups.map(({ id }) => id)).toEqual(["pdf", "publish"]);
  expect(sizes).toEqual([10, 1000]);
  expect(askedFor(["--all"]).sizes).toEqual([1, 100, 1000, 10_000]);
});

test("a word that means nothing is refused, not passed over", () => {
  expect(() => askedFor(["pdf", "dpf"])).toThrow("不认识：dpf");
});
