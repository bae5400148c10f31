import { describe, expect, it } from "vitest";
import { type RandomEdition, diceOf, randomForm } from "../../test/random-form.ts";
import { randomTsvStyle, typesetTsv } from "../../test/typeset-tsv.ts";
import { readForms } from "../index.ts";

const EDITIONS: readonly RandomEdition[] = ["sh-2024", "sh-2021", "central-2020"];
const SEEDS = 12;

/** A tab-separated form, and its rows with a column put in before `before` in all rows from one head to the next. */
function withColumn(text: string, head: string, from: string, caption: string, before: string): string | undefined {
  const lines = text.split(/\r?\n/u);
  const fold = (cell: string) => cell.normalize("NFKC").replaceAll(/\s/gu, "");
  const start = lines.findIndex((line) => line.split("\t").map(fold).includes(head));
  const column = (lines[start] ?? "").split("\t").map(fold).indexOf(before);
  if (start === -1 || column === -1) return undefined;
  const rest = lines.slice(start + 1).findIndex((line) => fold(line.split("\t")[0] ?? "").startsWith(from));
  const end = rest === -1 ? lines.length : start + 1 + rest;
  const widened = lines.map((line, at) => {
    if (at < start || at >= end || !line.includes("\t")) return line;
    const cells = line.split("\t");
    cells.splice(column, 0, at === start ? caption : "1.00");
    return cells.join("\t");
  });
  return widened.join("\n");
}

const read = async (text: string) => await readForms({ name: "表.txt", bytes: new TextEncoder().encode(text) });

describe.each(EDITIONS)("a form of %s", (edition) => {
  const texts = Array.from({ length: SEEDS }, (_, seed) => {
    const dice = diceOf(seed);
    const style = { ...randomTsvStyle(dice), repeatHead: false, shiftedRows: false };
    return typesetTsv(randomForm(seed, edition), style, dice);
  });

  it("is read as that edition", async () => {
    for (const text of texts) {
      const { forms } = await read(text);
      expect(forms.map((form) => form.edition)).toEqual([edition]);
    }
  });

  it.each([
    ["完成率", "三级指标", "总分", "得分"],
    ["度量单位", "三级指标", "总分", "实际完成值"],
    ["指标性质", "三级指标", "总分", "年度指标值"],
    ["指标解释", "三级指标", "总分", "三级指标"],
    ["调整预算数", "年初预算数", "年度总体目标", "得分"],
    ["未完成原因", "年初预算数", "年度总体目标", "年初预算数"],
    // A caption that the edition has, a second time.
    ["得分", "三级指标", "总分", "年度指标值"],
    ["分值", "年初预算数", "年度总体目标", "年初预算数"],
  ])("with a column %s more is no form of any edition", async (caption, head, from, before) => {
    let tried = 0;
    for (const text of texts) {
      const widened = withColumn(text, head, from, caption, before);
      if (widened === undefined) continue;
      tried += 1;
      const { forms, problems } = await read(widened);
      expect(forms, widened).toEqual([]);
      expect(problems.map(({ code }) => code)).toEqual(["unrecognised-layout"]);
    }
    expect(tried).toBeGreaterThan(SEEDS / 2);
  });

  it("with a head of another edition is refused by the name of what does not fit the nearest one", async () => {
    for (const text of texts) {
      const widened = withColumn(text, "三级指标", "总分", "绩效指标", "一级指标");
      if (widened === undefined || edition !== "sh-2024") continue;
      const { forms, problems } = await read(widened);
      expect(forms).toEqual([]);
      expect(JSON.stringify(problems)).toContain("按上海市 2024 年度表式，多出「绩效指标」一栏");
      expect(JSON.stringify(problems)).toContain("此处看到「绩效指标");
    }
  });

  it.each(EDITIONS.filter((other) => other !== edition))(
    "with the heads of the funds of %s is never read as its own edition",
    async (other) => {
      const heads = {
        "sh-2021": ["分值", "执行率得分"],
        "sh-2024": ["分数", "执行率(%)"],
        "central-2020": ["分值", "执行率（B/A）"],
      } as const;
      for (const text of texts) {
        const lines = text.split(/\r?\n/u);
        const at = lines.findIndex((line) => line.includes("年初预算数"));
        const cells = (lines[at] ?? "").split("\t");
        const weight = cells.findIndex((cell) => cell === "分值" || cell === "分数");
        cells.splice(weight, 2, ...heads[other]);
        const { forms } = await read(lines.with(at, cells.join("\t")).join("\n"));
        expect(forms.map((form) => form.edition)).not.toContain(edition);
      }
    },
  );
});
