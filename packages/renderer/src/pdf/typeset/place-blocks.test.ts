/** Where things stand on the paper, in points from its upper left corner. */
import { describe, expect, it } from "vitest";
import { blocksOf } from "../../../test/blocks-of.ts";
import { plainLetters } from "../../../test/plain-letters.ts";
import { readStyleSheet } from "../../page/style-sheet.ts";
import { flowBlocks } from "./flow.ts";
import { Look } from "./look.ts";
import { paginate } from "./paginate.ts";
import { placeBlocks } from "./place-blocks.ts";
import type { PlacedPage } from "./placed.ts";

const css = `
p, th, td { font-size: 10pt; line-height: 1; }
.in { padding: 5pt 0 0 20pt; } .down { margin-top: 7pt; }
.middle { vertical-align: middle; } .bottom { vertical-align: bottom; }
.spread { text-align: justify; } .right { text-align: right; } .center { text-align: center; }
.thin { border: 0.75pt solid #888; } .thick { border: 1.5pt solid #000; }
.ground { background-color: #eee; } .boxed { border-bottom: 3pt solid #F00; padding-bottom: 2pt; }
.large { font-size: 20pt; }
`;
const sheet = readStyleSheet([{ file: "plain.css", css }]);
const WIDTH = 100;

/** The only page of a body, its type area 100 points wide and 10 points from the edges of the paper. */
function placed(body: string): PlacedPage {
  const blocks = flowBlocks(blocksOf(body), Look.ofPage(sheet), WIDTH, plainLetters);
  const { pages } = placeBlocks(paginate(blocks, 500), { left: 10, top: 10 }, plainLetters);
  const [page, ...others] = pages;
  if (page === undefined || others.length > 0) throw new Error("not one page");
  return page;
}

/** Of every text: what it says, its left edge and its baseline. */
const textsOf = (body: string) =>
  placed(body).texts.map(({ letters, x, baseline }) => [
    String.fromCodePoint(...letters.map(({ code }) => code)),
    Math.round(x * 100) / 100,
    Math.round(baseline * 100) / 100,
  ]);

const table = (cells: string) => `<table><tbody><tr>${cells}</tr></tbody></table>`;

describe("texts", () => {
  // Letters rise eight tenths of their size above the baseline.
  it("begin in the padding of their section, below the margin", () => {
    expect(textsOf('<section class="in"><p class="down">甲</p></section>')).toEqual([["甲", 30, 30]]);
  });

  it.each([
    ["", 10],
    ["center", 55],
    ["right", 100],
  ])("are aligned: %s", (kind, x) => {
    expect(textsOf(`<p class="${kind}">甲</p>`)).toEqual([["甲", x, 18]]);
  });

  it.each([
    ["", 18],
    ["middle", 28],
    ["bottom", 38],
  ])("stand in their cell: %s", (kind, baseline) => {
    const [first] = textsOf(table(`<td class="${kind}">甲</td><td>一<br>二<br>三</td>`));
    expect(first).toEqual(["甲", 10, baseline]);
  });

  it("reach the right edge where they are spread, but in the last line", () => {
    const [line, last] = placed(`<p class="spread">${"文".repeat(9)}ab ${"字".repeat(3)}</p>`).texts.reduce<number[]>(
      (right, { x, letters, spread, baseline }) => {
        const at = baseline < 20 ? 0 : 1;
        const width = letters.reduce((sum, { advance }) => sum + advance / 100, 0) + spread * (letters.length - 1);
        right[at] = Math.max(right[at] ?? 0, x + width);
        return right;
      },
      [],
    );
    expect(line).toBeCloseTo(110, 6);
    expect(last).toBeLessThan(110);
  });

  it("of any size stand on one baseline, as deep as the largest asks for", () => {
    expect(textsOf('<p>甲<span class="large">乙</span></p>')).toEqual([
      ["甲", 10, 26],
      ["乙", 20, 26],
    ]);
  });
});

describe("rules and grounds", () => {
  it("are the stronger of two that meet, in one piece", () => {
    const { fills } = placed(table('<td class="thin">甲</td><td class="thick">乙</td>'));
    const down = fills.filter(({ width, height }) => height > width).map(({ x, width, color }) => [x, width, color]);
    expect(down.map(([, ...look]) => look)).toEqual([
      [0.75, "888888"],
      [1.5, "000000"],
      [1.5, "000000"],
    ]);
    expect(down[0]?.[0]).toBe(10);
    const across = fills.filter(({ width, height }) => width > height);
    expect(across.map(({ height }) => height)).toEqual([0.75, 1.5, 0.75, 1.5]);
  });

  it("lie behind cells and paragraphs", () => {
    const { fills } = placed(`${table('<td class="ground">甲</td><td>乙</td>')}<p class="boxed">丙</p>`);
    expect(fills).toEqual([
      { x: 10, y: 10, width: 50, height: 10, color: "EEEEEE" },
      { x: 10, y: 32, width: 100, height: 3, color: "FF0000" },
    ]);
  });
});

describe("links", () => {
  it("have one rectangle on each line, around their letters", () => {
    const { links } = placed('<p>一<a href="#x">二三abc四五六七八九</a></p><p id="x">十</p>');
    expect(links.map(({ target, text, x, y, width, height }) => ({ target, text, x, y, width, height }))).toEqual([
      { target: "x", text: "二三abc四五六七八", x: 20, y: 10, width: 85, height: 10 },
      { target: "x", text: "九", x: 10, y: 20, width: 10, height: 10 },
    ]);
  });

  it("lead to where the place begins", () => {
    expect(placed('<p>一</p><p id="x">二</p>').names).toEqual([{ name: "x", y: 20 }]);
  });
});
