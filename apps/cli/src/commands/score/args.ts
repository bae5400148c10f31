import { type Command, Option } from "commander";

export interface ScoreArgs {
  readonly paths: readonly string[];
  readonly format: "text" | "json";
}

export function scoreCommand(program: Command, run: (args: ScoreArgs) => Promise<void>): void {
  program
    .command("score")
    .description("逐项列出应得数与表中数")
    .argument("<文件或文件夹...>")
    .addOption(new Option("--format <格式>", "输出格式").choices(["text", "json"]).default("text"))
    .action((paths: string[], options: { format: "text" | "json" }) => run({ paths, format: options.format }));
}
