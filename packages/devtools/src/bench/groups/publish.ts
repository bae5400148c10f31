/** `zpb publish`: every document of every form, the volume, report, data and pages; then once more with nothing changed. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Bench, type Group, patienceFor, roundsFor, zpb } from "../bench.ts";
import type { Contender } from "../contender.ts";
import { bytesPerForm } from "../written-bytes.ts";

export const publishing: Group = {
  id: "publish",
  title: "zpb publish（全部文档、汇编、报告、数据、网页、清单）",
  contenders: (bench) => bench.sizes.flatMap((size) => firstAndSecond(bench, size)),
};

function firstAndSecond(bench: Bench, size: number): readonly Contender[] {
  const folder = join(bench.work, `published-${size}`);
  const publish = async () => {
    const args = ["publish", bench.season.folder(size), "-o", folder];
    const { seconds, processor, peak } = await zpb(bench, args, { patience: patienceFor(size) * 2 });
    return { seconds, processor, peak, bytes: bytesPerForm(folder, size, ["pdf", "docx", "html", "json"]) };
  };
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  return [
    {
      id: `publish-${size}`,
      name: "zpb publish",
      forms: size,
      rounds: roundsFor(size),
      note: "整个命令，启动在内",
      measure: async () => {
        clear();
        return await publish();
      },
    },
    {
      id: `publish-again-${size}`,
      name: "zpb publish，再次，什么都没变",
      forms: size,
      rounds: roundsFor(size),
      note: "同一输出文件夹",
      measure: async () => {
        try {
          return await publish();
        } finally {
          clear();
        }
      },
    },
  ];
}
