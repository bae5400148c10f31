/** Memory and processor time of another process, where the system tells them (`/proc`). */
import { readFileSync } from "node:fs";
import { processStat } from "../../process-stat.ts";

export interface ProcessFigures {
  /** Resident bytes, now and at most. */
  readonly memory: number;
  readonly peak: number;
  /** Milliseconds of the processor, of all threads together. */
  readonly worked: number;
  readonly isAsleep: boolean;
}

/** `undefined` for a process that is gone, and on systems without /proc. */
export function processFigures(pid: number): ProcessFigures | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const [state, ...fields] = processStat(pid) ?? [];
    const memory = kilobytes(status, "VmRSS");
    if (memory === undefined || state === undefined || state === "Z") return undefined;
    const ticks = (at: number): number => Number.parseInt(fields[at] ?? "0", 10);
    return {
      memory,
      peak: kilobytes(status, "VmHWM") ?? memory,
      // Hundredths of a second on every Linux.
      worked: (ticks(10) + ticks(11)) * 10,
      isAsleep: state === "S",
    };
  } catch {
    return undefined;
  }
}

function kilobytes(status: string, name: string): number | undefined {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1];
  return found === undefined ? undefined : Number.parseInt(found, 10) * 1024;
}
