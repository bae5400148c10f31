import type { Command } from "commander";

export interface ReadArgs {
  readonly paths: readonly string[];
  readonly output: string | undefined;
}

export function readCommand(program: Command, run: (args: ReadArgs) => Promise<void>): void {
  program
    .command("read")
    .description("读取自评表，转为 form@1 JSON；不给 -o 时全部输出为一个数组")
    .argument("<文件或文件夹...>")
    .option("-o, --output <文件夹>", "每份自评表写一个 JSON 文件")
    .action((paths: string[], options: { output?: string }) => run({ paths, output: options.output }));
}
