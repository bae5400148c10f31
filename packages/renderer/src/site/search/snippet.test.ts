import { expect, it } from "vitest";
import { markedText, snippetOf } from "./snippet.ts";

const shown = (text: string, query: string) =>
  snippetOf(text, query)
    ?.map((part) => (part.marked ? `【${part.text}】` : part.text))
    .join("");

it.each([
  ["成本总额，完成值 397.35(万元)", "397.35", "成本总额，完成值 【397.35】(万元)"],
  ["完成 1,234.50 元", "1234.5", "完成 【1,234.5】0 元"],
  ["信息化项目", "信息化", "【信息化】项目"],
  ["信息技术与变化", "信息化", "【信息】技术与变化"],
  ["ＡＢＣ平台㎡", "abc m2", "【ＡＢＣ】平台【㎡】"],
  ["<b>平台</b>", "平台", "<b>【平台】</b>"],
  ["没有", "平台", undefined],
])("%j for %j", (text, query, expected) => expect(shown(text, query)).toBe(expected));

it("a long text is cut around what was found, and loses nothing of a short one", () => {
  const text = `${"前".repeat(300)}运维平台${"后".repeat(300)}`;
  expect(shown(text, "运维平台")).toMatch(/^…前{20}【运维平台】后+…$/u);
  expect(
    markedText("一二三", "二三")
      .map(({ text: part }) => part)
      .join(""),
  ).toBe("一二三");
});
