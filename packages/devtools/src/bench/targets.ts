/** What must be reached, and what is aimed at; whether this run did. Figures are ratios of one run wherever they can be. */
import { type Row, costOf } from "./contender.ts";

/** How a figure is said to be enough: at least so many times as fast, or at most so much. */
type Direction = "at least" | "at most";

interface Target {
  readonly name: string;
  /** The group that measures it. */
  readonly about: "pdf" | "docx" | "publish";
  readonly direction: Direction;
  readonly must: number;
  readonly aim: number;
  readonly unit: "×" | "MiB" | "KB" | "%";
  readonly measured: (rows: Rows) => number | undefined;
  /** Something else that must hold besides; Chinese, with its figure. `undefined` where it was not measured. */
  readonly also?: (rows: Rows) => { readonly text: string; readonly holds: boolean } | undefined;
}

export interface Verdict extends Pick<Target, "name" | "about"> {
  readonly must: string;
  readonly aim: string;
  readonly measured: string;
  readonly meetsMust: boolean;
  readonly text: string;
}

type Rows = ReadonlyMap<string, Row>;

const LARGE = 10_000;
const BASE = 1_000;
/** Peak memory with ten times the forms. Their heads and hashes are kept, so it cannot be 1; a form kept would show. */
const FLAT = 1.25;

const TARGETS: readonly Target[] = [
  {
    name: "成批 PDF，对朴素循环",
    about: "pdf",
    direction: "at least",
    must: 20,
    aim: 45,
    unit: "×",
    measured: (rows) => ratio(cost(rows, "naive"), cost(rows, `render-pdf-${BASE}`)),
  },
  {
    name: "成批 PDF，对 2 个进程的 Typst（用时之比）",
    about: "pdf",
    direction: "at most",
    must: 2.7,
    aim: 1,
    unit: "×",
    measured: (rows) => ratio(cost(rows, `render-pdf-${BASE}`), cost(rows, "typst-2")),
  },
  {
    name: "一份，程序已在运行，对朴素循环（用时之比）",
    about: "pdf",
    direction: "at most",
    must: 1 / 12,
    aim: 1 / 20,
    unit: "×",
    measured: (rows) => ratio(cost(rows, "warm"), cost(rows, "naive")),
  },
  {
    name: "一份，冷启动，对朴素冷启动（用时之比）",
    about: "pdf",
    direction: "at most",
    must: 0.5,
    aim: 0.3,
    unit: "×",
    measured: (rows) => ratio(cost(rows, "render-pdf-1"), cost(rows, "naive-cold")),
  },
  {
    name: "成批 Word，对 docx 库生成同样的表",
    about: "docx",
    direction: "at least",
    must: 20,
    aim: 35,
    unit: "×",
    measured: (rows) => ratio(cost(rows, "docx"), cost(rows, "docx-ours")),
  },
  {
    name: "内存峰值，publish 10,000 份，全部进程",
    about: "publish",
    direction: "at most",
    must: 800,
    aim: 500,
    unit: "MiB",
    measured: (rows) => mebibytes(rows, `publish-${LARGE}`),
    also: (rows) => {
      const growth = ratio(mebibytes(rows, `publish-${LARGE}`), mebibytes(rows, `publish-${BASE}`));
      if (growth === undefined) return undefined;
      return { text: `为 1,000 份时的 ${growth.toFixed(2)} 倍（不超过 ${FLAT} 倍算持平）`, holds: growth <= FLAT };
    },
  },
  {
    name: "每份 PDF 的大小",
    about: "pdf",
    direction: "at most",
    must: 115,
    aim: 75,
    unit: "KB",
    measured: (rows) => {
      const bytes = rows.get(`render-pdf-${BASE}`)?.median?.bytes.get("pdf");
      return bytes === undefined ? undefined : bytes / 1000;
    },
  },
  {
    name: "再次 publish，什么都没变，10,000 份，对第一次（用时之比）",
    about: "publish",
    direction: "at most",
    must: 2,
    aim: 0.5,
    unit: "%",
    measured: (rows) => {
      const share = ratio(cost(rows, `publish-again-${LARGE}`), cost(rows, `publish-${LARGE}`));
      return share === undefined ? undefined : share * 100;
    },
  },
  {
    name: "每份用时，10,000 份对 1,000 份",
    about: "publish",
    direction: "at most",
    must: 1.1,
    aim: 1,
    unit: "×",
    measured: (rows) => ratio(cost(rows, `publish-${LARGE}`), cost(rows, `publish-${BASE}`)),
  },
];

export function judge(rows: readonly Row[]): readonly Verdict[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return TARGETS.map((target) => verdictOf(target, known));
}

function verdictOf({ name, about, direction, must, aim, unit, measured, also }: Target, rows: Rows): Verdict {
  const sign = direction === "at least" ? "≥" : "≤";
  const limits = { must: `${sign} ${figure(must, unit)}`, aim: `${sign} ${figure(aim, unit)}` };
  const value = measured(rows);
  const besides = also?.(rows);
  if (value === undefined || (also !== undefined && besides === undefined))
    return { name, about, ...limits, measured: "", meetsMust: false, text: "未测" };
  const reaches = (limit: number): boolean => (direction === "at least" ? value >= limit : value <= limit);
  const meetsMust = reaches(must) && (besides?.holds ?? true);
  return {
    name,
    about,
    ...limits,
    measured: [figure(value, unit), ...(besides === undefined ? [] : [besides.text])].join("，"),
    meetsMust,
    text: meetsMust ? (reaches(aim) ? "达到，目标也达到" : "达到") : "未达到",
  };
}

/** Short shares such as 1/12 are said as such. */
function figure(value: number, unit: Target["unit"]): string {
  if (unit === "×" && value < 0.2) return `1/${rounded(1 / value, 1)}`;
  return `${rounded(value, unit === "MiB" || unit === "KB" ? 0 : value < 10 ? 2 : 1)} ${unit}`;
}

function rounded(value: number, digits: number): string {
  return String(Math.round(value * 10 ** digits) / 10 ** digits);
}

function cost(rows: Rows, id: string): number | undefined {
  const row = rows.get(id);
  return row === undefined ? undefined : costOf(row);
}

function mebibytes(rows: Rows, id: string): number | undefined {
  const peak = rows.get(id)?.median?.peak;
  return peak === undefined ? undefined : peak / 2 ** 20;
}

function ratio(above: number | undefined, below: number | undefined): number | undefined {
  return above === undefined || below === undefined ? undefined : above / below;
}
