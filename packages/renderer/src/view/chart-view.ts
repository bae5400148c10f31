/** What a chart shows: finished texts, and the figures that lengths are drawn by, as plain decimal text. */
export type ChartView = ColumnsChart | BarsChart | ScatterChart | StackChart;

interface ChartHead {
  /** What stands below the chart. */
  readonly caption: string;
  /** What the chart says, for readers who cannot see it. */
  readonly alt: string;
}

/** How many of each: upright columns. */
export interface ColumnsChart extends ChartHead {
  readonly kind: "columns";
  readonly columns: readonly { readonly label: string; readonly count: string }[];
}

/** One percentage for each: lying bars. */
export interface BarsChart extends ChartHead {
  readonly kind: "bars";
  readonly bars: readonly ChartBar[];
}

export interface ChartBar {
  readonly label: string;
  /** The percentage without its sign; `null` where there is none. */
  readonly percent: string | null;
  readonly text: string;
}

/** One point for each project. */
export interface ScatterChart extends ChartHead {
  readonly kind: "scatter";
  /** Of points that lie over one another only the first is drawn: of thousands nobody can tell them apart. */
  readonly isThinned: boolean;
  readonly across: string;
  readonly up: string;
  readonly points: readonly { readonly label: string; readonly across: string; readonly up: string }[];
}

/** Parts of a whole for each group: lying bars of several fillings. */
export interface StackChart extends ChartHead {
  readonly kind: "stack";
  /** At most three. */
  readonly parts: readonly string[];
  /** Each with one count for each part. */
  readonly groups: readonly { readonly label: string; readonly counts: readonly string[]; readonly text: string }[];
}
