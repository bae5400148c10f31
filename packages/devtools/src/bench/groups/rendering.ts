/** `zpb render` of a folder, whole process. */
import { type Bench, inFolder, patienceFor, roundsFor, zpb } from "../bench.ts";
import type { Contender } from "../contender.ts";
import { bytesPerForm } from "../written-bytes.ts";

export function rendering(bench: Bench, formats: readonly string[], size: number): Contender {
  const to = formats.join(",");
  return {
    id: `render-${formats.join("-")}-${size}`,
    name: `zpb render --to ${to}`,
    forms: size,
    rounds: roundsFor(size),
    note: size === 1 ? "冷启动：整个命令" : "整个命令，启动在内",
    measure: () =>
      inFolder(bench, async (folder) => {
        const args = ["render", bench.season.folder(size), "--to", to, "-o", folder];
        const { seconds, processor, peak } = await zpb(bench, args, { patience: patienceFor(size) });
        return { seconds, processor, peak, bytes: bytesPerForm(folder, size) };
      }),
  };
}
