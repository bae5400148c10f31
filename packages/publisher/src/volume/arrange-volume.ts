/** The order of the forms in a volume, and what they are grouped by. Pure. */
import { type Cell, compareMoney, compareScores, valueOf } from "@zipingbiao/core";
import type { FormHead } from "../batch/shelved-form.ts";

/** As published (year, department, unit, project); the largest budget first; the highest score first. */
export const VOLUME_ORDERS = ["name", "amount", "score"] as const;
export type VolumeOrder = (typeof VOLUME_ORDERS)[number];

export const VOLUME_GROUPS = ["none", "department", "unit"] as const;
export type VolumeGrouping = (typeof VOLUME_GROUPS)[number];

export interface VolumeArrangement {
  readonly order: VolumeOrder;
  readonly group: VolumeGrouping;
}

export const PLAIN_ARRANGEMENT: VolumeArrangement = { order: "name", group: "none" };

/** Forms under the title of their group; `""` where nothing is grouped. */
export interface ArrangedGroup<T> {
  readonly title: string;
  readonly forms: readonly T[];
}

const UNNAMED = { department: "（没有写明主管部门）", unit: "（没有写明实施单位）" } as const;

/**
 * `forms` come in the order of the publication, which also settles what the chosen order leaves open; what has no
 * amount or no score comes last. Groups stand by name, in code points, whatever the order of the forms inside.
 */
export function arrangeVolume<T extends { readonly form: FormHead }>(
  forms: readonly T[],
  { order, group }: VolumeArrangement,
): readonly ArrangedGroup<T>[] {
  const ordered = order === "name" ? forms : forms.toSorted((a, b) => COMPARE[order](a.form, b.form));
  if (group === "none") return [{ title: "", forms: ordered }];
  const member = group === "department" ? "competentDepartment" : "implementingUnit";
  const groups = Map.groupBy(ordered, ({ form }) => form[member]);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, grouped]) => ({ title: title === "" ? UNNAMED[group] : title, forms: grouped }));
}

const COMPARE: Readonly<Record<Exclude<VolumeOrder, "name">, (a: FormHead, b: FormHead) => number>> = {
  amount: (a, b) => downwards(a.funds.total.annualBudget, b.funds.total.annualBudget, compareMoney),
  score: (a, b) => downwards(a.totalScore, b.totalScore, compareScores),
};

/** The larger first, what is no value last. */
function downwards<T>(a: Cell<T>, b: Cell<T>, compare: (a: T, b: T) => number): number {
  const [first, second] = [valueOf(a), valueOf(b)];
  if (first !== undefined && second !== undefined) return compare(second, first);
  if (first === second) return 0;
  return first === undefined ? 1 : -1;
}
