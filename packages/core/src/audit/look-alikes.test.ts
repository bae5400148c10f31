import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likeness, neighbours } from "./likeness.ts";
import { openLookAlikes } from "./look-alikes.ts";

/** Every text is looked up among those before it: `[earlier, later]`. */
function pairsFound(texts: readonly string[], least: number): readonly (readonly [number, number])[] {
  const lookAlikes = openLookAlikes(texts, neighbours, least);
  return texts.flatMap((_, at) => {
    const found = lookAlikes.find(at).map((one) => [one.at, at] as const);
    lookAlikes.add(at);
    return found;
  });
}

function pairsCompared(texts: readonly string[], least: number): readonly (readonly [number, number])[] {
  return texts.flatMap((text, at) =>
    texts
      .slice(0, at)
      .flatMap((other, earlier) =>
        neighbours(text).length > 0 && likeness(text, other) >= least ? [[earlier, at] as const] : [],
      ),
  );
}

describe("look-alikes", () => {
  it("are found as if each text were compared with each", () => {
    const text = fc
      .array(fc.constantFrom("系", "统", "运", "维", "保", "障"), { maxLength: 24 })
      .map((all) => all.join(""));
    const texts = fc.array(text, { maxLength: 24 });
    fc.assert(
      fc.property(texts, fc.constantFrom(0.3, 0.6, 0.8, 0.9, 1), (all, least) => {
        expect(pairsFound(all, least)).toEqual(pairsCompared(all, least));
      }),
      { numRuns: 300 },
    );
  });

  it("say how alike they are", () => {
    const [one, other] = ["完成平台运维，保障系统稳定运行", "已完成平台运维，保障系统稳定运行"];
    const lookAlikes = openLookAlikes([one, other], neighbours, 0.9);
    expect(lookAlikes.find(1)).toEqual([]);
    lookAlikes.add(0);
    const [found] = lookAlikes.find(1);
    expect(found?.at).toBe(0);
    expect(found?.likeness).toBeCloseTo((2 * 14) / (14 + 15), 10);
  });

  it("are like nothing when they are empty", () => {
    expect(pairsFound(["", "", "系"], 0.5)).toEqual([]);
  });

  it("are not compared with more than sixty-four others, however many resemble them", () => {
    const texts = Array.from({ length: 200 }, () => "按照年度工作计划认真组织实施");
    const lookAlikes = openLookAlikes(texts, neighbours, 0.9);
    for (const at of texts.keys()) lookAlikes.add(at);
    expect(lookAlikes.find(7).map(({ at }) => at)).toEqual([...Array(64).keys()]);
  });

  it("beyond the first thousand and some holders of a word only rarer words find", () => {
    const template = "按照年度工作计划认真组织实施，严格资金管理，规范采购程序，确保专款专用，按时保质完成任务。";
    const texts = Array.from({ length: 1100 }, () => template);
    const copies = [`${template}疏浚河道`, `${template}疏浚河道`];
    const found = pairsFound([...texts, ...copies], 0.9).filter(([, later]) => later === 1101);
    expect(found.map(([earlier]) => earlier)).toContain(1100);
    expect(found).toHaveLength(64);
    expect(pairsFound(texts, 0.9).every(([earlier]) => earlier < 1024)).toBe(true);
  });
});
