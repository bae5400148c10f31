import { expect, it } from "vitest";
import { fingerprint } from "./fingerprint.ts";

it("is the same whole number for the same text, on every machine", () => {
  expect(fingerprint("故障解决率")).toBe(fingerprint("故障解决率"));
  expect([fingerprint(""), fingerprint("故障解决率")]).toMatchInlineSnapshot(`
    [
      3338908027751811,
      6462769012740496,
    ]
  `);
});

it("tells apart a hundred thousand texts that differ in a figure", () => {
  const seen = new Set(Array.from({ length: 100_000 }, (_, at) => fingerprint(`巡检次数\n≥${at}(次)`)));
  expect(seen.size).toBe(100_000);
  expect([...seen].every(Number.isSafeInteger)).toBe(true);
});
