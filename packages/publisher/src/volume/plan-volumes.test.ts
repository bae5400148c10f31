import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planVolumes } from "./plan-volumes.ts";

const groups = [
  { title: "甲局", forms: [1, 2, 3] },
  { title: "乙局", forms: [4, 5, 6, 7, 8] },
];

describe("planVolumes", () => {
  it("leaves as many forms as one volume holds in one", () => {
    expect(planVolumes(groups, 2, 8)).toEqual([{ stem: "汇编", part: undefined, groups }]);
  });

  it("fills one volume after the other and names the group that goes on", () => {
    const planned = planVolumes(groups, 2, 3);
    expect(planned.map(({ stem }) => stem)).toEqual(["汇编-第01册", "汇编-第02册", "汇编-第03册"]);
    expect(planned.map(({ part }) => part?.first)).toEqual([1, 4, 7]);
    expect(planned[2]?.part).toEqual({ number: 3, count: 3, first: 7, forms: 8, unpublished: 2 });
    expect(planned.map((volume) => volume.groups)).toEqual([
      [{ title: "甲局", forms: [1, 2, 3] }],
      [{ title: "乙局", forms: [4, 5, 6] }],
      [{ title: "乙局（续）", forms: [7, 8] }],
    ]);
  });

  it("parts a group in the middle, and gives no title to forms that are not grouped", () => {
    expect(planVolumes(groups, 0, 5).map((volume) => volume.groups.map(({ title }) => title))).toEqual([
      ["甲局", "乙局"],
      ["乙局（续）"],
    ]);
    expect(planVolumes([{ title: "", forms: [1, 2] }], 0, 1).map((volume) => volume.groups[0]?.title)).toEqual([
      "",
      "",
    ]);
  });

  it("has numbers as wide as the last one", () => {
    const stems = planVolumes([{ title: "", forms: Array.from({ length: 101 }, (_, at) => at) }], 0, 1).map(
      ({ stem }) => stem,
    );
    expect([stems[0], stems[99], stems[100]]).toEqual(["汇编-第001册", "汇编-第100册", "汇编-第101册"]);
  });

  it("keeps every form once, in its order", () => {
    const sizes = fc.array(fc.nat(7), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), (lengths, most) => {
        let next = 0;
        const some = lengths.map((length, at) => ({ title: `${at}`, forms: Array.from({ length }, () => next++) }));
        const planned = planVolumes(some, 0, most).flatMap((volume) => volume.groups);
        expect(planned.flatMap(({ forms }) => forms)).toEqual(some.flatMap(({ forms }) => forms));
      }),
    );
  });
});
