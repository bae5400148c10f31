/** What somebody may have meant by a name that is not known. */
import { editDistance } from "@zipingbiao/core";

/** Up to three of the known names that are about as near as the nearest, that one first; none when nothing is near. */
export function nearest(name: string, known: readonly string[]): readonly string[] {
  const last = lastStep(name);
  const near = known
    .flatMap((each) => {
      const few = Math.max(2, Math.floor(each.length / 4));
      const steps = Math.min(editDistance(name, each, few), 1 + editDistance(last, lastStep(each), few));
      return steps <= few ? { each, steps } : [];
    })
    .toSorted((a, b) => a.steps - b.steps || (a.each < b.each ? -1 : 1));
  const least = near[0]?.steps ?? 0;
  return near
    .filter(({ steps }) => steps <= least + 1)
    .slice(0, 3)
    .map(({ each }) => each);
}

function lastStep(name: string): string {
  return name.split("/").at(-1) ?? name;
}

/** `您是否想用「a」或「b」？`, or `""` when nothing is near. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near.length === 0 ? "" : `您是否想用${near.map((each) => `「${each}」`).join("或")}？`;
}
