/** Sample forms of different projects, from which the examples of rules across forms are made. */
import type { Patches } from "./rule.ts";

/** What makes the sample form another project of the same unit: no rule across forms has anything to say about them. */
export const EXAMPLE_PROJECTS: readonly [Patches, Patches, Patches, Patches, Patches] = [
  {},
  {
    projectName: "政务外网租赁",
    "overallGoal.expected": "为全区机关提供稳定的网络接入，按合同完成线路租用和带宽调整。",
    "overallGoal.actual": "线路租用按期续签，带宽调整到位，网络中断时间在合同约定以内。",
    "indicators[1].actual": "260.00(次)",
  },
  {
    projectName: "机房电费",
    "overallGoal.expected": "及时支付机房用电费用，保证机房不因欠费停电。",
    "overallGoal.actual": "十二个月的电费均按时支付，机房没有发生停电。",
    "indicators[1].actual": "270.00(次)",
  },
  {
    projectName: "档案数字化",
    "overallGoal.expected": "把历年纸质档案扫描入库，做到可检索、可调阅。",
    "overallGoal.actual": "年内扫描档案三万余卷，目录已经著录，开放窗口查询。",
    "indicators[1].actual": "280.00(次)",
  },
  {
    projectName: "网络安全测评",
    "overallGoal.expected": "对重要信息系统开展等级保护测评，督促整改发现的漏洞。",
    "overallGoal.actual": "六个系统通过测评，高危漏洞全部修复并复测。",
    "indicators[1].actual": "290.00(次)",
  },
];
