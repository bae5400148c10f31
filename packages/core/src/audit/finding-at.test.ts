import { describe, expect, it } from "vitest";
import { findEdition } from "../edition/recognise.ts";
import type { Finding } from "../finding/finding.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "../testing/index.ts";
import { auditForm } from "./audit-form.ts";
import type { Patches } from "./rule.ts";

function findingsOf(patches: Patches): readonly Finding[] {
  const form = sampleForm(patches);
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error(form.edition);
  return auditForm(form, scoreForm(form, edition), edition);
}

const ORIGIN = { file: "表.txt", line: 40 };
// Invented: born on 1 January 1900, numbers of nobody.
const PERSONAL = ["110101190001010014", "13000000000", "6200000000000005", "zhangsan@example.cn"];
const SPEECH = `甲某（${PERSONAL.join("、")}）`;

describe("a finding", () => {
  it.each<Patches>([
    { "indicators[3].deviationNote": `${SPEECH}<p>……` },
    { "indicators[4].name": `${SPEECH}提升提升`, "indicators[4].target": "" },
    { projectName: SPEECH, notes: SPEECH, rating: SPEECH },
    { leftovers: [{ text: SPEECH, origin: ORIGIN }] },
    { unreadable: [{ at: "rating", text: SPEECH, origin: ORIGIN, reason: SPEECH, candidates: [SPEECH, "优"] }] },
    { "overallGoal.expected": SPEECH, "overallGoal.actual": SPEECH },
  ])("never repeats personal data, whatever rule made it: %j", (patches) => {
    const findings = findingsOf(patches);
    expect(findings.length).toBeGreaterThan(3);
    const published = JSON.stringify(findings);
    for (const data of PERSONAL) expect(published).not.toContain(data);
    expect(published).toContain("130＊＊＊＊0000");
  });

  it("keeps all other text of a cell to the letter", () => {
    const at = "indicators[3].deviationNote";
    const [found] = findingsOf({ [at]: "备件到货较晚，详询13000000000。" });
    expect(found).toMatchObject({
      rule: "privacy/mobile-number",
      severity: "error",
      at,
      text: "备件到货较晚，详询130＊＊＊＊0000。",
      facts: { count: "1", found: "130＊＊＊＊0000" },
      message: "有 1 个手机号码：130＊＊＊＊0000",
    });
  });
});

describe("text beside the cells", () => {
  it("is told with its own place", () => {
    const leftovers = [
      { text: "第1页", origin: ORIGIN },
      { text: "填表人电话13000000000", origin: { file: "表.txt", line: 41 } },
    ];
    expect(
      findingsOf({ leftovers }).map(({ rule, at, label, text, origin }) => [rule, at, label, text, origin?.line]),
    ).toEqual([
      ["reading/text-left-over", "leftovers[0]", "未认领的文字", "第1页", 40],
      ["privacy/mobile-number", "leftovers[1]", "未认领的文字", "填表人电话130＊＊＊＊0000", 41],
      ["reading/text-left-over", "leftovers[1]", "未认领的文字", "填表人电话130＊＊＊＊0000", 41],
    ]);
  });

  it("is searched where the reader was not sure, and in the trail of corrections", () => {
    const unreadable = [
      { at: "rating", text: "优", origin: ORIGIN, reason: "两种读法", candidates: ["优", "13000000000"] },
    ];
    const revision = {
      number: 1,
      previous: "0".repeat(64),
      reason: "删去zhangsan@example.cn",
      date: "2025-01-01",
      changes: [{ at: "notes", before: "13000000000", after: "", cause: "asked" }],
    };
    const found = findingsOf({ unreadable, revision }).filter(({ rule }) => rule.startsWith("privacy/"));
    expect(found.map(({ rule, label }) => `${rule} ${label}`)).toEqual([
      "privacy/mobile-number 评分等级",
      "privacy/e-mail 更正记录",
      "privacy/mobile-number 更正记录",
    ]);
  });
});
