import { type Command, Option } from "commander";
import { type LayoutOptions, templatesOption } from "../layout-options.ts";

export interface VerifyArgs extends Pick<LayoutOptions, "templates"> {
  readonly paths: readonly string[];
  readonly format: "text" | "json";
}

export function verifyCommand(program: Command, run: (args: VerifyArgs) => Promise<void>): void {
  program
    .command("verify")
    .description("核对公开的文件夹或单个文档：文件与清单、文字与所带的数据、数据与数据；有不符时退出状态为 1")
    .argument("<文件夹或文档...>", "publish 的输出文件夹，或 PDF、Word、网页文档")
    .addOption(new Option("--format <格式>", "输出格式").choices(["text", "json"]).default("text"))
    .addOption(templatesOption())
    .action((paths: string[], options: Omit<VerifyArgs, "paths">) => run({ paths, ...options }));
}
