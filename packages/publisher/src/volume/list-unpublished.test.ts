import { describe, expect, it } from "vitest";
import { listUnpublished } from "./list-unpublished.ts";

const form = { number: 1, fiscalYear: 2024, projectName: "", implementingUnit: "某单位" };
const signed = { reason: "涉密", signedBy: "审查岗", date: "2025-03-31" };

describe("listUnpublished", () => {
  it("says what the gate says, and nothing of the form", () => {
    expect(
      listUnpublished(
        [
          { ...form, projectName: "甲", kind: "withheld", ...signed },
          { ...form, projectName: "乙", kind: "blocked", rules: ["scores/total-mismatch"] },
        ],
        "visible",
      ),
    ).toEqual([
      {
        fiscalYear: "2024",
        project: "甲",
        unit: "某单位",
        status: "不予公开",
        reason: "涉密",
        signed: "审查岗\n2025-03-31",
      },
      {
        fiscalYear: "2024",
        project: "乙",
        unit: "某单位",
        status: "暂未公开",
        reason: "检查没有通过（得分），更正后公开",
        signed: "",
      },
    ]);
  });

  it.each([
    ["visible", "己\n份\u202E①𠮷", "己<U+000A>份<U+202E>①𠮷"],
    ["plain", "己（一）A1\n①𠮷é", "己（一）A1<U+000A><U+2460><U+20BB7><U+00E9>"],
  ] as const)("writes what cannot be printed as code points: %s", (writable, projectName, project) => {
    const [row] = listUnpublished([{ ...form, projectName, kind: "blocked", rules: [] }], writable);
    expect(row?.project).toBe(project);
  });
});
