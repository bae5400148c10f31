import { describe, expect, it } from "vitest";
import { compareWithExpected } from "./expected-projects.ts";
import type { Project } from "./project.ts";

const project = (name: string, unit = "某区大数据中心"): Project => ({ name, unit, year: 2024 });
const compare = (expected: readonly (readonly [string, string?])[], found: readonly Project[]) =>
  compareWithExpected(
    expected.map(([projectName, implementingUnit]) => ({ projectName, implementingUnit })),
    found,
    0.6,
  );

describe("expected projects", () => {
  it("are found by name, marks and blanks aside, and by unit where the list gives one", () => {
    const found = [project("政务外网（租赁）"), project("机房电费")];
    expect(compare([["政务外网 租赁"], ["机房电费", "某区大数据中心"]], found)).toEqual({
      missing: [],
      unexpected: [],
    });
  });

  it("are missing when only another unit has one of that name", () => {
    const found = [project("机房电费", "某区行政服务中心")];
    expect(compare([["机房电费", "某区大数据中心"]], found)).toEqual({
      missing: [{ at: 0, perhaps: "某区行政服务中心的「机房电费」" }],
      unexpected: [{ at: 0, perhaps: "某区大数据中心的「机房电费」" }],
    });
  });

  it("name the likest of those that are left over on the other side", () => {
    const found = [project("公共数据平台运行维护"), project("公共数据平台运维费"), project("机房电费")];
    expect(compare([["公共数据平台运维"], ["档案数字化"]], found)).toEqual({
      missing: [
        { at: 0, perhaps: "某区大数据中心的「公共数据平台运维费」" },
        { at: 1, perhaps: "" },
      ],
      unexpected: [
        { at: 0, perhaps: "「公共数据平台运维」" },
        { at: 1, perhaps: "「公共数据平台运维」" },
        { at: 2, perhaps: "" },
      ],
    });
  });
});
