/** `rules/<group>/<defect>.ts` → `registry.gen.ts`: the folder is the catalogue, nobody keeps a list by hand. */

export const RULES_FOLDER = "packages/core/src/audit/rules";
export const REGISTRY = "packages/core/src/audit/registry.gen.ts";

/** Ids of the rules among these paths, in order; an id is the path below the folder. */
export function ruleIds(paths: readonly string[]): string[] {
  const id = new RegExp(`^${RULES_FOLDER}/([a-z0-9-]+/[a-z0-9-]+)\\.ts$`);
  return paths.flatMap((path) => id.exec(path)?.[1] ?? []).toSorted();
}

/** Rules across forms have a folder of their own; all others look at one form. */
const ACROSS = /^across\//u;

/** The text of the registry; the same for the same rules, in whatever order they are given. */
export function registrySource(ids: readonly string[]): string {
  const sorted = ids.toSorted();
  const list = (name: string, type: string, members: readonly string[]): string[] =>
    members.length === 0
      ? [`export const ${name}: readonly ${type}[] = [];`]
      : [`export const ${name}: readonly ${type}[] = [`, ...members.map((id) => `  ${importName(id)},`), "];"];
  return [
    "// Generated from rules/ by `npm run gen`. Do not edit.",
    'import type { BatchRule } from "./batch-rule.ts";',
    'import type { Rule } from "./rule.ts";',
    ...sorted.map((id) => `import ${importName(id)} from "./rules/${id}.ts";`),
    "",
    ...list(
      "RULES",
      "Rule",
      sorted.filter((id) => !ACROSS.test(id)),
    ),
    "",
    ...list(
      "BATCH_RULES",
      "BatchRule",
      sorted.filter((id) => ACROSS.test(id)),
    ),
    "",
  ].join("\n");
}

function importName(id: string): string {
  return id.replace(/[-/]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}
