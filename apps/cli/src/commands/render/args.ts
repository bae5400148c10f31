import { FORM_FORMATS, type FormFormat, type VolumeArrangement, isDocumentFormat } from "@zipingbiao/publisher";
import type { Command } from "commander";
import { type LayoutOptions, fontsOption, templatesOption } from "../layout-options.ts";
import { parseFormats } from "../parse-formats.ts";
import { type ArrangementOptions, arrangementOf, groupOption, orderOption } from "../volume-options.ts";

export interface RenderArgs extends LayoutOptions {
  readonly paths: readonly string[];
  readonly formats: readonly FormFormat[];
  readonly output: string;
  /** One document of all forms instead of one for each; `undefined` for one each. */
  readonly volume: VolumeArrangement | undefined;
}

interface Options extends LayoutOptions, ArrangementOptions {
  readonly to: readonly FormFormat[];
  readonly output: string;
  readonly volume?: true;
}

export function renderCommand(program: Command, run: (args: RenderArgs) => Promise<void>): void {
  program
    .command("render")
    .description("按官方版式生成 PDF、Word、网页、Excel；一份自评表一个文件，或者合成一册汇编")
    .argument("<文件或文件夹...>")
    .requiredOption("--to <格式>", "pdf、docx、html、xlsx，可用逗号并列", (text) => parseFormats(text, FORM_FORMATS))
    .option("-o, --output <文件夹>", "输出文件夹", ".")
    .option("--volume", "合成一册：封面、目录、项目一览表、各份自评表；照原样收录，不检查")
    .addOption(orderOption())
    .addOption(groupOption())
    .addOption(fontsOption())
    .addOption(templatesOption())
    .action((paths: string[], { to, volume, order, group, ...options }: Options, command: Command) => {
      const asked = { order, group };
      const unused = (["order", "group"] as const).find((name) => volume === undefined && asked[name] !== undefined);
      if (unused !== undefined) command.error(`error: 请同时给出 --volume：--${unused} 只用于汇编。`);
      if (volume === true && !to.every(isDocumentFormat)) command.error("error: 请去掉 xlsx：汇编没有 Excel 格式。");
      return run({ paths, formats: to, volume: volume === true ? arrangementOf(asked) : undefined, ...options });
    });
}
