import { type Command, Option } from "commander";

export interface DiffArgs {
  readonly before: string;
  readonly after: string;
  readonly format: "text" | "json";
}

export function diffCommand(program: Command, run: (args: DiffArgs) => Promise<void>): void {
  program
    .command("diff")
    .description("逐格比较两份自评表，或两个文件夹中的全部自评表；有不同时退出状态为 1")
    .argument("<旧>", "文件或文件夹")
    .argument("<新>", "文件或文件夹")
    .addOption(new Option("--format <格式>", "输出格式").choices(["text", "json"]).default("text"))
    .action((before: string, after: string, options: { format: "text" | "json" }) =>
      run({ before, after, format: options.format }),
    );
}
