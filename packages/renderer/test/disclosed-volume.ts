/** Volumes of disclosed forms, for tests. */
import {
  type LaidVolume,
  type PrintedBook,
  type Printer,
  type Templates,
  type UnpublishedEntry,
  type VolumeView,
  bookOfVolume,
  frameVolume,
  layOutVolume,
  viewVolume,
} from "../src/index.ts";
import type { DisclosedForm } from "./disclosed-forms.ts";

/** What is said of forms that are not in the volume. */
const UNPUBLISHED: readonly UnpublishedEntry[] = [
  {
    fiscalYear: "2024",
    project: "涉密项目",
    unit: "某区大数据中心",
    status: "不予公开",
    reason: "涉及工作秘密",
    signed: "保密审查岗\n2025-03-31",
  },
  {
    fiscalYear: "2024",
    project: "待更正项目",
    unit: "某区大数据中心",
    status: "暂未公开",
    reason: "检查没有通过（得分），更正后公开",
    signed: "",
  },
];

/** All the forms in their order: one after the other, or in groups by their source. */
export function disclosedVolume(forms: readonly DisclosedForm[], grouped = false, name = NAME): VolumeView {
  return viewVolume(headOf(name), groupsOf(forms, grouped), UNPUBLISHED);
}

/** The same, laid out piece by piece. */
export function laidVolume(templates: Templates, forms: readonly DisclosedForm[], grouped = false): LaidVolume {
  const groups = groupsOf(forms, grouped);
  const frame = frameVolume(headOf(NAME), groups, UNPUBLISHED);
  return layOutVolume(templates, frame, () => groups.flatMap((group) => group.forms), TWIN);
}

const NAME = "绩效自评表汇编";
const TWIN = { shows: "volume", fileName: "forms.json", text: "{}\n", sha256: "0".repeat(64) } as const;

/** A book whose pieces are put together. */
export async function printVolume(
  printer: Printer,
  volume: LaidVolume,
  perChunk?: number,
): Promise<PrintedBook & { readonly bytes: Uint8Array }> {
  const { pieces, printed } = printer.printBook(bookOfVolume(volume, perChunk));
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return { bytes: new Uint8Array(Buffer.concat(parts)), ...printed() };
}

function headOf(name: string) {
  return { period: "2021、2024年度", name, bodies: ["上海市数据局", "上海市大数据中心"] };
}

function groupsOf(forms: readonly DisclosedForm[], grouped: boolean) {
  const groups = grouped ? [...Map.groupBy(forms, ({ source }) => source)] : ([["", forms]] as const);
  return groups.map(([title, members]) => ({ title, forms: members }));
}
