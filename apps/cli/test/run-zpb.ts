/** The built command line, started as a person starts it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository, with the separator at the end. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export interface ZpbRun {
  readonly status: number | null;
  /** What was printed, before it is taken for UTF-8. */
  readonly bytes: Buffer;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `zpb` to its end, in the repository unless `cwd` says where; `environment` is added to that of the test. */
export function runZpb(
  args: readonly string[],
  { cwd = ROOT, environment = {} }: { readonly cwd?: string; readonly environment?: Record<string, string> } = {},
): ZpbRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "apps/cli/bin/zpb.js"), ...args], {
    cwd,
    env: { ...process.env, ...environment },
    maxBuffer: 2 ** 28,
  });
  return { status, bytes: stdout, stdout: stdout.toString(), stderr: stderr.toString() };
}

/** Runs `zpb` in the repository. */
export function zpb(...args: readonly string[]): ZpbRun {
  return runZpb(args);
}
