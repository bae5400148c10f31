/** What Linux says of a process in a line. */
import { readFileSync } from "node:fs";

/**
 * The fields of `/proc/<pid>/stat` behind the name, state first (proc_pid_stat(5) counts it as the third); `undefined` for a
 * process that is gone, and on systems without /proc.
 */
export function processStat(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold blanks and brackets; the fields begin after the last one.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
