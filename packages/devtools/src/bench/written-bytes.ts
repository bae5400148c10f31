/** What a run wrote: bytes by ending, for one form. */
import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** Averages over `forms`; `only` leaves out every other ending. */
export function bytesPerForm(folder: string, forms: number, only?: readonly string[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const ending = extname(entry.name).slice(1);
    if (!entry.isFile() || (only !== undefined && !only.includes(ending))) continue;
    sums.set(ending, (sums.get(ending) ?? 0) + statSync(join(entry.parentPath, entry.name)).size);
  }
  return new Map([...sums].map(([ending, sum]) => [ending, sum / forms]));
}

/** Files of an ending in the folder itself. */
export function countFiles(folder: string, ending: string): number {
  return readdirSync(folder).filter((name) => name.endsWith(`.${ending}`)).length;
}
