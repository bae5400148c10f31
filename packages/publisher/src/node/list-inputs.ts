/** The input files behind the paths that a user gave. */
import { lstat, readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { InputFile } from "../environment.ts";
import { FORM_DOCUMENTS, FORM_JSON, FORM_PAGE } from "../batch/form-files.ts";
import { type Trouble, troubleOf } from "../trouble.ts";

/**
 * A file stands for itself, a folder for every file below it. Hidden files, links and the marks of opened documents are
 * passed over, and so are YAML, which holds settings and waivers and never forms, and the documents printed from a
 * `form.json` beside them, which say the same once more.
 * The order is that of the names, whatever the order of the paths and of the file system.
 */
export async function listInputs(
  paths: readonly string[],
): Promise<{ readonly files: readonly InputFile[]; readonly troubles: readonly Trouble[] }> {
  const files: InputFile[] = [];
  const troubles: Trouble[] = [];
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) {
        for (const file of await filesBelow(path))
          files.push({ path: file, name: relative(path, file).split(sep).join("/") });
      } else files.push({ path, name: basename(path) });
    } catch (error) {
      troubles.push(troubleOf(error, { file: path }));
    }
  }
  // A path that was given twice, or a file and its folder, is read once.
  const byPath = new Map(files.map((file) => [relative(".", file.path), file]));
  const ordered = [...byPath.values()].toSorted((a, b) => compare(a.name, b.name) || compare(a.path, b.path));
  return { files: ordered, troubles };
}

const SETTINGS = /\.ya?ml$/iu;

async function filesBelow(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const names = await readdir(folder);
  const printed = [
    ...(names.includes(FORM_JSON) ? FORM_DOCUMENTS : []),
    // The page of the site shows a form without its data; whatever else lies there says more.
    ...([FORM_JSON, ...FORM_DOCUMENTS].some((name) => names.includes(name)) ? [FORM_PAGE] : []),
  ];
  for (const name of names) {
    // Excel, Word and WPS keep a file ~$… beside every document that somebody has open.
    if (name.startsWith(".") || name.startsWith("~$") || SETTINGS.test(name) || printed.includes(name)) continue;
    const path = join(folder, name);
    const entry = await lstat(path);
    if (entry.isDirectory()) for (const below of await filesBelow(path)) found.push(below);
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
