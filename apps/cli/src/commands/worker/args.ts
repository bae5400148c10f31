import { type Command, InvalidArgumentError } from "commander";
import { type LayoutOptions, fontsOption, templatesOption } from "../layout-options.ts";
import { type QueueArgs, queueOption, storeOption } from "../queue-options.ts";

export interface WorkerArgs extends LayoutOptions, QueueArgs {
  /** Chunks at once. */
  readonly concurrency: number;
  /** Port of 127.0.0.1. */
  readonly metrics?: number;
}

export function workerCommand(program: Command, run: (args: WorkerArgs) => Promise<void>): void {
  program
    .command("worker")
    .description("工作机：从队列领取发布端（zpb publish --engine bullmq）分出的任务，做好的文档放进存储；Ctrl-C 停止")
    .addOption(queueOption().makeOptionMandatory())
    .addOption(storeOption().makeOptionMandatory())
    .option("--concurrency <块数>", "同时做几块，每块一个浏览器；两个处理器核配一块", wholeNumber(1, 64), 1)
    .option(
      "--metrics <端口>",
      "在本机 127.0.0.1 的这个端口提供 /metrics（Prometheus）和 /health",
      wholeNumber(1, 65_535),
    )
    .addOption(fontsOption())
    .addOption(templatesOption())
    .action((args: WorkerArgs) => run(args));
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,5}$/u.test(text) ? Number.parseInt(text, 10) : 0;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`请写 ${least} 到 ${most} 的整数`);
  };
}
