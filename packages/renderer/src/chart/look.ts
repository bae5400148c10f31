/** Fonts, colours and fillings of every chart. */

/** Width of a chart in points; the type area of the report is 442 points wide. */
export const CHART_WIDTH = 430;

/** Without quotes: ECharts writes the name into an attribute as it stands. The others serve readers of the HTML. */
export const CHART_FAMILIES = "Zpb Hei, SimHei, Heiti SC, Noto Sans CJK SC, sans-serif";

/** Points. */
export const TEXT_SIZE = 9;
export const SMALL_TEXT_SIZE = 7.5;

const INK = "#000000";
const GUIDE = "#b0b0b0";

/** A filling by its colour and, on top of it, lines. */
export interface Filling {
  readonly color: string;
  readonly borderColor: string;
  readonly borderWidth: number;
  readonly decal?: object;
}

/** Dark, striped, light: told apart by brightness and pattern, not by colour. */
export const FILLINGS: readonly [Filling, Filling, Filling] = [
  { color: "#2f5d8a", borderColor: "#2f5d8a", borderWidth: 0.5 },
  {
    color: "#ffffff",
    borderColor: "#9a3d00",
    borderWidth: 0.8,
    decal: {
      symbol: "rect",
      symbolSize: 1,
      color: "#9a3d00",
      dashArrayX: [1, 0],
      dashArrayY: [1.4, 2.2],
      rotation: -Math.PI / 4,
    },
  },
  { color: "#e4e4e4", borderColor: "#555555", borderWidth: 0.8 },
];

export const text = (size: number) => ({ fontFamily: CHART_FAMILIES, fontSize: size, color: INK });

/** An axis of figures. */
export const valueAxis = (size: number) => ({
  type: "value" as const,
  axisLabel: text(size),
  axisLine: { show: true, lineStyle: { color: INK, width: 0.5 } },
  axisTick: { show: true, lineStyle: { color: INK, width: 0.5 } },
  splitLine: { lineStyle: { color: GUIDE, width: 0.4 } },
  nameTextStyle: text(size),
});

/** An axis of names; one that does not fit is cut, and shows that it is. */
export const nameAxis = (names: readonly string[], size: number, width: number) => ({
  type: "category" as const,
  data: [...names],
  axisLabel: { ...text(size), interval: 0, width, overflow: "truncate" as const, ellipsis: "…" },
  axisLine: { lineStyle: { color: INK, width: 0.5 } },
  axisTick: { show: false },
});
