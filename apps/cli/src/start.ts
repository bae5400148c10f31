/**
 * Runs the command line on the Node that npm brought, with which all this is tested. Started by an older one, as
 * `node apps/cli/bin/zpb.js` may be, it hands over; without a Node that will do it says so and ends with 2.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { EXIT } from "./exit-status.ts";

const NEEDED = 24;

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  const bundle = new URL("./bundle/zpb.mjs", import.meta.url);
  if (existsSync(bundle)) await import(bundle.href);
  else await import("./launch.ts");
} else handOver(bundledNode());

function bundledNode(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/bin/node`);
  } catch {
    return undefined;
  }
}

function handOver(node: string | undefined): void {
  if (node === undefined) {
    process.stderr.write(
      `未能启动：现有的 Node 为 ${process.versions.node}，需要 ${NEEDED} 或更新的版本，也没有随附的 Node。请安装 Node ${NEEDED} 后重新运行。\n`,
    );
    process.exitCode = EXIT.failed;
    return;
  }
  const child = spawn(node, process.argv.slice(1), { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (status, signal) => {
    if (signal === null) process.exit(status ?? EXIT.failed);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
