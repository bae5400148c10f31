/** Rows and verdicts as Markdown tables. */
import { type Row, costOf } from "./contender.ts";
import type { Verdict } from "./targets.ts";

/** `base`: the row whose speed is 1. */
export function rowsTable(rows: readonly Row[], base: string | undefined): string {
  const unit = rows.find(({ id }) => id === base);
  const one = unit === undefined ? undefined : costOf(unit);
  return markdown(
    [
      "方式",
      "份数",
      "秒",
      "毫秒／份",
      "处理器毫秒／份",
      "份／秒",
      ...(one === undefined ? [] : ["倍速"]),
      "内存峰值",
      "每份字节",
      "说明",
    ],
    rows.map((row) => {
      const { name, forms, median, note = "", trouble } = row;
      const cost = costOf(row);
      const ratio = one === undefined ? [] : [cost === undefined ? "" : times(one / cost)];
      if (median === undefined || cost === undefined)
        return [name, count(forms), "", "", "", "", ...ratio, "", "", `**${trouble ?? "未测"}**`];
      return [
        name,
        count(forms),
        median.seconds.toFixed(median.seconds < 10 ? 2 : 1),
        cost.toFixed(cost < 10 ? 2 : 1),
        median.processor === undefined ? "" : ((median.processor * 1000) / forms).toFixed(1),
        (1000 / cost).toFixed(1000 / cost < 10 ? 1 : 0),
        ...ratio,
        median.peak === undefined ? "" : `${Math.round(median.peak / 2 ** 20)} MiB`,
        [...median.bytes].map(([ending, bytes]) => `${ending} ${kilobytes(bytes)}`).join("，"),
        note,
      ];
    }),
  );
}

export function verdictsTable(verdicts: readonly Verdict[]): string {
  return markdown(
    ["目标", "必须", "争取", "本次实测", "结论"],
    verdicts.map(({ name, must, aim, measured, text }) => [name, must, aim, measured, text]),
  );
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "／")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

function count(forms: number): string {
  return forms.toLocaleString("en");
}

function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 1)} ×`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;
}
