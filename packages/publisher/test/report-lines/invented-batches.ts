/** Forms with what no disclosed form has: blank and unreadable sums, budgets of zero, ties and grades off the mark. */
import { type WireForm, encodeForm } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";

type Patch = Readonly<Record<string, unknown>>;

const BLANK_TOTAL: Patch = {
  "funds.total.annualBudget": null,
  "funds.total.annualExecution": null,
  "funds.total.initialBudget": null,
};
const NO_BUDGET: Patch = { "funds.total.annualBudget": "0.00", "funds.total.annualExecution": "0.00" };
const OVERSPENT: Patch = { "funds.total.annualBudget": "300.00", "funds.total.annualExecution": "1306.75" };
const UNREADABLE: Patch = {
  totalScore: null,
  unreadable: [{ at: "totalScore", text: "9?.96", origin: { file: "表.txt" }, reason: "看不清" }],
};

/** Named 甲1, 甲2, …: the number is part of the name and may not be taken for a figure. */
function batch(...patches: readonly Patch[]): readonly WireForm[] {
  return patches.map((patch, at) => encodeForm(sampleForm({ projectName: `甲${at + 1}`, ...patch })));
}

function scored(score: string, rating: string | null, more: Patch = {}): Patch {
  return { totalScore: score, rating, ...more };
}

export const INVENTED_BATCHES: readonly { readonly name: string; readonly forms: readonly WireForm[] }[] = [
  {
    name: "forms with blanks",
    forms: batch(
      BLANK_TOTAL,
      UNREADABLE,
      NO_BUDGET,
      OVERSPENT,
      scored("85.00", "优"),
      scored("75.50", "中", { implementingUnit: "某区信息中心" }),
      scored("59.00", null, { currencyUnit: "元", implementingUnit: "某区信息中心" }),
    ),
  },
  {
    name: "a form of which no sum can be read",
    forms: batch({ ...BLANK_TOTAL, ...UNREADABLE, indicators: [], rating: null }),
  },
  { name: "forms of which no sum can be read", forms: batch(BLANK_TOTAL, BLANK_TOTAL, NO_BUDGET) },
  {
    name: "more forms than bars fit on a page",
    forms: batch(
      ...Array.from({ length: 61 }, (_, at) => ({ "funds.total.annualExecution": `${(at * 5 + 10) % 320}.00` })),
    ),
  },
  { name: "two forms alike", forms: batch({}, {}) },
  {
    name: "forms with ties",
    forms: batch(
      ...["100.00", "100.00", "99.00", "98.00", "97.00", "97.00", "97.00"].map((score) => scored(score, "优")),
      ...["97.00", "97.00", "97.00", "97.00", "97.00", "80.00"].map((score) => scored(score, "优秀")),
    ),
  },
  {
    name: "departments and years",
    forms: batch(
      { competentDepartment: "乙局", implementingUnit: "乙局一所" },
      { competentDepartment: "乙局", implementingUnit: "乙局二所", fiscalYear: 2023 },
      { competentDepartment: "丙局", implementingUnit: "丙局3号站", ...BLANK_TOTAL },
      { projectName: "", competentDepartment: "丙局", implementingUnit: "" },
    ),
  },
];
