import { EDITIONS, type Edition, type TemplateLayout, findEdition } from "@zipingbiao/core";
import { latestEdition } from "@zipingbiao/publisher";
import { type Command, InvalidArgumentError, Option } from "commander";

export interface TemplateArgs {
  readonly edition: Edition;
  readonly layout: TemplateLayout;
  readonly output: string;
}

interface Options {
  readonly edition: string;
  readonly output: string;
  readonly rows?: true;
}

export function templateCommand(program: Command, run: (args: TemplateArgs) => Promise<void>): void {
  program
    .command("template")
    .description("生成填报用的 Excel 工作簿：下拉表、公式、提示和说明；填好后用 read 读取")
    .addOption(new Option("--edition <版式>", "版式").choices(EDITIONS.map(({ id }) => id)).default(latestEdition().id))
    .option("--rows", "多个项目填在一个工作簿里：一行一个项目，另一张工作表一行一个指标")
    .requiredOption("-o, --output <文件>", "写到哪个文件，以 .xlsx 结尾", workbookName)
    .action(({ edition: id, output, rows }: Options) => {
      const edition = findEdition(id) ?? latestEdition();
      return run({ edition, layout: rows === true ? "rows" : "form", output });
    });
}

function workbookName(file: string): string {
  if (/\.xlsx$/iu.test(file)) return file;
  throw new InvalidArgumentError("文件名请以 .xlsx 结尾");
}
