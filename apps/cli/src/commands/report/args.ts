import { REPORT_GROUPINGS, type ReportGrouping, SUMMARY_FORMATS, type SummaryFormat } from "@zipingbiao/publisher";
import { type Command, InvalidArgumentError, Option } from "commander";

export interface ReportArgs {
  readonly paths: readonly string[];
  readonly formats: readonly SummaryFormat[];
  readonly output: string;
  readonly by: ReportGrouping | undefined;
  readonly rules: string | undefined;
}

interface Options {
  readonly to?: readonly SummaryFormat[];
  readonly output: string;
  readonly by?: ReportGrouping;
  readonly rules?: string;
}

export function reportCommand(program: Command, run: (args: ReportArgs) => Promise<void>): void {
  program
    .command("report")
    .description("汇总多份自评表：先合计后计算，金额同一单位；年度、版式、单位可以混合")
    .argument("<文件或文件夹...>")
    .option("--to <格式>", `${SUMMARY_FORMATS.join("、")}，可用逗号并列；不给时全部生成`, parseFormats)
    .option("-o, --output <文件夹>", "输出文件夹", ".")
    .addOption(
      new Option(
        "--by <分组>",
        "按主管部门（department）或实施单位（unit）比较；不给时有几个主管部门就按主管部门",
      ).choices(REPORT_GROUPINGS),
    )
    .option("--rules <文件>", "规则设置；不给时用当前文件夹的 zpb.rules.yaml（如有）")
    .action((paths: string[], { to = SUMMARY_FORMATS, output, by, rules }: Options) =>
      run({ paths, formats: to, output, by, rules }),
    );
}

function parseFormats(text: string): readonly SummaryFormat[] {
  const asked = text.split(",").map((format) => format.trim());
  const unknown = asked.filter((format) => !SUMMARY_FORMATS.some((known) => known === format));
  if (unknown.length > 0)
    throw new InvalidArgumentError(`不认识「${unknown.join("、")}」，可用：${SUMMARY_FORMATS.join("、")}`);
  return SUMMARY_FORMATS.filter((format) => asked.includes(format));
}
