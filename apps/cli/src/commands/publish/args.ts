import type { VolumeArrangement } from "@zipingbiao/publisher";
import { type Command, Option } from "commander";
import { type LayoutOptions, fontsOption, templatesOption } from "../layout-options.ts";
import { type QueueArgs, queueOption, storeOption } from "../queue-options.ts";
import { type ArrangementOptions, arrangementOf, groupOption, orderOption } from "../volume-options.ts";

export interface PublishArgs extends LayoutOptions {
  readonly paths: readonly string[];
  readonly output: string;
  readonly waivers: string | undefined;
  readonly mask: boolean;
  readonly volume: VolumeArrangement;
  readonly baseUrl?: string;
  readonly resume: boolean;
  /** Where workers make the documents; `undefined`: they are made here. */
  readonly workers: (QueueArgs & { readonly watch: boolean }) | undefined;
}

interface Options extends LayoutOptions, ArrangementOptions {
  readonly output: string;
  readonly waivers?: string;
  readonly mask?: true;
  readonly baseUrl?: string;
  readonly resume?: true;
  readonly engine: "local" | "bullmq";
  readonly queue?: string;
  readonly store?: string;
  readonly watch?: true;
}

export function publishCommand(program: Command, run: (args: PublishArgs) => Promise<void>): void {
  program
    .command("publish")
    .description("成批公开：先检查，有差错的不公开；每份自评表的文档、汇编、开放数据、首页与文件清单")
    .argument("<文件或文件夹...>")
    .requiredOption("-o, --output <文件夹>", "输出文件夹")
    .option("--waivers <文件>", "放行文件（YAML）：哪些差错附说明公开，哪些自评表不予公开，均须签批")
    .option("--mask", "遮盖个人信息后公开；每一处都写在首页和文件清单里")
    .option("--base-url <网址>", "公开后的网址，如 https://www.example.gov.cn/zipingbiao/；给出时另写 sitemap.xml")
    .option("--resume", "接着做这个文件夹里中断的发布；输入、选项和程序须与中断时相同")
    .addOption(
      new Option("--engine <方式>", "文档在本机做，还是经队列交给各台工作机（zpb worker）做")
        .choices(["local", "bullmq"])
        .default("local"),
    )
    .addOption(queueOption())
    .addOption(storeOption())
    .option("--watch", "经队列做时，显示各块的进展、工作机台数、速度和所余时间")
    .addOption(fontsOption())
    .addOption(templatesOption())
    .addOption(orderOption())
    .addOption(groupOption())
    .action((paths: string[], given: Options, command: Command) => {
      const { output, waivers, mask, resume, order, group, engine, queue, store, watch, ...options } = given;
      const meeting = queue === undefined || store === undefined ? undefined : { queue, store, watch: watch ?? false };
      if (engine === "bullmq" && meeting === undefined) {
        command.error(
          "error: 请给出 --queue 和 --store（或环境变量 ZPB_QUEUE、ZPB_STORE）：--engine bullmq 要经它们交给工作机",
        );
      }
      return run({
        paths,
        output,
        waivers,
        mask: mask ?? false,
        resume: resume ?? false,
        volume: arrangementOf({ order, group }),
        workers: engine === "bullmq" ? meeting : undefined,
        ...options,
      });
    });
}
