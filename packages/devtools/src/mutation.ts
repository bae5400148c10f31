/**
 * `npm run mutation [file or folder…]`: changes core's scoring and audit in thousands of small ways and counts which of
 * them core's tests notice. Prints what went unnoticed by file, then the scores; exits 1 below the score that we promise.
 * Word lists and other constants are changed only in files or folders that are named.
 * `MUTATION_CONCURRENCY` sets how many test runners work at once.
 */
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { mutationReport, scoreOf } from "./mutation/mutation-report.ts";
import { ROOT } from "./program.ts";

const PROMISED_PERCENT = 85;

const MUTATED = ["scoring", "audit"].map((folder) => `packages/core/src/${folder}/**/*.ts`);
const NOT_MUTATED = ["!packages/core/src/**/*.test.ts", "!packages/core/src/**/*.gen.ts"];

process.chdir(ROOT);
const asked = process.argv.slice(2).map((path) => (path.endsWith(".ts") ? path : `${path.replace(/\/$/, "")}/**/*.ts`));
const mutants = await new Stryker({
  mutate: [...(asked.length === 0 ? MUTATED : asked), ...NOT_MUTATED],
  // Only what core's tests need is copied into the sandbox.
  ignorePatterns: ["/apps", "/docs", "/out", "/templates", "/packages/*", "!/packages/core", "dist"],
  plugins: ["@stryker-mutator/vitest-runner", "./packages/devtools/src/mutation/ignore-words.ts"],
  ignorers: ["words-of-rules"],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: true },
  coverageAnalysis: "perTest",
  // What runs while a file is loaded belongs to no test: every change there needs them all, which for all files is hours.
  ignoreStatic: asked.length === 0,
  // Stryker rewrites the paths of a tsconfig with TypeScript's own parser, which TypeScript 7 no longer has; ours needs no rewriting.
  tsconfigFile: "no-such-tsconfig.json",
  // A mutant that hangs counts as noticed, so a busy machine must not look like one that hangs.
  timeoutMS: 30_000,
  concurrency: Number.parseInt(process.env.MUTATION_CONCURRENCY ?? "2", 10),
  reporters: ["progress-append-only"],
  tempDirName: ".stryker-tmp",
  checkers: [],
  allowConsoleColors: false,
}).runMutationTest();

console.log(mutationReport(mutants.map((mutant) => ({ ...mutant, fileName: relative(ROOT, mutant.fileName) }))));
if (scoreOf(mutants).percent < PROMISED_PERCENT) {
  console.error(`below the ${PROMISED_PERCENT} % that we promise`);
  process.exitCode = 1;
}
