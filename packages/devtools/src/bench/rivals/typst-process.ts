/** Typst in one process or in several: the JSON of a folder's forms in, a tagged PDF a form out. */
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../program.ts";
import { readSeason } from "../season.ts";

const [, , folder = "", target = "", workers = "1", share = "0"] = process.argv;
const count = Number.parseInt(workers, 10);
const own = Number.parseInt(share, 10);

/** As Typst's own watcher does: what was not used for so many documents is forgotten. */
const MAX_AGE = 10;
const FONTS = join(ROOT, "node_modules/@expo-google-fonts/noto-serif-sc");
const TEMPLATE = join(import.meta.dirname, "form.typ");

mkdirSync(target, { recursive: true });
const others =
  own > 0
    ? []
    : Array.from({ length: count - 1 }, (_, at) =>
        fork(import.meta.filename, [folder, target, workers, String(at + 1)]),
      );
const ended = others.map(async (child) => {
  const [status] = (await once(child, "exit")) as [number | null];
  if (status !== 0) throw new Error(`typst worker ended with ${status}`);
});
print();
await Promise.all(ended);

/** Every so manieth form is this worker's. */
function print(): void {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: [join(FONTS, "400Regular"), join(FONTS, "700Bold")] }],
  });
  const names = readdirSync(folder).toSorted();
  let at = -1;
  for (const name of names) {
    for (const form of readSeason(folder, [name])) {
      at += 1;
      if (at % count !== own) continue;
      const pdf = compiler.pdf({ mainFilePath: TEMPLATE, inputs: { form: JSON.stringify(form) } }, { pdfTags: true });
      compiler.evictCache(MAX_AGE);
      writeFileSync(join(target, `${at + 1}.pdf`), pdf);
    }
  }
}
