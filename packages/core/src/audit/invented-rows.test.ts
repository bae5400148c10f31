/** Rows as other departments write them: what is said of each of them, and that nothing is said of most. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SH_2024 } from "../edition/sh-2024.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "../testing/sample-form.ts";
import { formatDecimal, decimal } from "../values/decimal.ts";
import { auditForm } from "./audit-form.ts";

/** Where a row of each kind stands in the sample form, under which labels, and its weight. */
const PLACES: Readonly<Record<string, readonly [row: number, level1: string, level2: string, weight: string]>> = {
  成本: [0, "成本指标", "经济成本指标", "10"],
  数量: [1, "产出指标", "数量指标", "15"],
  质量: [2, "产出指标", "质量指标", "15"],
  时效: [3, "产出指标", "时效指标", "10"],
  经济: [4, "效益指标", "经济效益指标", "30"],
  社会: [4, "效益指标", "社会效益指标", "30"],
  生态: [4, "效益指标", "生态效益指标", "30"],
  可持续: [4, "效益指标", "可持续影响指标", "30"],
  满意: [5, "满意度指标", "服务对象满意度指标", "10"],
};

/** The sample form without one row: 98.96 points, of which the row of 时效 has 9. */
const OTHERS = { full: decimal("98.96"), inTime: decimal("9") };

interface Row {
  readonly line: string;
  readonly expected: readonly string[];
}

const fields = readFileSync(new URL("../../../../fixtures/rows/invented-rows.txt", import.meta.url), "utf8")
  .split(/^# /mu)
  .slice(1)
  .map((section) => {
    const [field = "", ...lines] = section.trimEnd().split("\n");
    const rows = lines.map((text): Row => {
      const [line = "", rules = ""] = text.split(" ⇒ ");
      return { line, expected: rules === "" ? [] : rules.split("、") };
    });
    return [field, rows] as const;
  });

function found(line: string): readonly string[] {
  const [kind = "", name = "", target = "", actual = "", deviationNote = "", points] = line.split("|");
  const place = PLACES[kind];
  if (place === undefined) throw new Error(`no such kind of row: ${line}`);
  const [row, level1, level2, weight] = place;
  const score = points ?? weight;
  const total = OTHERS.full.minus(kind === "时效" ? OTHERS.inTime : decimal(weight)).plus(decimal(score));
  const cells = { level1, level2, name, target, actual, deviationNote, score };
  const form = sampleForm({
    ...Object.fromEntries(Object.entries(cells).map(([field, text]) => [`indicators[${row}].${field}`, text])),
    totalScore: formatDecimal(total, 2),
    rating: total.lessThan(90) ? "良" : "优",
  });
  const findings = auditForm(form, scoreForm(form, SH_2024), SH_2024);
  return [...new Set(findings.map(({ rule, outcome }) => (outcome === "violated" ? rule : `${rule}?`)))].toSorted();
}

it("are many, of many fields, and most are in order", () => {
  const rows = fields.flatMap(([, each]) => each);
  expect(fields.length).toBeGreaterThanOrEqual(15);
  expect(rows.length).toBeGreaterThan(600);
  expect(rows.filter(({ expected }) => expected.length === 0).length).toBeGreaterThan(500);
});

// One test a field: a mutation run keeps for each test which of all mutants it meets.
it.each(fields)("%s: every row raises what stands behind it, mostly nothing", (_, rows) => {
  expect(rows.map(({ line }) => ({ line, expected: found(line) }))).toEqual(rows);
});
