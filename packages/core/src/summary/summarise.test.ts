import { describe, expect, it } from "vitest";
import { sampleForm } from "../testing/sample-form.ts";
import { auditedEntries, summaryEntry } from "../testing/summary-entry.ts";
import { formatMoney } from "../values/money.ts";
import { formatScore } from "../values/score.ts";
import { printAmount, printAverage, printPercent, printShare } from "./print-figures.ts";
import { summarise } from "./summarise.ts";
import type { Ranking, Summary } from "./summary.ts";

type Patches = Readonly<Record<string, unknown>>;

const summaryOf = (...patches: readonly Patches[]): Summary =>
  summarise(patches.map((patch, at) => summaryEntry(sampleForm(patch), String(at))));

const amounts = (unit: string, budget: string | null, execution: string | null): Patches => ({
  currencyUnit: unit,
  "funds.total.annualBudget": budget,
  "funds.total.annualExecution": execution,
});
const old = { edition: "sh-2021", fiscalYear: 2021, rating: null };
const unreadable = (at: string): Patches => ({
  [at]: null,
  unreadable: [{ at, text: "3?8", origin: { file: "甲.pdf" }, reason: "不清" }],
});

describe("sums of money", () => {
  it("of 元 and 万元 are exact and told in 元", () => {
    const { basics } = summaryOf(
      { ...old, ...amounts("元", "10000000.01", "1.99") },
      amounts("万元", "0.0001", "123456789.12"),
    );
    const { total } = basics.funds;
    expect(basics.currencyUnit).toBe("元");
    expect(formatMoney(total.annualBudget, "元")).toBe("10000001.01");
    expect(formatMoney(total.annualExecution, "元")).toBe("1234567891201.99");
  });

  it("of one unit stay in it", () => {
    expect(summaryOf(amounts("万元", "1.00", "1.00"), amounts("万元", "2.00", "1.00")).basics.currencyUnit).toBe(
      "万元",
    );
  });

  it("are made first and divided afterwards", () => {
    // 各表执行率的平均数是 75%，合计的执行率是 50.49…%。
    const { rate } = summaryOf(amounts("万元", "1.00", "1.00"), amounts("万元", "100.00", "50.00")).basics.funds.total;
    expect(rate && printPercent(rate.ratio)).toBe("50.49");
  });

  it("leave a form out of both sums when one of its cells cannot be read, and tell it", () => {
    const { total } = summaryOf(amounts("万元", "100.00", "50.00"), amounts("万元", null, "70.00"), {
      ...amounts("万元", "9.00", null),
      ...unreadable("funds.total.annualExecution"),
      projectName: "乙",
    }).basics.funds;
    expect(formatMoney(total.annualBudget, "万元")).toBe("100.00");
    expect(formatMoney(total.annualExecution, "万元")).toBe("50.00");
    expect(total.counted).toBe(1);
    expect(total.leftOut.map(({ project, at, kind, text }) => [project.number, at, kind, text])).toEqual([
      [1, "funds.total.annualExecution", "unreadable", "3?8"],
      [3, "funds.total.annualBudget", "blank", ""],
    ]);
  });

  it("of nothing have no rate", () => {
    const { total } = summaryOf(amounts("万元", "0.00", "0.00")).basics.funds;
    expect([total.counted, total.rate]).toEqual([1, undefined]);
    const [project] = summaryOf(amounts("万元", "0.00", "5.00")).projects;
    expect(project?.funds.total.rate).toEqual({ kind: "none", reason: "zero-budget" });
  });

  it("print rates as all the forms do, or cut where editions differ", () => {
    const uneven = amounts("元", "30000.00", "29999.00");
    const printed = ({ basics: { funds, rateRounding } }: Summary) =>
      funds.total.rate && printPercent(funds.total.rate.ratio, rateRounding);
    expect(printed(summaryOf({ ...old, ...uneven }))).toBe("100.00");
    expect(printed(summaryOf(uneven))).toBe("99.99");
    const mixed = summaryOf({ ...old, ...uneven }, uneven);
    expect(printed(mixed)).toBe("99.99");
    expect(mixed.byYear.map(printed)).toEqual(["99.99", "99.99"]);
  });
});

describe("results", () => {
  const scores = (...totals: readonly (string | null)[]): Summary =>
    summaryOf(...totals.map((totalScore, at) => ({ totalScore, projectName: `项目${at}` })));

  it("average what was read, and weigh it by the budget", () => {
    const { results } = summaryOf(
      { ...amounts("万元", "1.00", "1.00"), totalScore: "100.00" },
      { ...amounts("万元", "2.00", "1.00"), totalScore: "89.99", rating: "良" },
      { ...amounts("万元", "7.00", "1.00"), totalScore: null },
    );
    expect(results.counted).toBe(2);
    expect(results.leftOut).toHaveLength(1);
    expect(results.average && printAverage(results.average)).toBe("94.99");
    expect(results.weighted.counted).toBe(2);
    expect(results.weighted.average && printAverage(results.weighted.average)).toBe("93.32");
  });

  it("count grades as printed and as due", () => {
    const { results } = summaryOf(
      { totalScore: "90.00", rating: "优秀" },
      { totalScore: "89.99", rating: "优" },
      { totalScore: "87.00", rating: "良" },
      { totalScore: "-1.00", rating: "不合格" },
      { ...old, totalScore: "100.00" },
    );
    const counts = (grades: typeof results.printedGrades) =>
      grades.map(({ label, forms, unattested }) => [label, forms, unattested]);
    expect(counts(results.printedGrades)).toEqual([
      ["优", 1, 0],
      ["优秀", 1, 0],
      ["良", 1, 0],
      ["不合格", 1, 0],
      [undefined, 1, 0],
    ]);
    expect(counts(results.dueGrades)).toEqual([
      ["优", 2, 0],
      ["良", 2, 1],
      ["中", 0, 0],
      ["差", 0, 0],
      [undefined, 1, 0],
    ]);
    expect(results.gradesOff.map(({ totalScore }) => totalScore)).toMatchObject([{ text: "89.99" }]);
    expect(results.fullMarks).toBe(1);
    expect(results.bands.map(({ forms }) => forms)).toEqual([1, 0, 1, 2, 0, 0, 1]);
  });

  const listed = ({ places, shared }: Ranking) => [
    places.map(({ rank, score }) => `${rank}:${formatScore(score)}`).join(" "),
    shared && `${shared.rank}:${formatScore(shared.score)}×${shared.forms}`,
  ];

  it("rank equals equally", () => {
    const { best, worst } = scores("90.00", "95.00", "95.00", "80.00").results;
    expect(listed(best)).toEqual(["1:95.00 1:95.00 3:90.00 4:80.00", undefined]);
    expect(listed(worst)).toEqual(["1:80.00 2:90.00 3:95.00 3:95.00", undefined]);
    expect(best.places.map(({ project }) => project.number)).toEqual([2, 3, 1, 4]);
  });

  it("list all who share the last place, unless they are too many, who are told", () => {
    const tied = (count: number) =>
      listed(scores("99.00", "98.00", ...Array<string>(count).fill("97.00"), "60.00").results.best);
    expect(tied(8)).toEqual([`1:99.00 2:98.00${" 3:97.00".repeat(8)}`, undefined]);
    expect(tied(9)).toEqual(["1:99.00 2:98.00", "3:97.00×9"]);
    expect(listed(scores(...Array<string>(11).fill("100.00")).results.best)).toEqual(["", "1:100.00×11"]);
  });

  it("name every form that has the highest and the lowest total", () => {
    const { highest, lowest } = scores("90.00", "95.0", "95.00").results;
    expect(highest?.projects.map(({ number }) => number)).toEqual([2, 3]);
    expect(lowest?.projects.map(({ number }) => number)).toEqual([1]);
    expect(scores(null).results.highest).toBeUndefined();
  });
});

describe("groups", () => {
  it("are summaries of the same shape, and none where there is one only", () => {
    const summary = summaryOf(
      { competentDepartment: "甲局（汇总）", implementingUnit: "信息中心" },
      { competentDepartment: "甲局(汇总)", implementingUnit: "数据中心", ...old },
      { competentDepartment: "乙局", implementingUnit: "信息中心" },
    );
    const names = (groups: readonly Summary[]) => groups.map(({ scope, basics }) => [scope, basics.forms]);
    expect(names(summary.byDepartment)).toEqual([
      [{ kind: "department", department: "乙局" }, 1],
      [{ kind: "department", department: "甲局(汇总)" }, 2],
    ]);
    expect(names(summary.byUnit)).toEqual([
      [{ kind: "unit", department: "乙局", unit: "信息中心" }, 1],
      [{ kind: "unit", department: "甲局(汇总)", unit: "信息中心" }, 1],
      [{ kind: "unit", department: "甲局(汇总)", unit: "数据中心" }, 1],
    ]);
    expect(names(summary.byYear)).toEqual([
      [{ kind: "year", year: 2021 }, 1],
      [{ kind: "year", year: 2024 }, 2],
    ]);
    const [first, second] = summary.byDepartment;
    expect(first?.byUnit).toEqual([]);
    expect(names(second?.byUnit ?? [])).toHaveLength(2);
    expect(names(second?.byYear ?? [])).toHaveLength(2);
    expect(summary.byUnit.map(({ projects: [project] }) => summary.projects.includes(project!))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("of one form have no groups", () => {
    const { basics, byYear, byDepartment, byUnit } = summaryOf({});
    expect([basics.forms, byYear, byDepartment, byUnit]).toEqual([1, [], [], []]);
  });
});

describe("problems", () => {
  it("are grouped by rule, the worst first", () => {
    const { entries, aboutAll } = auditedEntries([
      sampleForm({ "funds.total.executionRate": "88.00", "indicators[3].deviationNote": "" }),
      sampleForm({ projectName: "乙", "indicators[3].deviationNote": "" }),
    ]);
    const { problems } = summarise(entries, aboutAll);
    const [first] = problems.rules;
    expect(first).toMatchObject({ rule: "funds/execution-rate-mismatch", severity: "error", outcome: "violated" });
    expect(first?.title).toBe("执行率与预算数、执行数不符");
    const without = problems.rules.find(({ rule }) => rule === "scores/deduction-without-reason");
    expect(without?.projects.map(({ number }) => number)).toEqual([1, 2]);
    expect(problems.counts.error).toBe(1);
    expect([problems.forms, problems.formsWithErrors]).toEqual([2, 1]);
    const counted = problems.rules.reduce((sum, { findings }) => sum + findings.length, 0);
    expect(counted).toBe(entries.reduce((sum, { findings }) => sum + findings.length, aboutAll.length));
  });
});

describe("figures in print", () => {
  it("are cut, never rounded up", () => {
    expect(printShare(2, 3)).toBe("66.66");
    expect(printShare(1, 1)).toBe("100.00");
    expect(printShare(0, 0)).toBeUndefined();
  });

  it("have their thousands parted before the point only", () => {
    const [project] = summaryOf(amounts("万元", "1234567.123456", "999.99")).projects;
    const { annualBudget, annualExecution } = project!.funds.total;
    const printed = [annualBudget, annualExecution].map(
      (cell) => cell.kind === "read" && printAmount(cell.value, "万元"),
    );
    expect(printed).toEqual(["1,234,567.123456", "999.99"]);
  });
});
