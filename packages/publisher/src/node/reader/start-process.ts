/** Starts a process that may read its own program and nothing else, write nothing and start nothing. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, extname, join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import type { TemplateChoice } from "../../environment.ts";
import { HEAP_MIB } from "./limits.ts";

const HERE = fileURLToPath(import.meta.url);
const ENDING = extname(HERE);
const ENTRY = join(dirname(HERE), `reader-process${ENDING}`);
/** `publisher/src/node/reader` and `publisher/dist/node/reader` lie equally deep. */
const PACKAGES = join(dirname(HERE), "../../../..");

let usual = ENTRY;

/** `entry`: the same program in a few files, which load faster. Its folder is readable then. */
export function useReaderProgram(entry: string): void {
  usual = entry;
}

/** The process with its channel; its standard input takes files. It lays out by `choice`. `entry`: what it runs, the reader unless a test asks otherwise. */
export function startReaderProcess(choice: TemplateChoice = {}, entry: string = usual): ChildProcess {
  const templates = choice.templates === undefined ? undefined : realpathSync(choice.templates);
  const folders = [...readable(dirname(entry)), ...(templates === undefined ? [] : [templates])];
  const command = [...node(folders), entry, JSON.stringify({ ...choice, templates })];
  const [program = "", ...args] = existsSync(SHELL) ? [SHELL, "-c", UNDER_LIMITS, ...command] : command;
  const child = spawn(program, args, {
    stdio: ["pipe", "ignore", "pipe", "ipc"],
    env: environment(),
    cwd: parse(HERE).root,
    windowsHide: true,
  });
  preferToEnd(child.pid);
  return child;
}

const SHELL = "/bin/sh";
/**
 * Kept by the system itself, also against native code: no core file, no byte into any file, an hour of the processor, 3 GiB
 * of memory should nobody watch; and, where setpriv is there, it dies with its program and never gains a right. What a
 * system does not know is left out.
 */
const UNDER_LIMITS = `unset PWD
{ ulimit -c 0; ulimit -f 0; ulimit -t 3600; ulimit -d 3145728; } 2>/dev/null
set -- /usr/bin/setpriv --no-new-privs --pdeathsig KILL "$0" "$@"
"$1" "$2" "$3" "$4" /bin/true 2>/dev/null || shift 4
exec "$@"`;

function node(folders: readonly string[]): readonly string[] {
  return [
    process.execPath,
    "--permission",
    ...folders.map((folder) => `--allow-fs-read=${folder}`),
    // Charts for Word are drawn by a native library; it comes with the program.
    "--allow-addons",
    `--max-old-space-size=${HEAP_MIB}`,
    "--max-semi-space-size=4",
    "--expose-gc",
    "--disallow-code-generation-from-strings",
    "--no-warnings",
    ...(ENDING === ".ts" ? ["--conditions=source"] : []),
  ];
}

/** The reader's own folder, the packages, what they depend on, and the templates: nothing that belongs to a user. */
function readable(own: string): readonly string[] {
  const folders = [own, PACKAGES, join(PACKAGES, "../templates")];
  for (let at = PACKAGES; at !== dirname(at); at = dirname(at)) folders.push(join(at, "node_modules"));
  return [
    ...new Set(folders.filter((folder) => existsSync(folder)).flatMap((folder) => [folder, realpathSync(folder)])),
  ];
}

/** Nothing of the user's: no token, no proxy, no home. Windows starts nothing without its own folder. */
function environment(): NodeJS.ProcessEnv {
  const windows = process.env["SystemRoot"];
  return windows === undefined ? {} : { SystemRoot: windows };
}

/** Where memory runs out, the system is to end a reader before anything else. */
function preferToEnd(pid: number | undefined): void {
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, "900");
  } catch {
    // Only Linux knows this.
  }
}
