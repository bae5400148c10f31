import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proseText } from "../testing/form-arbitrary.ts";
import { likeness } from "./likeness.ts";

describe("likeness", () => {
  it("lies between 0 and 1, is 1 with itself, and does not mind which text comes first", () => {
    fc.assert(
      fc.property(proseText, proseText, (a, b) => {
        const alike = likeness(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(likeness(b, a)).toBe(alike);
        expect(likeness(a, a)).toBe(1);
      }),
    );
  });
});
