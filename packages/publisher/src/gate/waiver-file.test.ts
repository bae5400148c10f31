import { describe, expect, it } from "vitest";
import type { Failure } from "../trouble.ts";
import { readWaiverFile } from "./waiver-file.ts";

const read = (text: string | Uint8Array) =>
  readWaiverFile("w.yaml", typeof text === "string" ? new TextEncoder().encode(text) : text);

/** `line: reason`, or the whole file when it was read. */
function refusal(text: string | Uint8Array): unknown {
  try {
    return read(text);
  } catch (error) {
    const { trouble } = error as Failure;
    return `${trouble.line ?? ""}: ${trouble.why}`;
  }
}

const NAMES = "projectName: 甲, implementingUnit: 某单位, fiscalYear: 2024";
const SIGNED = "reason: 已说明, signedBy: 绩效管理岗, date: 2025-03-31";

describe("readWaiverFile", () => {
  it("reads both lists, with the line of every entry", () => {
    expect(
      read(`# 说明
waivers:
  - projectName: " 甲 "
    implementingUnit: 某单位
    fiscalYear: 2024
    rule: scores/total-mismatch
    reason: >-
      已说明
    signedBy: 绩效管理岗
    date: 2025-03-31
withheld:
  - { ${NAMES}, ${SIGNED} }
`),
    ).toEqual({
      file: "w.yaml",
      waivers: [
        {
          projectName: "甲",
          implementingUnit: "某单位",
          fiscalYear: 2024,
          rule: "scores/total-mismatch",
          reason: "已说明",
          signedBy: "绩效管理岗",
          date: "2025-03-31",
          line: 3,
        },
      ],
      withheld: [
        {
          projectName: "甲",
          implementingUnit: "某单位",
          fiscalYear: 2024,
          reason: "已说明",
          signedBy: "绩效管理岗",
          date: "2025-03-31",
          line: 12,
        },
      ],
    });
  });

  it.each(["", "# 还没有\n", "waivers: []\n", "\uFEFFwithheld: []\n", "waivers:\nwithheld:\n"])(
    "takes %j for an empty file",
    (text) => {
      expect(read(text)).toMatchObject({ waivers: [], withheld: [] });
    },
  );

  it.each([
    [
      `waivers:\n  - { ${NAMES}, rule: scores/total-mismatch }\n`,
      "2: 第 2 行 waivers 第 1 条的 reason：没有写；第 2 行 waivers 第 1 条的 signedBy：没有写；第 2 行 waivers 第 1 条的 date：没有写",
    ],
    [
      `waivers:\n  - { ${NAMES}, rule: scores/total-mismatch,\n      reason: "", signedBy: 岗, date: 2025-03-31 }\n`,
      "3: waivers 第 1 条的 reason：不能空白",
    ],
    [
      `waivers:\n  - { ${NAMES}, rule: scores/total-mismatch, reason: 好, signedBy: "  ", date: 2025-03-31 }\n`,
      "2: waivers 第 1 条的 signedBy：不能空白",
    ],
    [
      `waivers:\n  - { ${NAMES}, rule: scores/total-mismatch, reason: 好, signedBy: 岗, date: 2025-02-30 }\n`,
      "2: waivers 第 1 条的 date：应为 YYYY-MM-DD 的日期",
    ],
    [
      `waivers:\n  - { ${NAMES}, rule: privacy/mobile-number, ${SIGNED} }\n`,
      "2: waivers 第 1 条的 at：个人信息须逐处放行，请写明位置 at",
    ],
    [
      `waivers:\n  - { ${NAMES}, rules: a/b, rule: scores/total-mismatch, ${SIGNED} }\n`,
      "2: waivers 第 1 条：没有「rules」这一项",
    ],
    [`waiver: []\n`, "1: 没有「waiver」这一项"],
    [`waivers: 甲\n`, "1: waivers：应为清单，每条以「- 」开头"],
    [`- 甲\n`, "1: 应写成「名称: 值」，冒号用半角，后面空一格"],
    [`waivers：\n`, "1: 应写成「名称: 值」，冒号用半角，后面空一格"],
    [
      `waivers:\n  - projectName：甲\n    rule：a/b\n`,
      "2: waivers 第 1 条：应写成「名称: 值」，冒号用半角，后面空一格",
    ],
    [`waivers:\n  projectName: 甲\n`, "2: waivers：应为清单，每条以「- 」开头"],
    [`__proto__: []\n`, "1: 没有「__proto__」这一项"],
    [`withheld:\n  - { <<: { a: 1 }, ${NAMES}, ${SIGNED} }\n`, "2: withheld 第 1 条：没有「<<」这一项"],
    [
      `withheld:\n  - { projectName: 12, implementingUnit: 甲, fiscalYear: 2024, ${SIGNED} }\n`,
      "2: withheld 第 1 条的 projectName：应为文字；像数字或日期的文字请加引号",
    ],
    [
      `withheld:\n  - { ${NAMES}, reason: ——, signedBy: 岗, date: 2025-03-31 }\n`,
      "2: withheld 第 1 条的 reason：只有符号，没有文字",
    ],
    [
      `withheld:\n  - { ${NAMES}, reason: 好, signedBy: "\u3164", date: 2025-03-31 }\n`,
      "2: withheld 第 1 条的 signedBy：只能写一行，不能含控制字符和看不见的字符",
    ],
    [
      `waivers:\n  - { ${NAMES}, rule: scores, ${SIGNED} }\n`,
      "2: waivers 第 1 条的 rule：没有「scores」这条规则。运行 zpb rules 可以看到全部规则",
    ],
    [
      `withheld:\n  - { projectName: 甲, implementingUnit: 某单位, fiscalYear: "2024", ${SIGNED} }\n`,
      "2: withheld 第 1 条的 fiscalYear：应为四位数的年度",
    ],
    [
      `withheld:\n  - { ${NAMES}, reason: 电话 13000000000, signedBy: 岗, date: 2025-03-31 }\n`,
      "2: withheld 第 1 条的 reason：含有个人信息，而这里的文字会公开",
    ],
    [
      `withheld:\n  - { ${NAMES}, reason: "一\\n二", signedBy: 岗, date: 2025-03-31 }\n`,
      "2: withheld 第 1 条的 reason：只能写一行，不能含控制字符和看不见的字符",
    ],
    [
      `withheld:\n  - { ${NAMES}, reason: "改\\u202E向", signedBy: 岗, date: 2025-03-31 }\n`,
      "2: withheld 第 1 条的 reason：只能写一行，不能含控制字符和看不见的字符",
    ],
    [`withheld:\n  - { ${NAMES}, ${SIGNED} }\n  - { ${NAMES}, ${SIGNED} }\n`, "3: 与第 2 行是同一条"],
    [
      `waivers:\n  - { ${NAMES}, rule: scores/total-mismatch, ${SIGNED} }\n  - { ${NAMES}, rule: scores/total-mismatch, at: rating, ${SIGNED} }\n  - { ${NAMES}, rule: scores/total-mismatch, ${SIGNED} }\n`,
      "4: 与第 2 行是同一条",
    ],
  ])("refuses %j", (text, why) => expect(refusal(text)).toBe(why));

  it.each([
    [
      `{ rule: scores/total-mismatch, ${SIGNED} }`,
      ["projectName：没有写", "implementingUnit：没有写", "fiscalYear：没有写"],
    ],
    [`{ ${NAMES.replace("甲", '"*"')}, rule: scores/total-mismatch, ${SIGNED} }`, ["projectName：只有符号，没有文字"]],
    [`{ ${NAMES}, rule: "*", ${SIGNED} }`, ["rule：只有符号，没有文字"]],
    [`{ ${NAMES}, rule: scores/*, ${SIGNED} }`, ["rule：没有「scores/*」这条规则"]],
  ])("lets nobody waive a rule for all forms, or all rules for a form: %s", (entry, reasons) => {
    const told = String(refusal(`waivers:\n  - ${entry}\n`));
    for (const reason of reasons) expect(told).toContain(reason);
  });

  it("names every refused line in order, ten at most", () => {
    const bad = `  - { ${NAMES}, rule: scores/total-mismatch, reason: 好, signedBy: 岗 }\n`;
    const told = String(refusal(`waivers:\n${bad.repeat(12)}`));
    expect(told.match(/第 \d+ 行/gu)).toEqual(Array.from({ length: 10 }, (_, at) => `第 ${at + 2} 行`));
    expect(told).toMatch(/；另有 2 处$/u);
  });

  it.each([
    ["waivers: []\nwaivers: []\n", "2: 同一个名称写了两次"],
    ["waivers: &a []\nwithheld: *a\n", "2: 不能用「*」引用别处的内容，请直接写出"],
    ["? [a, b]\n: 1\n", "1: 名称应为文字"],
    ["waivers:\n  - projectName: 甲\n    rule：a/b\n", "3: 少了冒号、引号或括号（用半角，冒号后空一格）"],
    ["waivers: !!js/function 1\n", "1: 不能用「!」标签，只能写文字"],
    ["waivers:\n\t- a\n", "2: 缩进用了制表符，请改用空格"],
    ["waivers: 'x\n", "2: 少了冒号、引号或括号（用半角，冒号后空一格）"],
    ["a: 1\n---\nb: 2\n", "2: 只能有一份内容，请去掉单独成行的「---」"],
    ["[".repeat(100_000), "1: 嵌套过深"],
    [new Uint8Array([0xc4, 0xe3]), ": 不是 UTF-8 编码"],
    [new Uint8Array(512 * 1024 + 1).fill(0x23), ": 超过 512 KiB"],
  ])("refuses what is no plain YAML", (text, why) => expect(refusal(text)).toBe(why));
});
