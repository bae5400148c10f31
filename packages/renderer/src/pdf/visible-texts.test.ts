import { describe, expect, it } from "vitest";
import { blocksOf } from "../../test/blocks-of.ts";
import { textsOfBlocks, visibleTexts } from "./visible-texts.ts";

describe("the texts of a page", () => {
  it.each([
    ["a label that may be printed again", "<table><tbody><tr><th>甲</th><td>乙</td></tr></tbody></table>", true],
    ["a merged cell", '<table><tbody><tr><td rowspan="2">甲</td><td>乙</td></tr><tr></tr></tbody></table>', true],
    ["nothing to be printed again", "<p>甲</p><p><span>乙</span></p>", false],
  ])("of %s", (_what, markup, isContinued) => {
    const expected = ["甲", "乙", ...(isContinued ? ["（续）"] : [])].toSorted();
    expect(textsOfBlocks(blocksOf(markup)).toSorted()).toEqual(expected);
    expect(visibleTexts(markup).toSorted()).toEqual(expected);
  });
});
