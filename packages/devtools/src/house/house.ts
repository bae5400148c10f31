/** The repository as the checks see it: names of files and their text. Tests hand in a small one made by hand. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface House {
  /** Paths from the root, with `/`, sorted: all that is committed or would be. */
  readonly files: readonly string[];
  readonly read: (path: string) => string;
}

export type HouseCheck = (house: House) => readonly string[];

export function openHouse(root: string): House {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = [...new Set(listed.split("\0"))].filter((path) => path !== "" && existsSync(join(root, path)));
  return { files: files.toSorted(), read: (path) => readFileSync(join(root, path), "utf8") };
}

/** `path:line` of each place where `pattern` (with flag g) matches `text`. */
export function placesOf(path: string, text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => {
    const line = text.slice(0, match.index).split("\n").length;
    return `${path}:${line}: ${match[0].trim()}`;
  });
}
