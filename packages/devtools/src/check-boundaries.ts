/** Floors, doors and cycles (`boundaries.ts`), by dependency-cruiser; also proves on every run that it looked. */
import { globSync } from "node:fs";
import type { ICruiseResult } from "dependency-cruiser";
import { cruise } from "dependency-cruiser";
import { FORBIDDEN, OPTIONS } from "./boundaries.ts";
import { ROOT, runAsProgram } from "./program.ts";

/** One line for each violation below `root`, and for each source file that the tool passed over. */
export async function checkBoundaries(root: string): Promise<string[]> {
  const areas = ["packages", "apps"].filter((area) => globSync(`${area}/*`, { cwd: root }).length > 0);
  const { output } = await cruise(areas, {
    ...OPTIONS,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...FORBIDDEN] },
  });
  const result = output as ICruiseResult;
  const violations = result.summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? [from, ...cycle.map((step) => step.name)].join(" → ") : `${from} → ${to}`;
    return `${rule.name}: ${way} (${commentOf(rule.name)})`;
  });
  return [...violations.toSorted(), ...passedOver(root, result)];
}

function commentOf(name: string): string {
  return FORBIDDEN.find((rule) => rule.name === name)?.comment ?? "";
}

/** The tool leaves out what it cannot parse, so every file on the disk must be in its report, the imports included. */
function passedOver(root: string, result: ICruiseResult): string[] {
  const seen = new Map(result.modules.map((module) => [module.source, module.dependencies.length]));
  const files = globSync("{packages,apps}/*/{src,test}/**/*.ts", { cwd: root });
  const missing = files.filter((file) => !seen.has(file)).map((file) => `passed over by the checker: ${file}`);
  const blind = files.length > 20 && files.every((file) => (seen.get(file) ?? 0) === 0);
  return blind ? [...missing, "the checker found no import in any .ts file: is @swc/core installed?"] : missing;
}

await runAsProgram(import.meta, "boundaries", () => checkBoundaries(ROOT));
