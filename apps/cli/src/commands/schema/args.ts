import type { Command } from "commander";

export function schemaCommand(program: Command, run: (args: object) => Promise<void>): void {
  program
    .command("schema")
    .description("输出 form@1 的 JSON Schema")
    .action(() => run({}));
}
