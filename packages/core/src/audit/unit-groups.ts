/** Forms by their 实施单位. */
import { bareText } from "./likeness.ts";
import { compareTexts } from "./project.ts";

export interface UnitGroup<T> {
  /** The unit's name as printed; of several spellings the first by code units. */
  readonly unit: string;
  readonly members: readonly T[];
}

/** Groups in the order of the units' names; forms whose unit is blank belong to none. */
export function groupByUnit<T extends { readonly unit: string }>(members: readonly T[]): readonly UnitGroup<T>[] {
  const groups = Map.groupBy(members, ({ unit }) => bareText(unit));
  groups.delete("");
  return [...groups.values()]
    .map((group) => ({ unit: group.map(({ unit }) => unit.trim()).toSorted(compareTexts)[0] ?? "", members: group }))
    .toSorted((a, b) => compareTexts(a.unit, b.unit));
}
