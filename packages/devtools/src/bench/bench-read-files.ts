/** The disclosed forms, one a file, in every kind of file that is read. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../program.ts";

export interface FilesOfKind {
  readonly name: string;
  readonly folders: readonly string[];
  readonly files: number;
}

const FILES = 500;
const DISCLOSED = join(ROOT, "fixtures/disclosed");
const TITLE = /^(?=财政项目支出绩效自评表)/mu;

/** Documents of ours are read by their data; without it as those of anybody. */
const WITHOUT_DATA: Readonly<Record<string, (bytes: Buffer) => string>> = {
  pdf: (bytes) => bytes.toString("latin1").replace("%PDF-1.7", "%PDF-1.4"),
  html: (bytes) => bytes.toString("utf8").replace(/<script[\s\S]*?<\/script>/u, ""),
};

/** Writes them into `work`, as many of each kind; no folder holds one form twice. */
export function writeMixedFiles(work: string): readonly FilesOfKind[] {
  const sources = join(work, "sources");
  zpb("render", DISCLOSED, "--to", "pdf,docx,html,xlsx", "-o", sources);
  zpb("read", DISCLOSED, "-o", sources);
  writeTexts(sources);
  const kinds: (readonly [name: string, ending: string, edit?: ((bytes: Buffer) => string) | undefined])[] = [
    ["text", "txt"],
    ["JSON", "json"],
    ["Excel", "xlsx"],
    ["Word, ours", "docx"],
    ["web page, ours", "html"],
    ["PDF, ours", "pdf"],
    ["web page without data", "html", WITHOUT_DATA["html"]],
    ["PDF without data", "pdf", WITHOUT_DATA["pdf"]],
  ];
  return kinds.map(([name, ending, edit], at) => {
    const files = Math.floor((FILES * (at + 1)) / kinds.length) - Math.floor((FILES * at) / kinds.length);
    return { name, files, folders: copy(join(work, `${at + 1}`), sources, ending, files, edit) };
  });
}

function copy(
  target: string,
  sources: string,
  ending: string,
  count: number,
  edit: ((bytes: Buffer) => string) | undefined,
): readonly string[] {
  const names = readdirSync(sources).filter((name) => name.endsWith(`.${ending}`));
  if (names.length === 0) throw new Error(`no .${ending}`);
  const folders: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const folder = `${target}-${Math.floor(at / names.length)}`;
    if (at % names.length === 0) folders.push(folder);
    mkdirSync(folder, { recursive: true });
    const name = names[at % names.length] ?? "";
    if (edit === undefined) copyFileSync(join(sources, name), join(folder, name));
    else
      writeFileSync(join(folder, name), edit(readFileSync(join(sources, name))), ending === "pdf" ? "latin1" : "utf8");
  }
  return folders;
}

function writeTexts(folder: string): void {
  let number = 0;
  for (const name of readdirSync(DISCLOSED)) {
    for (const form of readFileSync(join(DISCLOSED, name), "utf8").split(TITLE)) {
      if (!TITLE.test(form)) continue;
      number += 1;
      writeFileSync(join(folder, `${String(number).padStart(2, "0")}.txt`), form);
    }
  }
}

function zpb(...args: readonly string[]): void {
  const done = spawnSync(process.execPath, [join(ROOT, "apps/cli/bin/zpb.js"), ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (done.status !== 0) throw new Error(done.stderr);
}
