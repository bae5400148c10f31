import { describe, expect, it } from "vitest";
import { joinDots } from "./join-dots.ts";
import type { Rule } from "./page-marks.ts";

/** As a dot is seen: it may belong to a line of either direction. */
function dot(x: number, y: number): Rule[] {
  const box = [x, y, x + 1, y + 1] as const;
  return [
    { box, horizontal: true },
    { box, horizontal: false },
  ];
}

const steps = (count: number): number[] => Array.from({ length: count }, (_, at) => at * 2);

describe("dots", () => {
  it("around a cell become its four lines", () => {
    const across = [10, 50].flatMap((y) => steps(51).flatMap((x) => dot(100 + x, y)));
    const down = [100, 200].flatMap((x) => steps(19).flatMap((y) => dot(x, 12 + y)));
    expect(joinDots([...across, ...down])).toEqual([
      { box: [100, 10, 201, 11], horizontal: true },
      { box: [100, 50, 201, 51], horizontal: true },
      { box: [100, 10, 101, 51], horizontal: false },
      { box: [200, 10, 201, 51], horizontal: false },
    ]);
  });

  it("that are few or far apart, and dashes, stay what they are", () => {
    const dash: Rule = { box: [100, 10, 106, 11], horizontal: true };
    const rules = [dash, ...dot(108, 10), ...[0, 30, 60, 90].flatMap((x) => dot(x, 300))];
    expect(joinDots(rules)).toEqual(rules);
  });
});
