/** A table in a terminal, where Han characters and most punctuation of Chinese text are two columns wide. */
import { widthOf } from "./wrap.ts";

export interface TableColumn {
  readonly caption: string;
  readonly align: "left" | "right";
}

/** Rows below their captions, columns parted by two blanks. */
export function printTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, at) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[at] ?? "")), widthOf(column.caption)),
  );
  const line = (texts: readonly string[]): string =>
    columns
      .map((column, at) => {
        const text = texts[at] ?? "";
        const room = " ".repeat((widths[at] ?? 0) - widthOf(text));
        return column.align === "right" ? room + text : text + room;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return `${[line(columns.map((column) => column.caption)), rule, ...rows.map(line)].join("\n")}\n`;
}
