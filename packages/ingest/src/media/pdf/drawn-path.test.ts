import { describe, expect, it } from "vitest";
import { RawPage, rawPdf } from "../../../test/raw-pdf.ts";
import { readDrawnPath } from "./drawn-path.ts";
import { readPages } from "./open-pdf.ts";

/** What pdf.js makes of operators that we wrote: this fails when the shape of its paths changes. */
async function rulesOf(draw: (page: RawPage) => void): Promise<string[]> {
  const page = new RawPage();
  draw(page);
  page.text("表", 10, 30, 9);
  const { pages } = await readPages(rawPdf([page]), () => undefined);
  return (pages[0]?.rules ?? []).map(
    ({ box, horizontal }) => `${horizontal ? "—" : "|"} ${box.map(Math.round).join(" ")}`,
  );
}

describe("paths of pdf.js are decoded", () => {
  it("strokes, thin areas and boxes become rules, a background and a slanted line do not", async () => {
    expect(await rulesOf((page) => page.line(100, 200, 300, 200, 2))).toEqual(["— 100 199 300 201"]);
    expect(await rulesOf((page) => page.line(100, 200, 100, 400, 2))).toEqual(["| 99 200 101 400"]);
    expect(await rulesOf((page) => page.fill(100, 200, 1, 50))).toEqual(["| 100 200 101 250"]);
    expect(await rulesOf((page) => page.box(100, 200, 60, 50))).toHaveLength(4);
    expect(await rulesOf((page) => page.raw("0.9 g 100 100 200 200 re f"))).toEqual([]);
    expect(await rulesOf((page) => page.line(100, 200, 150, 250))).toEqual([]);
  });

  it("a frame that is filled between two boxes has four sides", async () => {
    expect(await rulesOf((page) => page.raw("100 100 80 60 re 101 101 78 58 re f*"))).toHaveLength(4);
  });

  it("clipped and transformed lines stand where they are seen", async () => {
    const draw = (page: RawPage): void => page.raw("q 0 642 200 200 re W n 2 0 0 2 0 0 cm 1 w 50 371 m 250 371 l S Q");
    expect(await rulesOf(draw)).toEqual(["— 100 99 200 101"]);
  });

  it("white lines on white paper are none", async () => {
    expect(await rulesOf((page) => page.raw("1 G 1 w 100 700 m 300 700 l S"))).toEqual([]);
  });

  it("other arguments give no path", () => {
    expect(readDrawnPath(undefined, [1, 0, 0, 1, 0, 0])).toBeUndefined();
    expect(readDrawnPath([20, "x"], [1, 0, 0, 1, 0, 0])).toEqual({ painted: 20, subpaths: [] });
  });
});
