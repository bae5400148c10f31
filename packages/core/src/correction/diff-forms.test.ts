import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { SH_2024 } from "../edition/sh-2024.ts";
import { SAMPLE_FORM, sampleForm } from "../testing/sample-form.ts";
import { decodeForm, encodeForm } from "../wire/form-codec.ts";
import { correctForm } from "./correct-form.ts";
import { type FormDifference, diffForms } from "./diff-forms.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const rows = SAMPLE_FORM.indicators;
const withRows = (indicators: typeof rows) => decodeForm({ ...SAMPLE_FORM, indicators });

const told = (differences: readonly FormDifference[]): readonly string[] =>
  differences.map((each) => {
    if (each.kind === "changed") return `${each.at}: ${each.before ?? "∅"} → ${each.after ?? "∅"}`;
    return each.kind === "moved" ? `${each.from} ⇒ ${each.at}` : `${each.kind} ${each.at} ${each.label}`;
  });
const diff = (before: typeof rows, after: typeof rows) => told(diffForms(withRows(before), withRows(after), sha256));

const added = { ...rows[1]!, name: "应急演练次数", target: "≥2.00(次)", actual: "3.00(次)" };

describe("diffForms", () => {
  it("says nothing of the same form, whatever was noted about its reading", () => {
    const read = sampleForm({
      origin: { rating: { file: "a.txt", line: 3 } },
      leftovers: [{ text: "附件", origin: { file: "a" } }],
    });
    expect(diffForms(sampleForm(), read, sha256)).toEqual([]);
  });

  it("tells cells in the order of the form, with the words of their rows", () => {
    const after = sampleForm({
      rating: null,
      "indicators[1].score": "14.00",
      "funds.total.weight": null,
      projectCode: "A1",
    });
    const differences = diffForms(sampleForm(), after, sha256);
    expect(told(differences)).toEqual([
      "projectCode: ∅ → A1",
      "funds.total.weight: 10.00 → ∅",
      "indicators[1].score: 15.00 → 14.00",
      "rating: 优 → ∅",
    ]);
    expect(differences[2]?.label).toBe("数量指标 · 日常巡检次数 · 得分");
  });

  it("another edition", () => {
    expect(told(diffForms(sampleForm(), sampleForm({ edition: "sh-2021" }), sha256))).toEqual([
      "edition: sh-2024 → sh-2021",
    ]);
  });

  it("a row put in does not make the later ones differ, nor does one taken out", () => {
    expect(diff(rows, rows.toSpliced(1, 0, added))).toEqual(["added indicators[1] 数量指标 · 应急演练次数"]);
    expect(diff(rows, rows.toSpliced(4, 1))).toEqual(["removed indicators[4] 社会效益指标 · 提升数据共享水平"]);
    expect(diff([], rows)).toHaveLength(6);
    expect(diff(rows, [])).toHaveLength(6);
  });

  it("a row put in, with a change in a later row", () => {
    const after = rows.with(3, { ...rows[3]!, score: "8.00", deviationNote: "备件到货较晚。" }).toSpliced(1, 0, added);
    expect(diff(rows, after)).toEqual([
      "added indicators[1] 数量指标 · 应急演练次数",
      "indicators[4].score: 9.00 → 8.00",
      "indicators[4].deviationNote: 备件到货较晚，已增加库存。 → 备件到货较晚。",
    ]);
  });

  it("a renamed row is the same row, and a row with other words and figures another", () => {
    expect(diff(rows, rows.with(1, { ...rows[1]!, name: "巡检次数" }))).toEqual([
      "indicators[1].name: 日常巡检次数 → 巡检次数",
    ]);
    const other = {
      ...rows[1]!,
      name: "开发接口数",
      target: "≥20.00(个)",
      actual: "25.00(个)",
      score: "9.00",
      weight: "9.00",
    };
    expect(diff(rows, rows.with(1, other))).toEqual([
      "removed indicators[1] 数量指标 · 日常巡检次数",
      "added indicators[1] 数量指标 · 开发接口数",
    ]);
  });

  it("a row in another place has moved, and what changed in it is told", () => {
    const moved = [...rows.toSpliced(1, 1), { ...rows[1]!, score: "14.00" }];
    expect(diff(rows, moved)).toEqual(["indicators[1] ⇒ indicators[5]", "indicators[5].score: 15.00 → 14.00"]);
  });

  it("rows of the same name are told apart by their order", () => {
    const twins = [rows[0]!, rows[1]!, { ...rows[1]!, target: "≥1.00(次)" }, ...rows.slice(2)];
    expect(diff(twins, twins)).toEqual([]);
    expect(diff(twins, twins.toSpliced(1, 1))).toEqual(["removed indicators[1] 数量指标 · 日常巡检次数"]);
  });

  it("a revision moves no row, however much two rows now look like each other's former selves", () => {
    const form = sampleForm();
    const fields = ["level2", "name", "target", "actual", "deviationNote"] as const;
    const changes = [1, 2].flatMap((row) =>
      fields
        .filter((field) => rows[1]![field] !== rows[2]![field])
        .map((field) => ({ at: `indicators[${row}].${field}`, after: rows[3 - row]![field] })),
    );
    const about = { reason: "两行填反了", date: "2025-03-01", sha256 };
    const made = correctForm(form, changes, about, SH_2024);
    if (made.kind === "refused") throw new Error("refused");
    const paths = changes.map(({ at }) => at);
    expect(diffForms(form, made.form, sha256).map(({ kind, at }) => `${kind} ${at}`)).toEqual(
      paths.map((at) => `changed ${at}`),
    );
    expect(told(diffForms(form, decodeForm({ ...encodeForm(made.form), revision: undefined }), sha256))).toEqual([
      expect.stringContaining("⇒"),
    ]);
  });
});
