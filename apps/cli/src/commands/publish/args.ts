import type { Command } from "commander";

export interface PublishArgs {
  readonly paths: readonly string[];
  readonly output: string;
}

export function publishCommand(program: Command, run: (args: PublishArgs) => Promise<void>): void {
  program
    .command("publish")
    .description("成批公开：每份自评表的文档、汇编、开放数据、首页与文件清单")
    .argument("<文件或文件夹...>")
    .requiredOption("-o, --output <文件夹>", "输出文件夹")
    .action((paths: string[], options: { output: string }) => run({ paths, output: options.output }));
}
