import { type Command, Option } from "commander";

export interface RulesArgs {
  readonly format: "text" | "json";
}

export function rulesCommand(program: Command, run: (args: RulesArgs) => Promise<void>): void {
  program
    .command("rules")
    .description("列出全部审核规则")
    .addOption(new Option("--format <格式>", "输出格式").choices(["text", "json"]).default("text"))
    .action(({ format }: RulesArgs) => run({ format }));
}
