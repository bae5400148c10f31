/** The search library as the browser runs it: the file of the installed package, with its licence. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** A classic script that makes the global `MiniSearch`. */
export function minisearchScript(): string {
  const entry = createRequire(import.meta.url).resolve("minisearch");
  const read = (name: string): string => readFileSync(new URL(name, `file://${entry}`), "utf8").trim();
  const { version } = JSON.parse(read("../../package.json")) as { readonly version: string };
  const code = read("../umd/index.js").replaceAll(/^\/\/# sourceMappingURL=.*$/gmu, "");
  return `/*! MiniSearch ${version}\n\n${read("../../LICENSE.txt")}\n*/\n${withoutComments(code)}\n`;
}

/** Half of the file are comments on how to call it, each on lines of its own. */
function withoutComments(code: string): string {
  return code.replaceAll(/^[ \t]*\/\*\*[\s\S]*?\*\/[ \t]*\n/gmu, "");
}
