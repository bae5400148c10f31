import type { Severity } from "@zipingbiao/core";
import { type Command, Option } from "commander";

export interface CheckArgs {
  readonly paths: readonly string[];
  readonly format: "text" | "json";
  readonly edition: string | undefined;
  readonly failOn: Severity;
}

export function checkCommand(program: Command, run: (args: CheckArgs) => Promise<void>): void {
  program
    .command("check")
    .description("核算并检查：金额、执行率、得分、分值、等级")
    .argument("<文件或文件夹...>")
    .addOption(new Option("--format <格式>", "输出格式").choices(["text", "json"]).default("text"))
    .option("--edition <版式>", "按指定版式检查，例如 sh-2024")
    .addOption(
      new Option("--fail-on <程度>", "出现这一程度及以上的问题时退出状态为 1")
        .choices(["error", "warning", "note"])
        .default("error"),
    )
    .action((paths: string[], options: { format: "text" | "json"; edition?: string; failOn: Severity }) =>
      run({ paths, format: options.format, edition: options.edition, failOn: options.failOn }),
    );
}
