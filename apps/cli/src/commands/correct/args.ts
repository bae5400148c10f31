import type { AskedChange } from "@zipingbiao/core";
import { type CorrectionRequest, parseAsked } from "@zipingbiao/publisher";
import { type Command, InvalidArgumentError } from "commander";
import { type LayoutOptions, fontsOption, templatesOption } from "../layout-options.ts";
import { parseDate } from "../parse-date.ts";

export interface CorrectArgs extends CorrectionRequest, LayoutOptions {}

interface CorrectOptions extends LayoutOptions {
  readonly set?: readonly AskedChange[];
  readonly from?: string;
  readonly reason: string;
  readonly date?: string;
  readonly project?: string;
  readonly number?: number;
  readonly output: string;
}

export function correctCommand(program: Command, run: (args: CorrectArgs) => Promise<void>): void {
  program
    .command("correct")
    .description("更正一份自评表：重算随之变化的得数，另出新版文档和更正说明")
    .argument("<文件或文件夹>")
    .option("--set <位置=内容>", "更正一处，可以多次给出，例如 'indicators[3].target=≥8500.00(个)'", collectAsked)
    .option("--from <文件>", "改好的 Excel 工作簿（.xlsx）或 form@1 JSON；给出更正前的那一份，就是撤回更正")
    .requiredOption("--reason <原因>", "更正原因，写入更正说明")
    .option("--date <日期>", "更正日期，例如 2025-03-01；不给时照环境变量 SOURCE_DATE_EPOCH，没有的为今天", parseDate)
    .option("--project <项目名称>", "文件中有多份自评表时，指明一份")
    .option("--number <序号>", "文件中有多份自评表时，指明第几份", parseNumber)
    .option("-o, --output <文件夹>", "输出文件夹", ".")
    .addOption(fontsOption())
    .addOption(templatesOption())
    .action((path: string, options: CorrectOptions, command: Command) => {
      if (options.set === undefined && options.from === undefined)
        return command.error("error: 请用 --set 或 --from 给出要更正的内容。");
      const { set = [], output, ...given } = options;
      return run({ path, set, folder: output, ...given });
    });
}

function collectAsked(text: string, before: readonly AskedChange[] = []): readonly AskedChange[] {
  const asked = parseAsked(text);
  if (asked === undefined)
    throw new InvalidArgumentError("应写成「位置=内容」，例如 indicators[3].target=≥8500.00(个)。");
  return [...before, asked];
}

function parseNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/u.test(text)) throw new InvalidArgumentError("应为从 1 数起的序号。");
  return Number.parseInt(text, 10);
}
