/** The linter, too, is shown what it must refuse: its type-aware half is a second program that could be missing in silence. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./program.ts";

const PLANTED = `export const loose: any = 1;
async function later(): Promise<void> {}
export function start(): void {
  later();
  console.log("started");
}
export default start;
`;

it("refuses a floating promise, any, console and a default export", () => {
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  try {
    writeFileSync(join(folder, "planted.ts"), PLANTED);
    writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": { "strict": true } }');
    const oxlint = join(ROOT, "node_modules/oxlint/bin/oxlint");
    const rules = ["-c", join(ROOT, ".oxlintrc.json"), "--format=unix", "planted.ts"];
    const { stdout } = spawnSync(process.execPath, [oxlint, ...rules], { cwd: folder, encoding: "utf8" });
    for (const rule of ["no-floating-promises", "no-explicit-any", "no-console", "no-default-export"]) {
      expect(stdout).toContain(rule);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
