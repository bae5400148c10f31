/** A valid form in one line, then patches by path. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { decodeForm } from "../wire/form-codec.ts";
import type { WireForm } from "../wire/wire-schema.ts";

const fundLine = (
  amount: string,
  spent: string,
  rate: string,
  weight: string | null = null,
  score: string | null = null,
) => ({
  initialBudget: "0.00",
  annualBudget: amount,
  annualExecution: spent,
  weight,
  executionRate: rate,
  score,
});

/** An invented form of edition sh-2024 about which no rule has anything to say. */
export const SAMPLE_FORM: WireForm = {
  schema: "zipingbiao/form@1",
  edition: "sh-2024",
  fiscalYear: 2024,
  title: "财政项目支出绩效自评表",
  projectName: "公共数据平台运维",
  competentDepartment: "某区数据局",
  implementingUnit: "某区大数据中心",
  currencyUnit: "万元",
  funds: {
    total: fundLine("308.00", "306.75", "99.59", "10.00", "9.96"),
    currentYearAppropriation: fundLine("308.00", "306.75", "99.59"),
    carryover: fundLine("0.00", "0.00", "0.00"),
    otherFunds: fundLine("0.00", "0.00", "0.00"),
  },
  overallGoal: {
    expected: "做好公共数据平台的日常运行维护，及时发现并处理安全隐患，保障各部门稳定使用。",
    actual: "全年平台运行稳定，完成巡检与故障处置，未发生重大责任事故。",
  },
  indicators: [
    ["成本指标", "经济成本指标", "运维成本总额", "≤308.00(万元)", "306.75(万元)", "10.00", "10.00", ""],
    ["产出指标", "数量指标", "日常巡检次数", "≥250.00(次)", "295.00(次)", "15.00", "15.00", ""],
    ["产出指标", "质量指标", "故障解决率", "≥98.00(%)", "99.10(%)", "15.00", "15.00", ""],
    ["产出指标", "时效指标", "故障响应及时率", "≥99.00(%)", "95.00(%)", "10.00", "9.00", "备件到货较晚，已增加库存。"],
    ["效益指标", "社会效益指标", "提升数据共享水平", "提升", "达成指标", "30.00", "30.00", ""],
    ["满意度指标", "服务对象满意度指标", "使用部门满意度", "≥90.00(%)", "93.00(%)", "10.00", "10.00", ""],
  ].map(
    ([level1 = "", level2 = "", name = "", target = "", actual = "", weight = "", score = "", deviationNote = ""]) => ({
      level1,
      level2,
      name,
      target,
      actual,
      weight,
      score,
      deviationNote,
    }),
  ),
  totalWeight: "100.00",
  totalScore: "98.96",
  rating: "优",
};

/** The sample form with values put at paths: `sampleForm({ "indicators[3].score": "8.00" })`. A path that leads nowhere is a bug and throws. */
export function sampleForm(patches: Readonly<Record<string, unknown>> = {}): SelfEvaluationForm {
  return decodeForm(patchedWire(SAMPLE_FORM, patches));
}

/** A deep copy of `wire` with values put at paths. */
export function patchedWire(wire: WireForm, patches: Readonly<Record<string, unknown>>): unknown {
  const copy: unknown = structuredClone(wire);
  for (const [path, value] of Object.entries(patches)) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
    const last = steps.pop();
    let place = copy as Record<string, unknown>;
    for (const step of steps) {
      const inner = place[step];
      if (typeof inner !== "object" || inner === null) throw new Error(`no such place in the sample form: ${path}`);
      place = inner as Record<string, unknown>;
    }
    if (last === undefined) throw new Error("empty path");
    place[last] = value;
  }
  return copy;
}
