/** 字段说明.csv: what stands in every column of the other tables. */
import { FIELDS_PATH } from "../batch/data-files.ts";
import type { DataTable, Field, FieldKind } from "./data-table.ts";
import { INDICATOR_TABLE } from "./indicator-table.ts";
import { PROJECT_TABLE } from "./project-table.ts";
import { UNPUBLISHED_TABLE } from "./unpublished-table.ts";

export interface FieldRow {
  readonly table: string;
  readonly file: string;
  readonly caption: string;
  readonly kind: string;
  readonly about: string;
}

const KINDS: Readonly<Record<FieldKind, string>> = { text: "文字", count: "整数", figure: "小数" };

const plain = (caption: string, width: number, about: string, cell: (row: FieldRow) => string) =>
  ({ caption, kind: "text", about, width, cell }) as const;

export const FIELD_TABLE: DataTable<FieldRow> = {
  name: "字段说明",
  path: FIELDS_PATH,
  fields: [
    plain("表", 16, "工作表的名称", ({ table }) => table),
    plain("文件", 24, "同样内容的 CSV 文件", ({ file }) => file),
    plain("字段", 26, "列的标题", ({ caption }) => caption),
    plain("类型", 8, "小数按十进制精确列出，位数与表中一致", ({ kind }) => kind),
    plain("说明", 72, "含义、单位和空白的意思", ({ about }) => about),
  ],
};

/** Every field of every table, this one's own last. */
export function fieldRows(): readonly FieldRow[] {
  return [PROJECT_TABLE, INDICATOR_TABLE, UNPUBLISHED_TABLE, FIELD_TABLE].flatMap((table: DescribedTable) =>
    rowsOf(table),
  );
}

/** A table without the type of its rows: nothing is computed here. */
interface DescribedTable {
  readonly name: string;
  readonly path: string;
  readonly fields: readonly Pick<Field<never>, "caption" | "kind" | "about">[];
}

function rowsOf({ name, path, fields }: DescribedTable): readonly FieldRow[] {
  return fields.map(({ caption, kind, about }) => ({ table: name, file: path, caption, kind: KINDS[kind], about }));
}
