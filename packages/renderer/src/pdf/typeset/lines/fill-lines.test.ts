import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { blocksOf } from "../../../../test/blocks-of.ts";
import { plainLetters } from "../../../../test/plain-letters.ts";
import { readStyleSheet } from "../../../page/style-sheet.ts";
import { Look } from "../look.ts";
import { type Line, fillLines } from "./fill-lines.ts";
import { type SetText, setText } from "./set-text.ts";

const css =
  ".plain { font-size: 10pt; } .whole { white-space: nowrap; } .far { font-size: 10pt; letter-spacing: 2pt; }";
const sheet = readStyleSheet([{ file: "plain.css", css }]);

function setOf(inside: string, kind = "plain", sign = ""): SetText {
  const [paragraph] = blocksOf(`<p class="${kind}">${inside}</p>`);
  if (paragraph === undefined) throw new Error("no paragraph");
  return setText(paragraph.children, Look.ofPage(sheet).inside(paragraph), plainLetters, sign);
}

const shown = ({ letters }: SetText, { from, to }: Line) =>
  letters
    .slice(from, to)
    .filter(({ isDrawn }) => isDrawn)
    .map(({ code }) => String.fromCodePoint(code))
    .join("");

const linesOf = (inside: string, width: number, indent = 0, sign = "") => {
  const text = setOf(inside, "plain", sign);
  return fillLines(text, width, indent).map((line) => shown(text, line));
};

describe("lines of ten points a character", () => {
  it.each<[what: string, inside: string, width: number, lines: readonly string[]]>([
    ["are as full as they can be", "一二三四五六七", 30, ["一二三", "四五六", "七"]],
    ["begin with no closing sign", "一二三，四", 30, ["一二", "三，四"]],
    ["end with no opening sign", "一二（三）", 30, ["一二", "（三）"]],
    ["keep words and numbers whole", "共100.00元", 35, ["共", "100.00", "元"]],
    ["part a word that is wider than they are", "abcdefgh", 20, ["abcd", "efgh"]],
    ["have no white space at their ends", " 一 \n 二 ", 10, ["一", "二"]],
    ["join white space within", "a \n  b", 100, ["a b"]],
    ["end where they are told to", "一<br>二", 100, ["一", "二"]],
    ["may end where they are allowed to", "abcd<wbr>efgh", 20, ["abcd", "efgh"]],
    [
      "keep together what asks for it, though it is wider",
      '一二<span class="whole">三四五</span>六',
      20,
      ["一二", "三四五", "六"],
    ],
    ["keep a no-break space", "一&nbsp;二三", 20, ["一", "二三"].map((_, at) => (at === 0 ? "一\u00a0" : "二三"))],
    ["are none without a text", " ", 30, []],
  ])("%s", (_, inside, width, lines) => {
    expect(linesOf(inside, width)).toEqual(lines);
  });

  it("begin further in where the first of them is indented", () => {
    expect(linesOf("一二三四五", 30, 20)).toEqual(["一", "二三四", "五"]);
  });

  it("carry a sign behind the text in one piece", () => {
    expect(linesOf("一二三", 40, 0, "（续）")).toEqual(["一二三", "（续）"]);
    expect(linesOf("", 10, 0, "（续）")).toEqual(["（续）"]);
  });

  it("count what is left between letters", () => {
    const text = setOf("一二三四", "far");
    expect(fillLines(text, 36, 0).map((line) => [shown(text, line), line.width])).toEqual([
      ["一二三", 36],
      ["四", 12],
    ]);
  });
});

test("nothing is lost, and no line is wider than it may be unless it is one piece", () => {
  const piece = fc.constantFrom("一", "预算", "，", "（", "）", "ab", "12.5", "%", " ", "<br>", "<wbr>", "“", "”");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 10, max: 120 }), (pieces, width) => {
      const text = setOf(pieces.join(""));
      const lines = fillLines(text, width, 0);
      const all = lines.map((line) => shown(text, line)).join("");
      const expected = pieces.join("").replaceAll(/<br>|<wbr>/gu, "");
      expect(all.replaceAll(" ", "")).toBe(expected.replaceAll(" ", ""));
      for (const { from, to, width: used } of lines) expect(used <= width + 0.01 || to - from === 1).toBe(true);
    }),
  );
});
