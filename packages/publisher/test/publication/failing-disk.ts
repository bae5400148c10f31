/** A disk that fails at its n-th call: stands in for `node:fs/promises`. */
import type * as fs from "node:fs/promises";

type Fs = typeof fs;

/** `error`: this one call fails. `death`: nothing is done from here on, as when the power goes. */
export type FailureKind = "error" | "death";

interface Plan {
  readonly at: number;
  readonly kind: FailureKind;
  readonly code: string;
}

let plan: Plan | undefined;
let calls = 0;

/** The `at`-th call from now on fails, counted from 1. */
export function failAt(at: number, kind: FailureKind, code: string): void {
  plan = { at, kind, code };
  calls = 0;
}

/** The disk is whole again; tells how many calls there were. */
export function mendDisk(): number {
  plan = undefined;
  return calls;
}

function pass(name: string): void {
  if (plan === undefined) return;
  calls += 1;
  const fails = plan.kind === "death" ? calls >= plan.at : calls === plan.at;
  if (fails) throw Object.assign(new Error(`${plan.code}: ${name}`), { code: plan.code, syscall: name });
}

const WATCHED = [
  "copyFile",
  "link",
  "lstat",
  "mkdir",
  "readFile",
  "readdir",
  "rename",
  "rm",
  "rmdir",
  "truncate",
  "writeFile",
] as const;
const OF_FILES = ["appendFile", "close", "datasync", "sync", "writeFile"] as const;

/** The real functions behind a count. A call that fails does nothing before; half a write is another test's. */
export function failing(real: Fs): Fs {
  const watched: Record<string, unknown> = { ...real };
  for (const name of WATCHED) {
    const call = real[name] as (...args: readonly unknown[]) => Promise<unknown>;
    watched[name] = async (...args: readonly unknown[]) => {
      pass(name);
      return await call(...args);
    };
  }
  watched["open"] = async (...args: Parameters<Fs["open"]>) => {
    pass("open");
    return watchedFile(await real.open(...args));
  };
  return watched as unknown as Fs;
}

function watchedFile(file: fs.FileHandle): fs.FileHandle {
  return new Proxy(file, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      const isWatched = OF_FILES.some((each) => each === name);
      return async (...args: readonly unknown[]): Promise<unknown> => {
        // A dead process holds no files: the descriptor is given back all the same.
        if (name === "close") await (value as () => Promise<void>).call(target);
        if (isWatched) pass(String(name));
        return name === "close" ? undefined : ((await Reflect.apply(value, target, args)) as unknown);
      };
    },
  });
}
