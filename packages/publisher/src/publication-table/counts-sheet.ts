/** The sheet 汇总: how many forms of every department came to what. */
import type { StreamedSheet } from "@zipingbiao/renderer";
import { type Field, tableSheet } from "../open-data/data-table.ts";
import type { RunRecord } from "./run-record.ts";

interface Counts {
  published: number;
  blocked: number;
  withheld: number;
  failed: number;
  waived: number;
  masked: number;
  corrected: number;
}

interface CountsRow {
  readonly year: string;
  readonly department: string;
  /** None in a row that only tells something. */
  readonly counts?: Readonly<Counts>;
}

const count = (caption: string, about: string, of: (counts: Readonly<Counts>) => number): Field<CountsRow> => ({
  caption,
  kind: "count",
  about,
  width: 14,
  align: "center",
  cell: ({ counts }) => (counts === undefined ? "" : of(counts)),
});

const FIELDS: readonly Field<CountsRow>[] = [
  { caption: "年度", kind: "text", about: "", width: 10, align: "center", cell: ({ year }) => year },
  { caption: "主管部门", kind: "text", about: "", width: 40, cell: ({ department }) => department },
  count("读到的自评表", "后面四栏之和", (all) => all.published + all.blocked + all.withheld + all.failed),
  count("公开", "", ({ published }) => published),
  count("暂未公开", "", ({ blocked }) => blocked),
  count("不予公开", "", ({ withheld }) => withheld),
  count("未完成", "", ({ failed }) => failed),
  count("其中凭放行公开", "", ({ waived }) => waived),
  count("其中遮盖后公开", "", ({ masked }) => masked),
  count("其中更正过", "", ({ corrected }) => corrected),
];

/** One row for every year and department, the sum, and what else was handed in. */
export function countsSheet(record: RunRecord): StreamedSheet {
  return { ...tableSheet({ name: "汇总", fields: FIELDS }, rowsOf(record), 0), paper: "a4", filter: false };
}

function rowsOf(record: RunRecord): readonly CountsRow[] {
  const { forms, unpublished, failed } = record;
  const rows = new Map<string, CountsRow & { readonly counts: Counts }>();
  const total = { year: "合计", department: "", counts: noCounts() };
  const add = (
    form: { readonly fiscalYear: number; readonly competentDepartment: string },
    kinds: (keyof Counts)[],
  ) => {
    const [year, department] = [String(form.fiscalYear), form.competentDepartment];
    const key = `${year} ${department}`;
    const row = rows.get(key) ?? { year, department, counts: noCounts() };
    rows.set(key, row);
    for (const { counts } of [row, total]) for (const kind of kinds) counts[kind] += 1;
  };
  for (const { planned, waived } of forms) {
    const { form, masked = [] } = planned;
    add(form, [
      "published",
      ...(waived.length > 0 ? ["waived" as const] : []),
      ...(masked.length > 0 ? ["masked" as const] : []),
      ...(form.revision === undefined ? [] : ["corrected" as const]),
    ]);
  }
  for (const form of unpublished) add(form, [form.kind]);
  for (const { planned } of failed) add(planned.form, ["failed"]);
  return [...[...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row), total, ...besideRows(record)];
}

function besideRows({ troubles, duplicates }: RunRecord): readonly CountsRow[] {
  const told = [
    ...(troubles.length === 0 ? [] : [`没有读出的来源 ${troubles.length} 处`]),
    ...(duplicates.length === 0 ? [] : [`内容相同、不重复公开的 ${duplicates.length} 份`]),
  ];
  return told.length === 0 ? [] : [{ year: "另有", department: `${told.join("，")}（见「未完成」）` }];
}

function noCounts(): Counts {
  return { published: 0, blocked: 0, withheld: 0, failed: 0, waived: 0, masked: 0, corrected: 0 };
}
