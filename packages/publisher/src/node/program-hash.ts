/** What a version number does not tell: whether two programs are the same code. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Packages whose code makes what is published. */
const PACKAGES = ["@zipingbiao/core", "@zipingbiao/ingest", "@zipingbiao/renderer"] as const;

let hash: string | undefined;

/** Joined files run, which were made from code of this hash; what was built since then does not. */
export function useCodeHash(made: string): void {
  hash = made;
}

/** sha256 over the code that runs here, file by file in the order of their names; the same on every machine with the same build. */
export function codeHash(): string {
  return (hash ??= hashFolders([
    dirname(dirname(fileURLToPath(import.meta.url))),
    ...PACKAGES.map((name) => dirname(fileURLToPath(import.meta.resolve(name)))),
  ]));
}

/** {@link codeHash} on this kind of processor, for zlib packs differently on another kind. */
export function programHash(): string {
  const text = `${process.arch} zlib ${process.versions.zlib} ${codeHash()}`;
  return createHash("sha256").update(text).digest("hex");
}

function hashFolders(folders: readonly string[]): string {
  const sum = createHash("sha256");
  for (const [at, folder] of folders.entries()) {
    for (const file of codeIn(folder)) {
      sum.update(JSON.stringify([at, relative(folder, file).split(sep).join("/")]));
      sum.update(readFileSync(file));
    }
  }
  return sum.digest("hex");
}

function codeIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.[jt]s$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
