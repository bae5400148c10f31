import type { Command } from "commander";

export interface ExplainArgs {
  readonly rule: string;
}

export function explainCommand(program: Command, run: (args: ExplainArgs) => Promise<void>): void {
  program
    .command("explain")
    .description("说明一条审核规则：为何检查、如何处理、依据、示例")
    .argument("<规则>", "规则编号，例如 scores/total-mismatch")
    .action((rule: string) => run({ rule }));
}
