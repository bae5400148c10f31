import { expect, test } from "vitest";
import type { Row } from "./contender.ts";
import { judge } from "./targets.ts";

const MIB = 2 ** 20;

function row(id: string, forms: number, seconds: number, peak = 0, pdf = 0): Row {
  return { id, name: id, forms, note: "", median: { seconds, peak, bytes: new Map([["pdf", pdf]]) } };
}

function verdict(rows: readonly Row[], name: string) {
  const found = judge(rows).find((each) => each.name.startsWith(name));
  if (found === undefined) throw new Error(`no target ${name}`);
  const { meetsMust, measured, text } = found;
  return { meetsMust, measured, text };
}

test("a batch is held against the naive loop by the form, whatever the sizes", () => {
  const naive = row("naive", 48, 9.6);
  expect(verdict([naive, row("render-pdf-1000", 1000, 10)], "成批 PDF，对朴素循环")).toEqual({
    meetsMust: true,
    measured: "20 ×",
    text: "达到",
  });
  expect(verdict([naive, row("render-pdf-1000", 1000, 10.1)], "成批 PDF，对朴素循环")).toMatchObject({
    meetsMust: false,
    text: "未达到",
  });
  expect(verdict([naive, row("render-pdf-1000", 1000, 4)], "成批 PDF，对朴素循环").text).toBe("达到，目标也达到");
});

test("a share of the naive time is said as a fraction", () => {
  expect(verdict([row("naive", 10, 2), row("warm", 10, 0.125)], "一份，程序已在运行")).toMatchObject({
    measured: "1/16",
    text: "达到",
  });
});

test("memory must be small and flat", () => {
  const small = row("publish-1000", 1000, 60, 400 * MIB);
  expect(verdict([small, row("publish-10000", 10_000, 600, 490 * MIB)], "内存峰值").text).toBe("达到，目标也达到");
  expect(verdict([small, row("publish-10000", 10_000, 600, 510 * MIB)], "内存峰值").meetsMust).toBe(false);
  expect(verdict([row("publish-10000", 10_000, 600, 490 * MIB)], "内存峰值").text).toBe("未测");
});

test("what was not measured is not reached", () => {
  const verdicts = judge([]);
  expect(verdicts).toHaveLength(9);
  expect(verdicts.every(({ meetsMust, text }) => !meetsMust && text === "未测")).toBe(true);
});
