import type { Command } from "commander";

export function doctorCommand(program: Command, run: (args: object) => Promise<void>): void {
  program
    .command("doctor")
    .description("检查本机：程序、版式、模板、浏览器、字体，以及缺什么、怎么办")
    .action(() => run({}));
}
