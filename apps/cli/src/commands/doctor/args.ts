import type { Command } from "commander";
import { type FontsOption, fontsOption } from "../fonts-option.ts";

export function doctorCommand(program: Command, run: (args: FontsOption) => Promise<void>): void {
  program
    .command("doctor")
    .description("检查本机：程序、版式、模板、浏览器、字体，以及缺什么、怎么办")
    .addOption(fontsOption())
    .action((options: FontsOption) => run(options));
}
