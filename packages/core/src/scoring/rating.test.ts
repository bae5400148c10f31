import { describe, expect, it } from "vitest";
import { SH_2024 } from "../edition/sh-2024.ts";
import { decimal } from "../values/decimal.ts";
import { score } from "../values/score.ts";
import { bandNamed, bandOf, gradeAgrees } from "./rating.ts";

const points = (text: string) => score(decimal(text));

describe("the grade of a total", () => {
  it.each([
    ["100.00", "优"],
    ["90.00", "优"],
    ["89.99", "良"],
    ["80.00", "良"],
    ["79.99", "中"],
    ["60.00", "中"],
    ["59.99", "差"],
    ["0.00", "差"],
    ["-0.01", undefined],
  ])("of %s is %s", (total, label) => expect(bandOf(points(total), SH_2024)?.label).toBe(label));

  it.each([
    ["优", "优"],
    ["优 秀", "优"],
    ["　良好\n", "良"],
    ["一般", "中"],
    ["较差", "差"],
    ["合格", undefined],
    ["", undefined],
  ])("named %s is the band %s", (printed, label) => expect(bandNamed(printed, SH_2024)?.label).toBe(label));
});

describe("a printed grade", () => {
  const agrees = (total: string, printed: string) => {
    const band = bandNamed(printed, SH_2024);
    if (band === undefined) throw new Error(printed);
    return gradeAgrees(points(total), band, SH_2024);
  };

  it.each([
    ["95.00", "优", true],
    ["85.00", "良", true],
    ["10.00", "差", true],
    // The border of 优 was seen from both sides: to call 95 良 or 85 优 is wrong for certain.
    ["95.00", "良", false],
    ["95.00", "差", false],
    ["89.99", "优", false],
    ["85.00", "优", false],
    // 良 was seen down to 88, so 中 is wrong from there on.
    ["89.00", "中", false],
    ["88.00", "中", false],
    // Further down nobody has seen where one grade ends.
    ["87.99", "中", "unverified"],
    ["70.00", "良", "unverified"],
    ["70.00", "差", "unverified"],
    ["-1.00", "优", "unverified"],
  ] as const)("with a total of %s and %s: %s", (total, printed, expected) =>
    expect(agrees(total, printed)).toBe(expected),
  );
});
