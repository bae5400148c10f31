/**
 * What an indicator's name tells of its value: whether more or less is better, and how high it can go at all.
 * Names are free text, so only words that leave no doubt are listed; of every other name nothing is claimed.
 */
import type { Indicator } from "../form/indicator.ts";
import { moneyOf } from "../values/quantity.ts";

export type Direction = "more" | "less";

/** The better direction of an indicator by its name, or `undefined` where the name leaves it open. */
export function directionOf(indicator: Indicator): Direction | undefined {
  const name = endOf(indicator.name);
  if (SHARE_MORE.test(name)) return "more";
  if (TURNS_ROUND.test(name)) return undefined;
  if (SHARE_LESS.test(name) || LESS.test(name)) return "less";
  return isCost(indicator) && !isEntitlement(indicator) ? "less" : undefined;
}

/** Whether the name is that of a part of a whole, which 100 % is the most of: 合格率, 满意度, 故障率. */
export function isShare(indicator: Indicator): boolean {
  const name = endOf(indicator.name);
  return SHARE_MORE.test(name) || SHARE_LESS.test(name);
}

/** Whether the name is that of something done as planned, of which more than planned can be done: 任务完成率 120 %. */
export function canExceedPlan(indicator: Indicator): boolean {
  return /(?:完成|达成|实现)率$/u.test(endOf(indicator.name));
}

/** Whether the name is that of a change, which can be below zero: 增速, 同比变化. */
export function canBeNegative(indicator: Indicator): boolean {
  const name = endOf(indicator.name);
  return CHANGE.test(name) && !SHARE_MORE.test(name);
}

/** Whether the row is one of 成本指标, under whatever 一级指标 it stands, and is counted in money. */
export function isCost({ level1, level2, target, actual }: Indicator): boolean {
  const quantity = [target, actual].find((value) => value.kind === "quantitative")?.quantity;
  return `${level1}${level2}`.includes("成本") && quantity !== undefined && moneyOf(quantity) !== undefined;
}

/** Whether the row sets what people are paid, a subsidy or a standard of it, where no less may be paid than is due. */
function isEntitlement({ name }: Indicator): boolean {
  return ENTITLEMENT.test(endOf(name)) && !/人工|劳务|采购|运行|运维|管理费/u.test(name);
}

/** Whether the indicator is the execution rate of the fund table under another heading. */
export function isExecutionRate({ name }: Indicator): boolean {
  return EXECUTION_RATE.test(endOf(name));
}

/** Whether the indicator asks only how much of the money went out: 预算执行率, 资金支出率, 预算金额结算率. */
export function measuresSpending({ name }: Indicator): boolean {
  return SPENDING.test(endOf(name));
}

/** White space and a remark in brackets at the end removed, so that the word that names the measure stands last. */
function endOf(name: string): string {
  return name.replaceAll(/\s/gu, "").replace(/(?:[（(][^（()）]*[)）])+$/u, "");
}

// 前面有「不」「未」「非」「无」的（不合格率、不满意率）意思相反，不在其列。
// 见于公开表：满意度（49 份）、及时率、完成率、合格率、通过率、达标率、覆盖率、配备率、接通率、办结率、响应率、解决率、整改率、可用率、完善率；其余为常见写法。
const SHARE_MORE =
  /(?<![不未非无])(?:满意[度率]|及时率|完成率|达成率|实现率|合格率|合规率|通过率|达标率|覆盖率|配备率|接通率|办结率|结题率|响应率|解决率|处理率|处置率|修复率|整改率|准确率|正确率|完好率|完善率|可用率|正常运转率|到岗率|出勤率|知晓率)$/u;

// 见于公开表：硬件故障率、重要储存信息丢失率；其余为常见写法。
const SHARE_LESS =
  /(?:故障率|故障发生率|事故率|事故发生率|丢失率|差错率|错误率|投诉率|不合格率|不满意率|退件率|误报率|漏报率)$/u;

// 见于公开表：维修响应时间、报修响应时间、故障响应时间、排队时间、故障平均恢复时长、业务中断时间、故障时间、重大故障次数、重大故障发生数；其余为常见写法。
const LESS =
  /(?:(?<!无)(?:投诉|故障|事故|差错|失误)(?:起数|件数|次数|发生数|发生次数|数量|数)|(?:响应|排队|等待|恢复|修复|中断|停机|停运|(?<!无)故障)(?:时间|时长)|工期|(?:施工|建设|采购|招标|审批|办理|办结|审核|验收|维修|检测)(?:周期|时限|用时)|(?:用时|耗时)|(?<!收购|销售)单价|成本总额|总成本|单位成本|人均成本|运行成本|运维成本|费用总额)$/u;

// 名称里有这些字，方向就反了过来，或不能由名称断定：节约成本、投诉减少次数、故障处理次数。
const TURNS_ROUND =
  /节约|节省|降低|减少|压缩|压减|下降|缩短|减负|减免|让利|避免|杜绝|受理|办理(?!周期|时限|用时)|办结(?!周期|时限|用时)|答复|回访|登记|调解|调查|查处|处理|处置|勘查|勘察|救援|应急|抢修|检修|维修(?!工期|周期|时限|用时|响应)|发现|监测|检测(?!周期|时限|用时)|接报|接听|举报|快处|快赔|模拟|排除|解决|演练|培训|分析|收入|收益|撬动|带动/u;

// 见于公开表：大数据产业增速；其余为常见写法。
const CHANGE =
  /增速|增长|增幅|增加|增减|变化|变动|同比|环比|提升|提高|下降|降低|降幅|节约|节省|结余|收益|盈|亏|利润|净|差额|偏离|偏差|提前|超前/u;

// 低保标准、慰问金标准、补贴发放金额：少给不是节约。
const ENTITLEMENT =
  /标准|补贴|补助|资助|救助|奖励|奖金|慰问|津贴|抚恤|助学金|奖学金|低保|待遇|保障金|抚养费|[人生]均(?:公用|公共卫生)?经费/u;

// 见于公开表：预算执行率、预算金额结算率；其余为常见写法。资金拨付及时率考核的是时效，不在其列。
const EXECUTION_RATE = /^(?:项目|年度|全年|本年|财政)*(?:预算|资金|经费)(?:资金)?执行率$/u;
const SPENDING =
  /^(?:项目|专项|年度|全年|本年|财政)*(?:预算|资金|经费)(?:金额|资金|经费)?(?:执行|支出|使用|支付|拨付|结算|完成)(?:进度|完成)?率$/u;
