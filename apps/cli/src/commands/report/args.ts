import { REPORT_GROUPINGS, type ReportRequest, SUMMARY_FORMATS, type SummaryFormat } from "@zipingbiao/publisher";
import { type Command, Option } from "commander";
import { type LayoutOptions, fontsOption, styleOption, templatesOption } from "../layout-options.ts";
import { parseDate } from "../parse-date.ts";
import { parseFormats } from "../parse-formats.ts";

export interface ReportArgs extends ReportRequest, LayoutOptions {
  readonly output: string;
  readonly style?: string;
}

interface Options extends Partial<Omit<ReportRequest, "paths" | "formats">>, LayoutOptions {
  readonly to?: readonly SummaryFormat[];
  readonly output: string;
  readonly style?: string;
}

export function reportCommand(program: Command, run: (args: ReportArgs) => Promise<void>): void {
  program
    .command("report")
    .description("汇总多份自评表：先合计后计算，金额同一单位；年度、版式、单位可以混合")
    .argument("<文件或文件夹...>")
    .option("--to <格式>", `${SUMMARY_FORMATS.join("、")}，可用逗号并列；不给时全部生成`, (text) =>
      parseFormats(text, SUMMARY_FORMATS),
    )
    .option("-o, --output <文件夹>", "输出文件夹", ".")
    .addOption(
      new Option("--by <分组>", "只按主管部门（department）或实施单位（unit）比较；不给时都列").choices(
        REPORT_GROUPINGS,
      ),
    )
    .option("--owner <名称>", "报告单位，写在标题和落款；不给时为主管部门（只有一个时）")
    .option("--date <日期>", "成文日期，例如 2025-03-01；不给时留空", parseDate)
    .option("--rules <文件>", "规则设置；不给时用当前文件夹的 zpb.rules.yaml（如有）")
    .addOption(fontsOption())
    .addOption(templatesOption())
    .addOption(styleOption())
    .action((paths: string[], { to = SUMMARY_FORMATS, ...given }: Options) => run({ paths, formats: to, ...given }));
}
