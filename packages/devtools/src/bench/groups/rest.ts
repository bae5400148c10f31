/** What else is done with many forms: whole commands. */
import { type Bench, type Group, inFolder, patienceFor, zpb } from "../bench.ts";
import type { Contender } from "../contender.ts";
import { bytesPerForm } from "../written-bytes.ts";

type Command = (forms: string, folder: string) => readonly string[];

const COMMANDS: readonly (readonly [id: string, name: string, command: Command])[] = [
  ["check", "zpb check", (forms, folder) => ["check", forms, "--format", "json", "-o", `${folder}/findings.json`]],
  ["check-text", "zpb check（文本）", (forms, folder) => ["check", forms, "-o", `${folder}/findings.txt`]],
  ["html", "zpb render --to html", (forms, folder) => ["render", forms, "--to", "html", "-o", folder]],
  [
    "volume",
    "zpb render --volume --to docx",
    (forms, folder) => ["render", forms, "--volume", "--to", "docx", "-o", folder],
  ],
  ["report", "zpb report", (forms, folder) => ["report", forms, "-o", folder]],
];

export const rest: Group = {
  id: "rest",
  title: "检查、网页、汇编、汇总报告",
  contenders: (bench) => COMMANDS.map((command) => whole(bench, command)),
};

function whole(bench: Bench, [id, name, command]: (typeof COMMANDS)[number]): Contender {
  const size = Math.min(1000, Math.max(...bench.sizes));
  return {
    id,
    name,
    forms: size,
    rounds: 1,
    measure: () =>
      inFolder(bench, async (folder) => {
        const { seconds, processor, peak } = await zpb(bench, command(bench.season.folder(size), folder), {
          patience: patienceFor(size),
          // Of the forms some have what a person should look at; that is no failure.
          good: [0, 1],
        });
        return { seconds, processor, peak, bytes: bytesPerForm(folder, size) };
      }),
  };
}
