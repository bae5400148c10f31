import { decodeForm } from "@zipingbiao/core";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { type VolumeGrouping, type VolumeOrder, arrangeVolume } from "./arrange-volume.ts";

const form = (projectName: string, patches: Record<string, unknown>) => ({
  form: decodeForm(patchedWire(SAMPLE_FORM, { projectName, ...patches })),
});

const forms = [
  form("甲", {
    competentDepartment: "乙局",
    implementingUnit: "二",
    "funds.total.annualBudget": "9.50",
    totalScore: "95",
  }),
  form("乙", {
    competentDepartment: "乙局",
    implementingUnit: "一",
    "funds.total.annualBudget": null,
    totalScore: null,
  }),
  form("丙", {
    competentDepartment: "丙局",
    implementingUnit: "一",
    currencyUnit: "元",
    "funds.total.annualBudget": "100000.00",
    totalScore: "95.00",
  }),
  form("丁", { competentDepartment: "", implementingUnit: "三", "funds.total.annualBudget": "9.5", totalScore: "100" }),
];

const arranged = (order: VolumeOrder, group: VolumeGrouping) =>
  arrangeVolume(forms, { order, group }).map(
    ({ title, forms: inside }) => `${title}:${inside.map((each) => each.form.projectName).join("")}`,
  );

describe("arrangeVolume", () => {
  it("keeps the order of the publication when nothing is asked for", () => {
    expect(arranged("name", "none")).toEqual([":甲乙丙丁"]);
  });

  it("puts the largest budget first, whatever its unit, equal ones as published, and none last", () => {
    expect(arranged("amount", "none")).toEqual([":丙甲丁乙"]);
  });

  it("puts the highest score first, and none last", () => {
    expect(arranged("score", "none")).toEqual([":丁甲丙乙"]);
  });

  it("groups by department or unit, the groups by name, and says where there is none", () => {
    expect(arranged("name", "department")).toEqual(["（没有写明主管部门）:丁", "丙局:丙", "乙局:甲乙"]);
    expect(arranged("amount", "unit")).toEqual(["一:丙乙", "三:丁", "二:甲"]);
  });
});
