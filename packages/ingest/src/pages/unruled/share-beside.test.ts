import { describe, expect, it } from "vitest";
import type { Glyph } from "../../media/pdf/page-marks.ts";
import { setLines } from "../set-lines.ts";
import type { Caption } from "./find-captions.ts";
import { shareBeside, sharedCell } from "./share-beside.ts";

function line(text: string, top: number): Glyph {
  const box = [200, top, 240, top + 10] as const;
  return { text, box, pen: [200, top + 9], size: 10, direction: 0, vertical: false, unreadable: false };
}

/** Labels of three lines, four of which follow each other. */
const labels = [0, 1, 2, 3].map(
  (row): Caption => ({ page: 1, box: [100, row * 45, 140, row * 45 + 40], text: `标签${row}`, size: 10 }),
);
const [label] = labels;
const cells = (lines: readonly Glyph[]) =>
  (shareBeside([setLines(lines)], labels)?.[0] ?? []).map((cell) =>
    label === undefined ? undefined : sharedCell(cell, "表.pdf", label, true),
  );

describe("figures beside labels of several lines", () => {
  it("on top of their cells: the second line of a figure belongs to the row whose line precedes it, and is told", () => {
    const made = cells([
      line("2,936.7", 0),
      line("0", 13),
      line("2,914.1", 45),
      line("9", 58),
      line("0.00", 90),
      line("7.00", 135),
    ]);
    expect(made.map((cell) => cell?.text)).toEqual(["2,936.70", "2,914.19", "0.00", "7.00"]);
    expect(made.map((cell) => cell?.doubt === undefined)).toEqual([false, false, true, true]);
  });

  it("in the middle of their cells are sure", () => {
    const made = cells([line("1.00", 15), line("2.00", 60), line("3.00", 105), line("4.00", 150)]);
    expect(made.map((cell) => [cell?.text, cell?.doubt])).toEqual(
      ["1.00", "2.00", "3.00", "4.00"].map((text) => [text, undefined]),
    );
  });

  it("leave a row blank that has none", () => {
    const made = cells([line("1.00", 0), line("2.00", 45), line("4.00", 135)]);
    expect(made.map((cell) => cell?.text)).toEqual(["1.00", "2.00", "", "4.00"]);
  });
});
