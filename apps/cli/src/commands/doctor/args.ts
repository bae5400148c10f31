import type { Command } from "commander";
import { type LayoutOptions, fontsOption } from "../layout-options.ts";

export type DoctorArgs = Pick<LayoutOptions, "fonts">;

export function doctorCommand(program: Command, run: (args: DoctorArgs) => Promise<void>): void {
  program
    .command("doctor")
    .description("检查本机：程序、版式、模板、浏览器、字体，以及缺什么、怎么办")
    .addOption(fontsOption())
    .action((options: DoctorArgs) => run(options));
}
