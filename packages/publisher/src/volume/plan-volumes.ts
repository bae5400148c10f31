/** Forms in their order → one volume, or several of a bounded size. Pure. */
import type { VolumePart } from "@zipingbiao/renderer";
import type { ArrangedGroup } from "./arrange-volume.ts";

/** Forms of one volume: some 700 pages, about ten megabytes as PDF. */
export const MOST_FORMS = 300;

/** The stem of its files. */
const VOLUME_STEM = "汇编";

export interface PlannedVolume<T> {
  /** `汇编`; of several `汇编-第01册`, the numbers as wide as the last one, two digits at least. */
  readonly stem: string;
  /** Missing where one volume holds all forms. */
  readonly part: VolumePart | undefined;
  readonly groups: readonly ArrangedGroup<T>[];
}

/**
 * Volumes of `most` forms each, the last of what is left; order and groups stay. A group that goes on from the volume before
 * is named so. `unpublished`: how many forms are named at the end of the last volume.
 */
export function planVolumes<T>(
  groups: readonly ArrangedGroup<T>[],
  unpublished: number,
  most: number = MOST_FORMS,
): readonly PlannedVolume<T>[] {
  const forms = groups.reduce((sum, group) => sum + group.forms.length, 0);
  const count = Math.ceil(forms / most);
  if (count <= 1) return [{ stem: VOLUME_STEM, part: undefined, groups }];
  const width = Math.max(2, String(count).length);
  return Array.from({ length: count }, (_, at) => ({
    stem: `${VOLUME_STEM}-第${String(at + 1).padStart(width, "0")}册`,
    part: { number: at + 1, count, first: at * most + 1, forms, unpublished },
    groups: groupsBetween(groups, at * most, (at + 1) * most),
  }));
}

/** The forms from place `from` up to, not including, `to`, counted from 0 through all groups. */
function groupsBetween<T>(groups: readonly ArrangedGroup<T>[], from: number, to: number): readonly ArrangedGroup<T>[] {
  const inside: ArrangedGroup<T>[] = [];
  let before = 0;
  for (const { title, forms } of groups) {
    const own = forms.slice(Math.max(0, from - before), Math.max(0, to - before));
    const goesOn = title !== "" && from > before;
    if (own.length > 0) inside.push({ title: goesOn ? `${title}（续）` : title, forms: own });
    before += forms.length;
  }
  return inside;
}
