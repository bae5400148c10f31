/** Run as a reading process by reader-process.test.ts: tries what a file must never bring about, and tells what came of it. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

const tried = (work: () => unknown): string => {
  try {
    work();
    return "allowed";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
};

process.send?.({
  own: tried(() => readFileSync(import.meta.filename)),
  passwd: tried(() => readFileSync("/etc/passwd")),
  temporary: tried(() => writeFileSync(join(tmpdir(), "zpb-try-everything"), "x")),
  program: tried(() => writeFileSync(import.meta.filename, "x")),
  process: tried(() => execFileSync("/bin/true")),
  worker: tried(() => new Worker("", { eval: true })),
  // As a file might bring it in.
  code: tried((): unknown => Reflect.construct(Function, ["return 1"])),
  environment: Object.keys(process.env),
  folder: process.cwd(),
});
