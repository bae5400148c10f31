/** What every program of this package shares: where the repository is, and how a list of faults becomes an exit code. */
import { fileURLToPath } from "node:url";

export const ROOT: string = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

/** Runs `check` when the module was started by node (not imported by a test): prints each fault, exits 1 if any. */
export async function runAsProgram(
  meta: ImportMeta,
  name: string,
  check: () => readonly string[] | Promise<readonly string[]>,
): Promise<void> {
  if (process.argv[1] !== meta.filename) return;
  const faults = await check();
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? `${name}: in order` : `${name}: ${faults.length} to mend`);
  if (faults.length > 0) process.exitCode = 1;
}
