import type { VolumeArrangement } from "@zipingbiao/publisher";
import type { Command } from "commander";
import { type LayoutOptions, fontsOption, templatesOption } from "../layout-options.ts";
import { type ArrangementOptions, arrangementOf, groupOption, orderOption } from "../volume-options.ts";

export interface PublishArgs extends LayoutOptions {
  readonly paths: readonly string[];
  readonly output: string;
  readonly waivers: string | undefined;
  readonly mask: boolean;
  readonly volume: VolumeArrangement;
  readonly resume: boolean;
}

interface Options extends LayoutOptions, ArrangementOptions {
  readonly output: string;
  readonly waivers?: string;
  readonly mask?: true;
  readonly resume?: true;
}

export function publishCommand(program: Command, run: (args: PublishArgs) => Promise<void>): void {
  program
    .command("publish")
    .description("成批公开：先检查，有差错的不公开；每份自评表的文档、汇编、开放数据、首页与文件清单")
    .argument("<文件或文件夹...>")
    .requiredOption("-o, --output <文件夹>", "输出文件夹")
    .option("--waivers <文件>", "放行文件（YAML）：哪些差错附说明公开，哪些自评表不予公开，均须签批")
    .option("--mask", "遮盖个人信息后公开；每一处都写在首页和文件清单里")
    .option("--resume", "接着做这个文件夹里中断的发布；输入、选项和程序须与中断时相同")
    .addOption(fontsOption())
    .addOption(templatesOption())
    .addOption(orderOption())
    .addOption(groupOption())
    .action((paths: string[], { output, waivers, mask, resume, order, group, ...options }: Options) =>
      run({
        paths,
        output,
        waivers,
        mask: mask ?? false,
        resume: resume ?? false,
        volume: arrangementOf({ order, group }),
        ...options,
      }),
    );
}
