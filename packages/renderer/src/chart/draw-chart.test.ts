import { describe, expect, it } from "vitest";
import type { ChartView } from "../view/chart-view.ts";
import { drawChart } from "./draw-chart.ts";

const head = { caption: "图", alt: "各等级项目数：优 3 个，良 1 个。" };
const columns: ChartView = {
  ...head,
  kind: "columns",
  columns: [
    { label: "优", count: "3" },
    { label: "良", count: "1" },
  ],
};
const bars = (names: readonly string[]): ChartView => ({
  ...head,
  kind: "bars",
  bars: names.map((label, at) => ({ label, percent: at === 0 ? null : "87.5", text: at === 0 ? "—" : "87.50%" })),
});
const scatter = {
  ...head,
  kind: "scatter",
  isThinned: false,
  across: "执行率（%）",
  up: "得分",
  points: [
    { label: "1", across: "99.59", up: "97.96" },
    { label: "2", across: "62.10", up: "88" },
  ],
} satisfies ChartView;
const stack: ChartView = {
  ...head,
  kind: "stack",
  parts: ["达到", "未达到", "无法判断"],
  groups: [{ label: "数量指标", counts: ["12", "1", "2"], text: "12／1／2" }],
};
const all: readonly (readonly [string, ChartView])[] = [
  ["grades", columns],
  ["rates", bars(["甲", "乙"])],
  ["spread", scatter],
  ["groups", stack],
];

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text ?? "");

describe("drawChart", () => {
  it.each(all)("%s is the same whatever was drawn before", (name, view) => {
    const first = drawChart(name, view);
    for (const [other, otherView] of all) drawChart(other, otherView);
    expect(drawChart(name, view)).toEqual(first);
    expect(first.svg).not.toMatch(/zr\d|class=|<style|ecmeta|url\((?!#)|href|NaN/);
  });

  it.each(all)("%s has a text alternative and its size in points", (name, view) => {
    const { svg, width, height } = drawChart(name, view);
    expect(svg).toContain(`width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"`);
    expect(svg).toContain('role="img" aria-label="各等级项目数：优 3 个，良 1 个。"');
  });

  it("leaves a name as it is that looks like one of the library's own", () => {
    expect(textsOf(drawChart("rates", bars(["zr1-平台", "url(#zr1-平台"])).svg)).toEqual(
      expect.arrayContaining(["zr1-平台", "url(#zr1-平台"]),
    );
  });

  it.each(all)("%s is drawn as before", (name, view) => {
    expect(drawChart(name, view).svg).toMatchSnapshot();
  });

  it("prints every text that the view gives", () => {
    expect(textsOf(drawChart("grades", columns).svg)).toEqual(expect.arrayContaining(["优", "良", "3", "1"]));
    expect(textsOf(drawChart("rates", bars(["甲", "乙"])).svg)).toEqual(
      expect.arrayContaining(["甲", "乙", "—", "87.50%", "100%"]),
    );
    expect(textsOf(drawChart("spread", scatter).svg)).toEqual(
      expect.arrayContaining(["1", "2", "执行率（%）", "得分"]),
    );
    expect(textsOf(drawChart("groups", stack).svg)).toEqual(
      expect.arrayContaining(["达到", "未达到", "无法判断", "数量指标", "12／1／2"]),
    );
  });

  it("names that look like markup stay text", () => {
    const hostile = `<b onload="x">&"'{a|b}</b>`;
    const { svg } = drawChart("rates", { ...bars([hostile, "]]>"]), alt: hostile });
    expect(svg).not.toMatch(/<b\b|onload="/);
    expect(svg.match(/<\w+/g)?.every((tag) => ["<svg", "<path", "<text", "<rect", "<g"].includes(tag))).toBe(true);
    expect(textsOf(svg)).toContain("&lt;b onload=&quot;x&quot;&gt;&amp;&quot;&#39;{a|b}&lt;/b&gt;");
  });

  it("cuts a long name where one can see it, and keeps sixty bars on a page", () => {
    const many = drawChart(
      "rates",
      bars(Array.from({ length: 60 }, (_, at) => `${at + 1} ${"很长的名称".repeat(12)}`)),
    );
    expect(textsOf(many.svg).filter((text) => text.endsWith("…"))).toHaveLength(60);
    expect(many.height).toBeLessThan(630);
  });

  it("draws a rate above the whole, and points that are all in one place", () => {
    const over = drawChart("rates", {
      ...head,
      kind: "bars",
      bars: [{ label: "甲", percent: "132.5", text: "132.50%" }],
    });
    expect(textsOf(over.svg)).toContain("132.50%");
    const one = drawChart("spread", { ...scatter, points: [{ label: "1", across: "100", up: "100" }] });
    expect(one.svg).not.toContain("NaN");
  });

  it("draws points of one place once where it is asked to", () => {
    const points = [...scatter.points, { label: "3", across: "99.58", up: "97.96" }];
    const dots = (isThinned: boolean) =>
      drawChart("spread", { ...scatter, points, isThinned }).svg.match(/#1d4166/gu)?.length;
    expect([dots(false), dots(true)]).toEqual([3, 2]);
    const inPlace = {
      ...scatter,
      isThinned: true,
      points: points.map((point) => ({ ...point, across: "1", up: "1" })),
    };
    expect(drawChart("spread", inPlace).svg.match(/#1d4166/gu)).toHaveLength(1);
  });
});

it("takes no text for a name of the library's own", () => {
  const names = Object.getOwnPropertyNames(Object.prototype);
  const before = drawChart("rates", bars(["甲"])).svg;
  const { svg } = drawChart("rates", bars([...names, ...names.map((name) => `${name}${"长".repeat(40)}`)]));
  for (const name of names) expect(svg).toContain(`>${name}</text>`);
  expect(svg).not.toContain("\u2060");
  expect(Object.keys(Object.getPrototypeOf({}) as object)).toEqual([]);
  expect(drawChart("rates", bars(["甲"])).svg).toBe(before);
});
