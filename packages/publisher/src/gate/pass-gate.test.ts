import type { BatchRule } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { planBatch } from "../batch/plan-batch.ts";
import { checkAlone } from "./check-alone.ts";
import { passGate } from "./pass-gate.ts";
import { NO_WAIVERS } from "./waiver-file.ts";

const plan = (...patches: readonly Record<string, unknown>[]) =>
  planBatch(
    patches.map((each, at) => checkAlone({ form: sampleForm(each), source: { file: `${at}.json`, index: 1 } }, false)),
  ).forms;

/** Every form names the one whose project name follows in the order of the alphabet; an error when that one is there. */
const followed: BatchRule = {
  id: "across/followed",
  title: "后面还有一份",
  severity: "error",
  editions: "all",
  basis: () => [],
  why: "",
  fix: "",
  collect: ({ form }) => form.projectName,
  *check(collected) {
    for (const { form, digest } of collected) {
      const next = String.fromCharCode(String(digest).charCodeAt(0) + 1);
      if (collected.some((other) => other.digest === next) && digest !== "a")
        yield {
          outcome: "violated",
          form,
          place: { at: "projectName", label: "项目名称", text: String(digest) },
          facts: { next },
        };
    }
  },
  message: ({ next }) => `后面还有 ${next}`,
  examples: { bad: [], good: [], uncheckable: [] },
};

const named = (projectName: string) => ({ projectName, implementingUnit: "某区大数据中心", fiscalYear: 2024 });

describe("passGate", () => {
  it("lets findings pass that are no errors for certain, and keeps them", () => {
    const { passed, blocked } = passGate(plan({ "funds.total.executionRate": null }), NO_WAIVERS);
    expect(blocked).toEqual([]);
    expect(passed[0]?.findings).toMatchObject([{ rule: "funds/execution-rate-mismatch", outcome: "uncheckable" }]);
  });

  it("holds back a form for what rules across forms say of it", () => {
    const { passed, blocked } = passGate(plan({ projectName: "b" }, { projectName: "c" }), NO_WAIVERS, [followed]);
    expect(passed.map(({ planned }) => planned.form.projectName)).toEqual(["c"]);
    expect(blocked).toMatchObject([{ objections: [{ rule: "across/followed", message: "后面还有 c" }] }]);
  });

  it("looks again at those that are left, and says nothing of them that quotes one that is not public", () => {
    const note: BatchRule = { ...followed, severity: "note" };
    const forms = plan({ projectName: "b", totalScore: "98.97" }, { projectName: "c" }, { projectName: "d" });
    const withheld = [{ ...named("d"), reason: "不公开", signedBy: "岗", date: "2025-03-31", line: 1 }];
    const outcome = passGate(forms, { ...NO_WAIVERS, withheld }, [note]);
    expect(outcome.blocked.map(({ planned }) => planned.form.projectName)).toEqual(["b"]);
    expect(outcome.passed).toMatchObject([{ planned: { form: { projectName: "c" } }, findings: [] }]);
  });

  it("knows a waiver as used that only one of several rounds needed", () => {
    const forms = plan({ projectName: "b" }, { projectName: "c", totalScore: "98.97" });
    const waiver = { reason: "已说明", signedBy: "岗", date: "2025-03-31", line: 1 };
    const outcome = passGate(
      forms,
      { ...NO_WAIVERS, waivers: [{ ...named("b"), rule: "across/followed", at: "projectName", ...waiver }] },
      [followed],
    );
    expect(outcome.passed).toMatchObject([{ planned: { form: { projectName: "b" } }, waived: [] }]);
    expect(outcome.notes).toEqual([]);
  });
});
