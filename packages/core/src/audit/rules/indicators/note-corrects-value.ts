/** 偏差原因栏自己说指标值或完成值应是另一个数。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Indicator } from "../../../form/indicator.ts";
import { type Target, readTarget } from "../../../form/target.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { type Decimal, parseDecimal } from "../../../values/decimal.ts";
import { sameUnit } from "../../../values/quantity.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/note-corrects-value",
  title: "原因栏说明表中的数另有其数",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.figuresAgree],
  why: "填报人自己在原因栏写明表中的数不对，却照旧公开，读者看到的就是一个已知的错数。",
  fix: "与批复、台账核对后直接更正指标值或完成值，并重新评分；原因栏只写偏差的原因。",
  *check({ form }) {
    for (const [row, indicator] of form.indicators.entries()) {
      const corrected = correctionIn(indicator);
      if (corrected === undefined) continue;
      const { field, said } = corrected;
      yield violated(indicatorPath(row, field), {
        what: field === "target" ? "指标值" : "完成值",
        printed: indicator[field].text,
        said,
      });
    }
  },
  message: ({ what, printed, said }) => `${what}为「${printed}」，偏差原因栏却说「${said}」`,
  examples: {
    bad: [
      {
        "indicators[3].target": "≥990.00(%)",
        "indicators[3].name": "平台调用增长",
        "indicators[3].actual": "900.00(%)",
        "indicators[3].deviationNote": "指标值填报错误，应该为≥99",
      },
      { "indicators[1].deviationNote": "实际巡检325次" },
      { "indicators[3].deviationNote": "目标值应为95%，备件到货较晚，已增加库存。" },
      { "indicators[3].deviationNote": "年度指标值填写有误，备件到货较晚，已增加库存。" },
      { "indicators[3].deviationNote": "指标值应是：＞99%，备件到货较晚，已增加库存。" },
      { "indicators[3].deviationNote": "完成值录入错误，应为97%，备件到货较晚。" },
      {
        "indicators[3].name": "设备故障业务中断时间",
        "indicators[3].target": "≤1.00(小时)",
        "indicators[3].actual": "2.00(小时)",
        "indicators[3].score": "5.00",
        "indicators[3].deviationNote": "出现一次设备故障，防火墙中断网络 1.5个小时",
        totalScore: "94.96",
      },
    ],
    good: [
      { "indicators[1].deviationNote": "实际巡检295次，其中夜间45次" },
      { "indicators[1].deviationNote": "实际巡检12个点位" },
      { "indicators[0].deviationNote": "实际支付首付款100万元" },
      {
        "indicators[3].name": "设备故障业务中断时间",
        "indicators[3].target": "≤1.00(小时)",
        "indicators[3].actual": "2.00(小时)",
        "indicators[3].score": "5.00",
        "indicators[3].deviationNote": "备件到货较晚，其中一次中断1.5小时",
        totalScore: "94.96",
      },
      { "indicators[3].deviationNote": "指标值应为99％，备件到货较晚，已增加库存。" },
      { "indicators[3].deviationNote": "指标值填报错误，应为≥99.00(%)，备件到货较晚，已增加库存。" },
      { "indicators[3].deviationNote": "指标值为全年累计数，备件到货较晚，应急响应为 2 小时。" },
      { "indicators[3].deviationNote": "备件型号填写有误，到货较晚，距指标值差 4 个百分点。" },
      { "indicators[3].deviationNote": "到场时间应为2小时内，备件到货较晚。" },
      { "indicators[3].deviationNote": "个别工单填报错误，应为2024年口径，已补正。" },
      { "indicators[3].deviationNote": "备件到货较晚，下年应结合实际调整为95%。" },
    ],
    uncheckable: [],
  },
});

interface Correction {
  readonly field: "target" | "actual";
  /** The note's own words. */
  readonly said: string;
}

/** What the note says the target or the actual value really is, where that is another number. */
function correctionIn({ name, target, actual, deviationNote }: Indicator): Correction | undefined {
  const note = deviationNote.replaceAll(/\s/gu, "");
  const due = target.kind === "blank" ? undefined : targetIn(note, target);
  if (due !== undefined) return { field: "target", said: due };
  const admitted = ADMITTED.exec(note);
  if (admitted !== null) {
    const field = /完成值|实际/u.test(admitted[1] ?? "") ? "actual" : "target";
    const value = { target, actual }[field];
    if (value.kind === "quantitative" && differs(value.quantity.number, admitted[2]))
      return { field, said: admitted[0] };
  }
  const really = REALLY.exec(note);
  if (
    really !== null &&
    actual.kind === "quantitative" &&
    really[2] === actual.quantity.unit &&
    !PART_OF.test(really[0])
  ) {
    if (differs(actual.quantity.number, really[1])) return { field: "actual", said: really[0] };
  }
  const lasted = durationIn(note, name);
  if (lasted !== undefined && actual.kind === "quantitative" && lasted.unit === actual.quantity.unit) {
    const known = [actual.quantity, ...(target.kind === "quantitative" ? [target.quantity] : [])];
    if (known.every(({ number }) => differs(number, lasted.number))) return { field: "actual", said: lasted.said };
  }
  return undefined;
}

/** The words in which the note gives the target another value or sign, or says that it was filled in wrongly. */
function targetIn(note: string, target: Target): string | undefined {
  const stated = STATED_TARGET.exec(note);
  if (stated === null) return DISOWNED_TARGET.exec(note)?.[0];
  const said = readTarget(stated[1] ?? "");
  if (said.kind !== "quantitative" || target.kind !== "quantitative") return stated[0];
  const signed = /^[≥≤<>=＜＞＝]/u.test(stated[1] ?? "");
  const agrees =
    said.quantity.number.equals(target.quantity.number) &&
    // 原因栏没有写符号、单位的，不算与表中不同。
    (!signed || said.comparator === target.comparator) &&
    (said.quantity.unit === "" || sameUnit(said.quantity, target.quantity));
  return agrees ? undefined : stated[0];
}

/** How long the note says that the thing took which the name measures: 「中断网络1.5个小时」 for 业务中断时间. */
function durationIn(note: string, name: string) {
  const measured = /(\p{Script=Han}{2})(?:时间|时长)$/u.exec(name.replaceAll(/\s/gu, ""))?.[1];
  if (measured === undefined) return undefined;
  const clause = note.split(/[，。；]/u).find((part) => part.includes(measured) && !PART_OF.test(part));
  const [said, number, unit] = DURATION.exec(clause?.slice(clause.indexOf(measured)) ?? "") ?? [];
  return said === undefined ? undefined : { said, number, unit };
}

function differs(printed: Decimal, said: string | undefined): boolean {
  const number = parseDecimal((said ?? "").replaceAll(",", ""));
  return number !== undefined && !number.equals(printed);
}

// 见于公开表：指标值填报错误，应该为≥8500。中间不隔句。
const STATED_TARGET =
  /(?:指标值|目标值)[^。；;！？]{0,12}应(?:该|当)?(?:为|是|填)[：:]?([≥≤<>=＜＞＝]{0,2}\d[\d,]*(?:\.\d+)?(?:[（(][^（()）]*[)）]|[%％])?)/u;
const DISOWNED_TARGET = /(?:年度)?(?:指标值|目标值)[^，,。；;！？]{0,6}(?:错误|有误|失误|填错|写错|报错|笔误)/u;

// 同上而没有写明是指标值，或说的是完成值。
const ADMITTED =
  /([^，。；]{0,12})(?:填报错误|填写错误|录入错误|输入错误|错误|填错|错填|误填|有误|笔误)[，。；:：,]?(?:实际)?应(?:该|当)?(?:为|是|填)?[≥>≤<=]*(\d[\d,]*(?:\.\d+)?)(?![\d.]|年(?!次))[%％]?/u;

// 见于公开表：实际管理专项资金项目96个。说差了多少、超了多少的不算。
const REALLY =
  /实际(?:[^，。；、\d未没缺少延超增减降提升差余调]{0,15})(\d[\d,]*(?:\.\d+)?)(人次|小时|分钟|工作日|[^\d，。；、的个](?=[，。；、]|$)|个(?=[，。；、]|$))/u;

// 见于公开表：防火墙中断网络 1.5个小时。
const DURATION = /^[^\d]{2,12}(\d+(?:\.\d+)?)个?(小时|分钟|秒|天|工作日|月)$/u;

// 说的是其中一次、平均、要求或相差多少，不是这一行的完成值。
const PART_OF =
  /其中|首付|首期|尾款|预付|平均|每次|单次|个别|最|要求|应|承诺|约定|规定|超|延|缩短|减少|增加|提前|推迟|晚|早/u;
