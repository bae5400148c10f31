/**
 * `renderer/src/site/browser/` → the one classic script that the start page runs. A page that was opened from a disk loads
 * no modules, so the modules are put behind one another in one function, their types taken away.
 */
import { dirname, posix } from "node:path";
import { Script } from "node:vm";
import { transformSync } from "@swc/core";

const FOLDER = "packages/renderer/src/site";
const ENTRY = `${FOLDER}/browser/main.ts`;
export const SITE_SCRIPT = `${FOLDER}/site-script.gen.ts`;

/** At the beginning of a line, where no string has one. */
const COMMENT = /^[ \t]*(?:\/\*\*[\s\S]*?\*\/\s*)+/gmu;
const IMPORT = /^import\s[^;]*?from\s+"(?<path>\.[^"]+)";$/gmu;
const EXPORT = /^export (?=(?:async )?function |const |let )/gmu;

/** The text of the generated module. `read` gives the text of a source file. Throws when modules name two things alike. */
export function siteScriptSource(read: (path: string) => string): string {
  const modules = new Map<string, string>();
  add(ENTRY, read, modules);
  const script = `(() => {\n"use strict";\n${[...modules.values()].join("\n")}})();\n`;
  const lines = readScript(script)
    .split("\n")
    .map((line) => `  ${JSON.stringify(line)},`);
  return [
    "// Generated from browser/ and search/ by `npm run gen`. Do not edit.",
    "/** The script of the start page. */",
    `export const SITE_SCRIPT: string = [`,
    ...lines,
    '].join("\\n");',
    "",
  ].join("\n");
}

/** The script as it is: read, not run. Two names alike, or what is left of a module, is no script. */
function readScript(script: string): string {
  return new Script(script) instanceof Script ? script : "";
}

/** What a module needs stands before it. */
function add(path: string, read: (path: string) => string, modules: Map<string, string>): void {
  if (modules.has(path)) return;
  const { code: commented } = transformSync(read(path), {
    configFile: false,
    swcrc: false,
    jsc: { parser: { syntax: "typescript" }, target: "es2022", preserveAllComments: false },
    module: { type: "es6" },
  });
  const code = commented.replaceAll(COMMENT, "");
  modules.set(path, "");
  for (const { groups } of code.matchAll(IMPORT)) {
    add(posix.normalize(`${dirname(path)}/${groups?.["path"] ?? ""}`), read, modules);
  }
  // Set anew: a map keeps the order in which its keys came.
  modules.delete(path);
  modules.set(
    path,
    code
      .replaceAll(IMPORT, "")
      .replaceAll(EXPORT, "")
      .replaceAll(/^\s*\n/gmu, ""),
  );
}
