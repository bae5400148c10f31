import { describe, expect, it } from "vitest";
import { disownsFigure, givesReason, tellsOfShortfall } from "./deviation-reason.ts";

describe("givesReason", () => {
  it.each(["", "  ", "-", "——", "/", "无", "无。", "无偏差", "（万人）", "万核小时", "单位：人次"])(
    "%s gives none",
    (note) => {
      expect(givesReason(note)).toBe(false);
    },
  );
  it.each(["全年使用", "项目服务期刚过半", "无人机延期交付", "2人离职"])("%s gives one, good or bad", (note) => {
    expect(givesReason(note)).toBe(true);
  });
});

describe("tellsOfShortfall", () => {
  it.each(["备件未能按时到货", "用户满意度有待提升", "需进一步提升办事集约化程度"])("%s does", (note) =>
    expect(tellsOfShortfall(note)).toBe(true),
  );
  it.each([
    "实际管理专项资金项目96个",
    "满足故障在200分钟内修复的要求。",
    "没有延期",
    "未发生影响使用的情况",
    "指标值填报错误，应该为≥8500",
    "万人",
    "",
  ])("%s does not", (note) => expect(tellsOfShortfall(note)).toBe(false));
});

describe("disownsFigure", () => {
  it.each(["指标值填报错误，应该为≥8500", "目标值有误", "完成值 系笔误", "年度指标值设置错误"])("%s does", (note) =>
    expect(disownsFigure(note)).toBe(true),
  );
  it.each(["", "用户填写错误较多，退回重报", "指标值偏高", "完成值低于预期，个别点位操作有误"])("%s does not", (note) =>
    expect(disownsFigure(note)).toBe(false),
  );
});
