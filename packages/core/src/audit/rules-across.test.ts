import { expect, describe, it } from "vitest";
import { findEdition } from "../edition/recognise.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { openBatchAudit } from "./audit-batch.ts";
import type { ExpectedProject } from "./batch-rule.ts";
import { EXAMPLE_PROJECTS } from "./example-projects.ts";
import type { Patches } from "./rule.ts";

const [FIRST, SECOND, THIRD, FOURTH, FIFTH] = EXAMPLE_PROJECTS;

/** `form · place · message` of every finding of a rule; `-` for one of no form. */
function said(rule: string, forms: readonly Patches[], expectedProjects?: readonly ExpectedProject[]) {
  const batch = openBatchAudit({ rules: {}, expectedProjects });
  for (const patches of forms) {
    const form = sampleForm(patches);
    const edition = findEdition(form.edition);
    if (edition === undefined) throw new Error(form.edition);
    batch.add({ form, edition, sheet: scoreForm(form, edition) });
  }
  return batch
    .finish()
    .filter(({ finding }) => finding.rule === `across/${rule}`)
    .map((found) => `${"form" in found ? found.form : "-"} · ${found.finding.label} · ${found.finding.message}`);
}

describe("what rules across forms say", () => {
  it("of copied goals: which column, of which project, how alike", () => {
    const goals = {
      "overallGoal.expected": "保障区电子政务平台设施设备及系统的正常高效使用，提供安全可靠的物理环境。",
      "overallGoal.actual": "已保障区电子政务平台设施设备及系统的正常高效使用，提供安全可靠的物理环境。",
    };
    const nearly = { ...goals, "overallGoal.actual": `${goals["overallGoal.actual"]}已完成` };
    expect(said("goal-copied-between-projects", [FIRST, { ...SECOND, ...goals }, { ...THIRD, ...goals }])).toEqual([
      "2 · 年度总体目标 · 预期目标 · 预期目标、实际完成情况与「政务外网租赁」的相同",
    ]);
    expect(
      said("goal-copied-between-projects", [
        { ...THIRD, ...nearly },
        { ...SECOND, ...goals },
      ]),
    ).toEqual([
      "0 · 年度总体目标 · 预期目标 · 预期目标与「政务外网租赁」的相同，实际完成情况与「政务外网租赁」的几乎相同",
    ]);
  });

  it("of copied indicators: how many of how many", () => {
    const rows = { "indicators[1].actual": "295.00(次)" };
    expect(said("indicators-copied-between-projects", [FIRST, { ...SECOND, ...rows }])).toEqual([
      "1 · 绩效指标 · 全部 6 项指标的名称、指标值和完成值都与「公共数据平台运维」相同",
    ]);
  });

  it("of unequal scores: what most forms did, and what this one did", () => {
    const deducted = { "indicators[4].score": "24.00", totalScore: "92.96" };
    expect(said("same-answer-scored-differently", [FIRST, SECOND, { ...THIRD, ...deducted }])).toEqual([
      "2 · 社会效益指标 · 提升数据共享水平 · 得分 · 这项的指标值、完成值与「公共数据平台运维」等 2 份的相同，那里未扣分，这里扣去分值的 20%",
    ]);
    expect(
      said("same-answer-scored-differently", [FIRST, { ...SECOND, ...deducted }, { ...THIRD, ...deducted }]),
    ).toEqual([
      "0 · 社会效益指标 · 提升数据共享水平 · 得分 · 这项的指标值、完成值与「政务外网租赁」等 2 份的相同，那里扣去分值的 20%，这里未扣分",
    ]);
  });

  it("of unequal deductions for the same miss: both shares; a target missed by equality is no share of it", () => {
    const harder = { "indicators[3].score": "7.00", totalScore: "96.96" };
    expect(said("same-miss-deducted-differently", [FIRST, { ...SECOND, ...harder }, THIRD])).toEqual([
      "1 · 时效指标 · 故障响应及时率 · 得分 · 同为时效指标、达到指标值的 95%，这里扣去分值的 30%，「公共数据平台运维」的「故障响应及时率」扣 10%",
    ]);
    const equal = { "indicators[3].target": ">95.00(%)" };
    expect(
      said("same-miss-deducted-differently", [
        { ...FIRST, ...equal },
        { ...SECOND, ...equal, ...harder },
      ]),
    ).toEqual([]);
  });

  it("of another year: form by form, or once for a unit all of whose forms are of it", () => {
    const four = [FIRST, SECOND, THIRD, FOURTH];
    expect(said("year-differs", [...four, { ...FIFTH, fiscalYear: 2023 }])).toEqual([
      "4 · 年度 · 本表为 2023 年度，本批 5 份中有 4 份为 2024 年度",
    ]);
    const elsewhere = { implementingUnit: "某区行政服务中心", fiscalYear: 2023 };
    const batch = [...four, ...four, { ...FIRST, ...elsewhere }, { ...SECOND, ...elsewhere }];
    expect(said("year-differs", batch)).toEqual([
      "- · 某区行政服务中心自评表 · 某区行政服务中心的 2 份自评表均为 2023 年度，本批 10 份中有 8 份为 2024 年度",
    ]);
  });

  it("of another department: at each form that does not follow most", () => {
    const other = { competentDepartment: "某区 数据局" };
    expect(said("department-differs", [{ ...FIRST, ...other }, SECOND, THIRD])).toEqual([
      "0 · 主管部门 · 某区大数据中心另有 2 份的主管部门为「某区数据局」，与本表只差空格、标点或全半角",
    ]);
  });

  it("of full marks: once for the batch, or for the unit that gives them", () => {
    const full = {
      "indicators[3].actual": "99.00(%)",
      "indicators[3].score": "10.00",
      "indicators[3].deviationNote": "",
      totalScore: "99.96",
    };
    const all = EXAMPLE_PROJECTS.map((form) => ({ ...form, ...full }));
    expect(said("full-marks-share", all)).toEqual(["- · 本批自评表 · 本批 5 份自评表中有 5 份的指标全部得满分"]);
    const others = EXAMPLE_PROJECTS.map((form) => ({ ...form, implementingUnit: "某区行政服务中心" }));
    expect(said("full-marks-share", [...others, ...all])).toEqual([
      "- · 某区大数据中心自评表 · 某区大数据中心 5 份自评表中有 5 份的指标全部得满分",
    ]);
  });

  it("of one project twice: each later copy, and every form that contradicts another", () => {
    const [a, b, c] = ["甲.txt", "乙.txt", "丙.txt"].map((file) => ({ origin: { projectName: { file, line: 3 } } }));
    expect(said("form-handed-in-twice", [{ ...a }, { ...b }, { ...c }])).toHaveLength(2);
    expect(said("same-project-conflicting", [{ ...a }, { ...b }, { ...c }])).toEqual([]);
    const conflicting = said("same-project-conflicting", [{ ...a }, { ...b }, { ...c, rating: "良" }]);
    expect(conflicting).toHaveLength(3);
    expect(conflicting[2]).toMatch(
      /^2 · 项目名称 · 同批另有一份（.+）同单位、同年度的同名项目，总分和等级与本表不同$/u,
    );
  });

  it("of the list of expected projects: what is missing, what is not on it, and what may be meant", () => {
    const expected = [{ projectName: "公共数据平台运维费" }];
    expect(said("expected-project-missing", [FIRST, SECOND], expected)).toEqual([
      "- · 应报项目 · 本批没有应报项目「公共数据平台运维费」的自评表，但有名称相近的某区大数据中心的「公共数据平台运维」，或即此项目",
    ]);
    expect(said("unexpected-project", [FIRST, SECOND], expected)).toEqual([
      "0 · 项目名称 · 项目不在应报项目清单上，但清单上有名称相近的「公共数据平台运维费」，或即此项目",
      "1 · 项目名称 · 项目不在应报项目清单上",
    ]);
    expect(said("expected-project-missing", [], expected)).toHaveLength(1);
  });
});
