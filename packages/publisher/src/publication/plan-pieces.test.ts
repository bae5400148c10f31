import { expect, it } from "vitest";
import { planPieces } from "./plan-pieces.ts";

it("gives the text of the whole, and never a long list at once", () => {
  const files = Array.from({ length: 1_201 }, (_, at) => [`forms/甲/${at}.pdf`, at, 'a"\n']);
  const plan = { place: files, remove: [], published: { version: 1, identity: { inputs: "x" }, none: {}, files } };
  const pieces = [...planPieces(plan)];
  expect(pieces.join("")).toBe(JSON.stringify(plan));
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(JSON.stringify(files).length / 2);
});
