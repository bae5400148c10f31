/** `npm run new:rule funds/x`: a rule that compiles and a test that fails until the rule is written. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { RULES_FOLDER } from "./generate/registry.ts";
import { ROOT } from "./program.ts";

export const RULE_ID = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;

/** Names of files (from the root) → their text. */
export function scaffold(id: string): ReadonlyMap<string, string> {
  const name = id.split("/")[1] ?? id;
  const rule = `/** 待写：本规则指出的差错。 */
import { DISCLOSED_FORMS } from "../../../basis/disclosed-forms.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "${id}",
  title: "待写：差错的名称",
  severity: "warning",
  editions: "all",
  // 依据只写查到的：没有条文号就不写条文号。
  basis: () => [DISCLOSED_FORMS.sums],
  why: "待写：为何要紧。",
  fix: "待写：如何改正。",
  *check() {
    // yield violated(path, { printed, due })，或在无法核对时 yield uncheckable(path, reason)
  },
  message: ({ printed, due }: { printed: string; due: string }) => \`应为 \${due}，表中为 \${printed}\`,
  examples: { bad: [], good: [], uncheckable: [] },
});
`;
  const test = `import { describe, expect, it } from "vitest";
import rule from "./${name}.ts";

describe("${id}", () => {
  it("says what is wrong in one sentence", () => {
    expect(rule.message({ printed: "1.00", due: "2.00" })).toBe("待写");
  });
});
`;
  return new Map([
    [`${RULES_FOLDER}/${id}.ts`, rule],
    [`${RULES_FOLDER}/${id}.test.ts`, test],
  ]);
}

function main(id: string | undefined): number {
  if (id === undefined || !RULE_ID.test(id)) {
    console.error(
      "usage: npm run new:rule <group>/<defect>, for example funds/rate-missing; the name tells the defect",
    );
    return 64;
  }
  const files = scaffold(id);
  const taken = [...files.keys()].filter((path) => existsSync(join(ROOT, path)));
  if (taken.length > 0) {
    console.error(`${taken.join(", ")}: already there`);
    return 1;
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(`wrote ${path}`);
  }
  const gen = ["--conditions=source", "packages/devtools/src/gen.ts"];
  return spawnSync(process.execPath, gen, { cwd: ROOT, stdio: "inherit" }).status ?? 1;
}

if (process.argv[1] === import.meta.filename) process.exitCode = main(process.argv[2]);
