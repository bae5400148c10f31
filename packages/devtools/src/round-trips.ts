/**
 * `npm run round-trips [count] [pdf|docx|html|xlsx]`: generated forms, printed and read again, and how many came back the
 * same. 1,000 of every format unless said otherwise; about a minute for each of them, some minutes for PDF.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./program.ts";

const [count = "1000", ...formats] = process.argv.slice(2);
const only = formats.length === 0 ? [] : ["-t", formats.join("|")];
const { status } = spawnSync(
  process.execPath,
  [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "packages/publisher/test/round-trip.test.ts", ...only],
  { cwd: ROOT, env: { ...process.env, ZPB_ROUND_TRIPS: count }, stdio: "inherit" },
);
process.exitCode = status ?? 1;
