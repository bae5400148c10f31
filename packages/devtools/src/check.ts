/** `npm run check`: every mark of house style, one heading a part, and the tests last so that their own summary closes. */
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { build } from "./build.ts";
import { ROOT } from "./program.ts";

interface Part {
  readonly name: string;
  readonly mend: string;
  readonly run: () => boolean;
}

const ours = (program: string, ...rest: string[]): string[] => [
  process.execPath,
  "--conditions=source",
  `packages/devtools/src/${program}.ts`,
  ...rest,
];

/** What runs in a reader's browser. */
const BROWSER = "packages/renderer/src/site/browser";

const PARTS: readonly Part[] = [
  {
    name: "types",
    mend: "npx tsc -p .",
    run: () => build() === 0 && run("tsc", "-p", ".") && run("tsc", "-p", BROWSER),
  },
  { name: "lint", mend: "npx oxlint", run: () => run("oxlint", "--deny-warnings") },
  {
    name: "format",
    mend: "npm run format",
    run: () => run("biome", "format", "--reporter=summary", "--max-diagnostics=none", "."),
  },
  { name: "boundaries", mend: "packages/devtools/src/boundaries.ts", run: () => run(...ours("check-boundaries")) },
  { name: "house", mend: "docs and names", run: () => run(...ours("check-house")) },
  { name: "generated", mend: "npm run gen", run: () => run(...ours("gen", "--check")) },
  { name: "lockfile", mend: "npm run lockfile", run: () => run(...ours("complete-lockfile", "--check")) },
  { name: "unused", mend: "npx knip", run: () => run("knip", "--no-progress") },
];

function run(...[command, ...rest]: string[]): boolean {
  if (command === undefined) return false;
  const path = [join(ROOT, "node_modules/.bin"), process.env.PATH ?? ""].join(delimiter);
  const done = spawnSync(command, rest, {
    cwd: ROOT,
    env: { ...process.env, PATH: path },
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return done.status === 0;
}

const failed: Part[] = [];
const lines: string[] = [];
for (const part of PARTS) {
  console.log(`\n── ${part.name}`);
  const started = performance.now();
  const good = part.run();
  if (!good) failed.push(part);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  lines.push(`  ${good ? "ok    " : "FAILED"} ${part.name} (${seconds} s)${good ? "" : `: ${part.mend}`}`);
}
console.log(`\n── summary\n${lines.join("\n")}`);

let tested = true;
if (!process.argv.includes("--static")) {
  console.log("\n── tests");
  tested = run("vitest", "run");
}
if (failed.length > 0) console.error(`\nnot in order: ${failed.map((part) => part.name).join(", ")}`);
process.exitCode = failed.length === 0 && tested ? 0 : 1;
