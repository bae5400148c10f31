import type { Severity } from "@zipingbiao/core";
import { REPORT_FORMATS, type ReportFormat } from "@zipingbiao/publisher";
import { type Command, Option } from "commander";

export interface CheckArgs {
  readonly paths: readonly string[];
  readonly format: "text" | ReportFormat;
  readonly output: string | undefined;
  readonly edition: string | undefined;
  readonly rules: string | undefined;
  readonly against: string | undefined;
  readonly failOn: Severity;
}

type CheckOptions = Partial<Omit<CheckArgs, "paths">> & Pick<CheckArgs, "format" | "failOn">;

export function checkCommand(program: Command, run: (args: CheckArgs) => Promise<void>): void {
  program
    .command("check")
    .description("核算并检查，逐处列出问题、应为、依据和办法；表与表之间也相互比对")
    .argument("<文件或文件夹...>")
    .addOption(new Option("--format <格式>", "输出格式").choices(["text", ...REPORT_FORMATS]).default("text"))
    .option("-o, --output <文件>", "写入文件（xlsx、html 必须写入文件或转向）")
    .option("--edition <版式>", "按指定版式检查，例如 sh-2024")
    .option("--rules <文件>", "规则设置；不给时用当前文件夹的 zpb.rules.yaml（如有）")
    .option("--against <旧>", "与此前比较：新增、仍在、已消除；给出 --format json 的输出，或改前的表")
    .addOption(
      new Option("--fail-on <程度>", "出现这一程度及以上的问题时退出状态为 1")
        .choices(["error", "warning", "note"])
        .default("error"),
    )
    .action((paths: string[], { format, output, edition, rules, against, failOn }: CheckOptions) =>
      run({ paths, format, output, edition, rules, against, failOn }),
    );
}
