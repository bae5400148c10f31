/** Builds the packages through turbo, in the order of their dependencies and only where something changed. */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./program.ts";

const TURBO = "node_modules/turbo/bin/turbo";
const ARGUMENTS = ["run", "build", "--output-logs=errors-only", "--ui=stream"];
// A build tool that writes home from a bureau's network would be refused, rightly.
const QUIET = { TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", DO_NOT_TRACK: "1" };

/** `tsc -b` leaves the output of a deleted source behind; it would be imported, and cached, as if it still stood. */
function sweep(): void {
  for (const output of globSync("{packages,apps}/*/dist/**/*.{js,d.ts,js.map,d.ts.map}", { cwd: ROOT })) {
    const source = output.replace(/([\\/])dist([\\/])/, "$1src$2").replace(/(\.d\.ts|\.js)(\.map)?$/, ".ts");
    if (!existsSync(join(ROOT, source))) rmSync(join(ROOT, output));
  }
}

/** Says one line on stderr, since a command behind the build has stdout to itself; all that turbo said if it failed. */
export function build(): number {
  sweep();
  const run = spawnSync(process.execPath, [TURBO, ...ARGUMENTS], {
    cwd: ROOT,
    env: { ...process.env, ...QUIET },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error) throw run.error;
  const said = run.stdout + run.stderr;
  const figures = /Cached:\s+(\d+) cached, (\d+) total/.exec(said);
  if (run.status !== 0) process.stderr.write(said);
  else console.error(`build: ${figures?.[2] ?? "all"} packages, ${figures?.[1] ?? "0"} of them unchanged`);
  return run.status ?? 1;
}

if (process.argv[1] === import.meta.filename) process.exitCode = build();
