import { describe, expect, it } from "vitest";
import type { Finding } from "@zipingbiao/core";
import type { FormFindings, FormHead } from "../check-forms.ts";
import { findingsReport } from "../findings-report.ts";
import { compareFindings } from "./compare-findings.ts";
import type { EarlierReport } from "./read-earlier-report.ts";

const found = (patch: Partial<Finding> = {}): Finding => ({
  rule: "scores/total-mismatch",
  severity: "error",
  outcome: "violated",
  at: "totalScore",
  label: "总分（得分）",
  text: "98.97",
  facts: { printed: "98.97", due: "98.96" },
  message: "总分应为 98.96，表中为 98.97",
  basis: [],
  ...patch,
});

const inRow = (row: number, name: string, patch: Partial<Finding> = {}): Finding =>
  found({ rule: "scores/x", at: `indicators[${row}].score`, label: `${name} · 得分`, facts: { name }, ...patch });

interface Place extends Partial<FormHead> {
  readonly file?: string;
  readonly index?: number;
}

function form(findings: readonly Finding[], { file = "a.json", index = 1, ...head }: Place = {}): FormFindings {
  return {
    form: { fiscalYear: 2024, implementingUnit: "某区大数据中心", projectName: "公共数据平台运维", ...head },
    source: { file, index },
    findings,
  };
}

const earlier = (forms: readonly FormFindings[], batch: readonly Finding[] = []): EarlierReport => ({
  file: "旧.json",
  findings: findingsReport(forms, batch).findings,
});

function compare(before: readonly FormFindings[], now: readonly FormFindings[]) {
  const comparison = compareFindings({ forms: now, batch: [] }, earlier(before));
  const { counts } = comparison;
  return { ...comparison, line: `${counts.new} new, ${counts.unchanged} unchanged, ${counts.gone} gone` };
}

describe("findings of two runs", () => {
  it("are new, unchanged or gone", () => {
    const stays = found();
    const fresh = inRow(0, "甲");
    const { line, stateOf, gone } = compare([form([found(), inRow(1, "乙")])], [form([stays, fresh])]);
    expect(line).toBe("1 new, 1 unchanged, 1 gone");
    expect([stateOf(stays), stateOf(fresh)]).toEqual(["unchanged", "new"]);
    expect(gone.map(({ finding }) => finding.label)).toEqual(["乙 · 得分"]);
  });

  it("stay the same when the file was renamed and moved", () => {
    expect(compare([form([found()])], [form([found()], { file: "新/b.xlsx", index: 7 })]).line).toBe(
      "0 new, 1 unchanged, 0 gone",
    );
  });

  it("stay the same when rows were put in above", () => {
    const before = [inRow(0, "甲"), inRow(1, "乙")];
    const now = [inRow(1, "甲"), inRow(2, "乙")];
    expect(compare([form(before)], [form(now)]).line).toBe("0 new, 2 unchanged, 0 gone");
  });

  it("stay when one wrong value was replaced by another", () => {
    const now = found({ text: "99.00", facts: { printed: "99.00", due: "98.96" } });
    expect(compare([form([found()])], [form([now])]).line).toBe("0 new, 1 unchanged, 0 gone");
  });

  it("do not stay when a violation has become a check that cannot be made", () => {
    const now = found({ outcome: "uncheckable", facts: { reason: "空白" } });
    expect(compare([form([found()])], [form([now])]).line).toBe("1 new, 0 unchanged, 1 gone");
  });

  it("are matched one to one, so that a second one of a kind is new", () => {
    const twice = [inRow(0, "甲"), inRow(3, "甲")];
    expect(compare([form([inRow(0, "甲")])], [form(twice)]).line).toBe("1 new, 1 unchanged, 0 gone");
    expect(compare([form(twice)], [form([inRow(0, "甲")])]).line).toBe("0 new, 1 unchanged, 1 gone");
  });

  it("of the same rule in another row are others", () => {
    expect(compare([form([inRow(0, "甲")])], [form([inRow(0, "乙")])]).line).toBe("1 new, 0 unchanged, 1 gone");
  });

  it("of no form are compared among themselves", () => {
    const missing = (project: string) => found({ at: "projectName", label: "应报项目", facts: { project } });
    const { counts } = compareFindings({ forms: [], batch: [missing("甲")] }, earlier([], [missing("甲")]));
    expect(counts).toEqual({ new: 0, unchanged: 1, gone: 0 });
  });
});

describe("forms of two runs", () => {
  const other = inRow(0, "甲");

  it("are told apart by year, unit and project", () => {
    for (const head of [{ fiscalYear: 2023 }, { implementingUnit: "别的单位" }, { projectName: "完全不同的项目" }]) {
      const { line } = compare([form([found()])], [form([found()], { file: "b.json", ...head })]);
      expect(line, JSON.stringify(head)).toBe("1 new, 0 unchanged, 1 gone");
    }
  });

  it("are known in the same place when unit, year or a few characters of the name were put right", () => {
    for (const head of [
      { fiscalYear: 2023 },
      { implementingUnit: "某区数据中心" },
      { projectName: "公共数据平台运维费" },
    ]) {
      const { line } = compare([form([found()])], [form([found()], head)]);
      expect(line, JSON.stringify(head)).toBe("0 new, 1 unchanged, 0 gone");
    }
  });

  it.each([
    ["政府投资计划项目 1", "政府投资计划项目 3"],
    ["数据平台建设（一期）", "数据平台建设（二期）"],
    ["信息化项目建设", "信息化项目运维"],
  ])("are not known by place alone: %s is not %s", (before, now) => {
    const { line, gone } = compare([form([found()], { projectName: before })], [form([found()], { projectName: now })]);
    expect(line).toBe("1 new, 0 unchanged, 1 gone");
    expect(gone[0]?.of).toBeUndefined();
  });

  it("of one name keep their own findings while they stay in their places", () => {
    const before = [form([found()], { file: "a.json" }), form([other], { file: "b.json" })];
    const now = [form([other], { file: "b.json" }), form([found()], { file: "a.json" })];
    expect(compare(before, now).line).toBe("0 new, 2 unchanged, 0 gone");
  });

  it("name the form of this run that a finding is gone from", () => {
    const now = form([], { file: "别处.json" });
    expect(compare([form([found()])], [now]).gone[0]?.of).toBe(now);
  });
});
