/**
 * Runs the command line on the Node that npm brought, with which all this is tested. Started by an older one, as
 * `node apps/cli/bin/zpb.js` may be, it hands over; without a Node that will do it says so and ends with 2.
 */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { EXIT } from "./exit-status.ts";

const NEEDED = 24;

/** Commands that read what somebody handed in, by a process of its own: it loads while the rest of the program does. */
const READING = new Set(["read", "check", "score", "render", "report", "publish", "correct", "diff", "verify"]);

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  if (READING.has(process.argv.slice(2).find((word) => !word.startsWith("-")) ?? "")) {
    const { startSpare } = await import("@zipingbiao/publisher/early");
    startSpare();
  }
  await import("./main.ts");
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
