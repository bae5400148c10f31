/** Invented forms with much more variety than the disclosed ones. Deterministic: a seed is a form. */
import type { WireForm } from "@zipingbiao/core";

/** A small generator of numbers in 0…1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Dice {
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly upTo: (most: number, least?: number) => number;
}

export function diceOf(seed: number): Dice {
  const random = randomOf(seed);
  return {
    chance: (share) => random() < share,
    pick: (from) => from[Math.floor(random() * from.length)] as (typeof from)[number],
    upTo: (most, least = 0) => least + Math.floor(random() * (most - least + 1)),
  };
}

const SUBJECTS =
  "平台运维 网络专线 档案整理 社区服务 绿化养护 培训活动 设备采购 道路保洁 学校食堂 河道巡查 数据治理 窗口服务 应急演练 图书借阅 老旧小区改造 人才引进 疫苗接种 法律援助 文化演出 农田灌溉 UPS电池 IPv6改造 CA证书 B超设备 5G基站 “一网通办”事项 《办事指南》编制".split(
    " ",
  );
const QUALITIES =
  "完成率 及时率 数量 覆盖率 合格率 验收通过率 响应时间 满意度 达标情况 使用情况 合规性 次数 面积 人次 稳定性 知晓率 提升情况 机制健全性".split(
    " ",
  );
const UNITS = "% 个 次 份 家 人次 万元 小时 工作日 平方米 万人次 小时/天 条/秒 台（套） 元/平方米 千米 项".split(" ");
const WORDINGS =
  "完善 提高 及时 合规 有效保障 稳定运行 按期完成 合规（按合同规定） 及时（2小时内到达） 5*8小时驻场服务 12月底前完成 符合行业标准 不超过3次 逐步提升并形成长效机制 按规定时间节点完成各项任务 第3季度前 长期 明显改善 1:3以上 达到国家二级标准".split(
    " ",
  );
const CLAUSES =
  "做好各项日常维护工作 保障群众正常办事需要 提升公共服务能力 全年未发生重大安全责任事故 组织开展专题培训12场 覆盖全区14个街镇 根据《关于进一步加强管理的通知》要求 完善制度建设 推动“一件事”改革落地 实现数据共享 及时处置各类问题3200余件 引入第三方开展评估 优化营商环境 有效支撑基层减负增能 建立健全长效机制 加强队伍建设 开展Web3.0专题研究 使用API接口 落实24小时值守 完成（2024）年度计划".split(
    " ",
  );
const REASONS =
  "项目服务期刚过半 受天气影响，工期延后 指标值设置偏低，下一年度将合理设置 部分单位响应不及时 因机构改革，验收推迟至次年1月，现已完成 采购流程来不及在 1 月前完成 需进一步加强宣传 出现一次设备故障，中断1.5个小时，已更换设备并完善巡检制度。后续将定期演练，确保稳定 万人次 已整改 2023年结转资金较多，执行进度较慢；2024年将加快支付".split(
    " ",
  );
const PLACES = "青山区 临江市 白云县 东湖新区 云溪镇 市".split(" ");
const BODIES =
  "财政局 教育局 数据局 水务局 绿化和市容管理局 卫生健康委员会 图书馆 大数据中心 市场监督管理局(汇总) 人民政府办公室（本级）".split(
    " ",
  );
const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ["成本指标", ["经济成本指标", "社会成本指标", "生态环境成本指标"]],
  ["产出指标", ["数量指标", "质量指标", "时效指标"]],
  ["效益指标", ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]],
  ["满意度指标", ["服务对象满意度指标"]],
];
const FREE_GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ["其他指标", ["其他类指标"]],
  ["管理指标", ["财务管理指标", "项目管理指标"]],
  ["影响力指标", ["长效管理指标", "人力资源指标", "信息共享指标"]],
];

/** Some clauses as prose; `sentences` of them end with 。 */
function prose(dice: Dice, clauses: number): string {
  let text = "";
  for (let at = 0; at < clauses; at += 1)
    text += dice.pick(CLAUSES) + (at === clauses - 1 ? "。" : dice.pick(["，", "，", "；", "。", "、"]));
  return dice.chance(0.1) ? text.slice(0, -1) : text;
}

/** The editions of which forms can be invented. */
export type RandomEdition = "sh-2024" | "sh-2021" | "central-2020";

function quantity(dice: Dice, old: boolean): [string, string] {
  const unit = dice.pick(UNITS);
  const number = dice.pick(["5", "90", "100", "3", "1200", "0", "85", "12", "36500", "99"]);
  const sign = dice.pick(["≥", "≥", "=", "=", "≤", ">", "<", ">=", "＞=", "=>"]);
  if (old)
    return dice.chance(0.5)
      ? [`${sign}${number}%`, `${number}%`]
      : [`${number}${unit.replaceAll(/[（）]/gu, "")}`, number];
  const actual = dice.pick([number, "7", "98", "10369", "26790000"]);
  return [`${sign}${number}.00(${unit})`, `${actual}.${dice.pick(["00", "50", "01"])}(${unit})`];
}

const NOTES = [
  "1.得分一档最高不能超过该指标分值上限。",
  "2.定量指标若为正向指标（即指标值为≥*），则得分计算方法应用全年实际值÷年度指标值×该指标分值。",
  "3.定性指标根据指标完成情况分为达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档。",
];

/** 产出指标(15分): the points that the rows of a group add up to, behind its label. */
function pointed(rows: WireForm["indicators"], dice: Dice): WireForm["indicators"] {
  const [open, close] = dice.pick(["()", "（）"]);
  const sums = new Map<string, number>();
  for (const { level1, weight } of rows) sums.set(level1, (sums.get(level1) ?? 0) + Number.parseInt(weight ?? "0", 10));
  return rows.map((row) => ({ ...row, level1: `${row.level1}${open}${sums.get(row.level1)}分${close}` }));
}

/** A form of an edition, its figures consistent enough to be read; rules are not asked here. */
export function randomForm(seed: number, edition: RandomEdition = "sh-2024"): WireForm {
  const dice = diceOf(seed);
  const old = edition === "sh-2021";
  const central = edition === "central-2020";
  const rows = randomIndicators(dice, old);
  const indicators = central && seed % 4 !== 0 ? pointed(rows, dice) : rows;
  const amount = `${dice.upTo(99999)}.${String(dice.upTo(99)).padStart(2, "0")}`;
  const part = {
    initialBudget: "0.00",
    annualBudget: amount,
    annualExecution: amount,
    weight: null,
    executionRate: "100.00",
    score: null,
  };
  const none = old ? null : "0.00";
  const empty = {
    initialBudget: none,
    annualBudget: none,
    annualExecution: none,
    weight: null,
    executionRate: none,
    score: null,
  };
  const expected = prose(dice, dice.upTo(14, 1));
  const actual = dice.chance(0.3)
    ? `${expected.slice(0, Math.floor(expected.length / 2))}${prose(dice, 2)}`
    : dice.chance(0.2)
      ? expected
      : prose(dice, dice.upTo(14, 1));
  return {
    schema: "zipingbiao/form@1",
    edition,
    fiscalYear: old ? 2021 : central ? 2022 : 2024,
    title: central ? "项目支出绩效自评表" : "财政项目支出绩效自评表",
    projectName: projectName(dice),
    competentDepartment: `${dice.pick(PLACES)}${dice.pick(BODIES)}`,
    implementingUnit: `${dice.pick(PLACES)}${dice.pick(BODIES)}`,
    currencyUnit: old ? "元" : "万元",
    funds: {
      total: { ...part, weight: "10.00", score: "10.00" },
      currentYearAppropriation: part,
      carryover: empty,
      otherFunds: empty,
    },
    overallGoal: { expected, actual },
    indicators,
    totalWeight: "100.00",
    totalScore: "97.30",
    rating: old || central ? null : dice.pick(["优", "良", "中", "差", "优秀"]),
    ...(central && dice.chance(0.6) ? { notes: NOTES.slice(0, dice.upTo(3, 1)).join("\n") } : {}),
  };
}

function projectName(dice: Dice): string {
  const tail = dice.pick([
    "",
    "（2023年结转）",
    "(运维)",
    " 1",
    "-基础设施-专线租用(2024)",
    "（财行签[2024]165号）",
    "（一期）第二年",
  ]);
  return `${dice.chance(0.3) ? "2024年" : ""}${dice.pick(PLACES)}${dice.pick(SUBJECTS)}${dice.pick(["项目", "经费", "建设", "服务", "工作经费"])}${tail}`;
}

function randomIndicators(dice: Dice, old: boolean): WireForm["indicators"] {
  const rows: WireForm["indicators"] = [];
  const groups = GROUPS.filter(([level1]) => level1 === "产出指标" || dice.chance(level1 === "成本指标" ? 0.5 : 0.85));
  if (dice.chance(0.12)) groups.push(dice.pick(FREE_GROUPS));
  for (const [level1, seconds] of groups) {
    const chosen = seconds.filter((_, at) => at === 0 || dice.chance(0.6));
    for (const level2 of chosen) {
      for (let count = dice.pick([1, 1, 1, 2, 3, 5]); count > 0; count -= 1)
        rows.push(randomRow(dice, level1, level2, old));
    }
  }
  return rows;
}

function randomRow(dice: Dice, level1: string, level2: string, old: boolean): WireForm["indicators"][number] {
  const long = dice.chance(0.12);
  const name = `${dice.pick(SUBJECTS)}${long ? `${dice.pick(CLAUSES)}${dice.pick(SUBJECTS)}` : ""}${dice.pick(QUALITIES)}${dice.chance(0.08) ? "（含新增）" : ""}`;
  const wording = dice.chance(0.35);
  const [target, actual] = wording
    ? [dice.pick(WORDINGS), dice.chance(0.85) ? "达成指标" : "部分达成指标并具有一定效果"]
    : quantity(dice, old);
  const deducted = dice.chance(0.2);
  const weight = `${dice.pick(["5", "3", "10", "15", "2"])}.00`;
  return {
    level1,
    level2,
    name,
    target,
    actual,
    weight,
    score: deducted ? "1.50" : weight,
    deviationNote: deducted && dice.chance(0.9) ? dice.pick(REASONS) : dice.chance(0.04) ? dice.pick(REASONS) : "",
  };
}
