import { describe, expect, it } from "vitest";
import { isOneProgramme, namesItsOwn } from "./own-object.ts";

const text = (name: string, wording: string, unit = "某区教育局") => ({ project: { name, unit, year: 2024 }, wording });

describe("texts about projects of one kind", () => {
  it.each([
    ["康定路大修", "完成康定路大修改善出行", "武定路大修", "完成武定路大修改善出行", true],
    ["智慧校园（一期）", "完成智慧校园一期建设", "智慧校园（二期）", "完成智慧校园二期建设", true],
    ["高龄老人津贴", "及时发放高龄老人津贴", "百岁老人津贴", "及时发放百岁老人津贴", true],
    ["物业管理费", "保障办公环境整洁", "保安服务费", "保障办公环境整洁", false],
    ["康定路大修", "完成康定路大修改善出行", "武定路大修", "完成康定路大修改善了出行", false],
    ["康定路大修", "完成武定路大修改善出行", "武定路大修", "完成武定路大修改善了出行", false],
    ["", "完成大修", "", "完成大修", false],
  ])("%s：%s · %s：%s", (name, wording, otherName, otherWording, own) => {
    const [a, b] = [text(name, wording), text(otherName, otherWording)];
    expect(namesItsOwn(a, b)).toBe(own);
    expect(namesItsOwn(b, a)).toBe(own);
  });

  it("are of one programme under one name in several units", () => {
    const project = (name: string, unit: string) => ({ name, unit, year: 2024 });
    expect(isOneProgramme(project("公共卫生服务", "甲中心"), project("公共卫生（服务）", "乙中心"))).toBe(true);
    expect(isOneProgramme(project("公共卫生服务", "甲中心"), project("公共卫生服务", "甲 中心"))).toBe(false);
    expect(isOneProgramme(project("公共卫生服务", "甲中心"), project("家庭医生签约", "乙中心"))).toBe(false);
    expect(isOneProgramme(project("", "甲中心"), project("", "乙中心"))).toBe(false);
  });
});
