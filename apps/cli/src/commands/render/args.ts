import { DOCUMENT_FORMATS, type DocumentFormat } from "@zipingbiao/publisher";
import { type Command, InvalidArgumentError } from "commander";
import { type FontsOption, fontsOption } from "../fonts-option.ts";

export interface RenderArgs extends FontsOption {
  readonly paths: readonly string[];
  readonly formats: readonly DocumentFormat[];
  readonly output: string;
}

export function renderCommand(program: Command, run: (args: RenderArgs) => Promise<void>): void {
  program
    .command("render")
    .description("按官方版式生成 PDF、Word、网页")
    .argument("<文件或文件夹...>")
    .requiredOption("--to <格式>", "pdf、docx、html，可用逗号并列", parseFormats)
    .option("-o, --output <文件夹>", "输出文件夹", ".")
    .addOption(fontsOption())
    .action((paths: string[], { to, ...options }: { to: readonly DocumentFormat[]; output: string } & FontsOption) =>
      run({ paths, formats: to, ...options }),
    );
}

function parseFormats(text: string): readonly DocumentFormat[] {
  const asked = text.split(",").map((format) => format.trim());
  const unknown = asked.filter((format) => !DOCUMENT_FORMATS.some((known) => known === format));
  if (unknown.length > 0)
    throw new InvalidArgumentError(`不认识「${unknown.join("、")}」，可用：${DOCUMENT_FORMATS.join("、")}`);
  return DOCUMENT_FORMATS.filter((format) => asked.includes(format));
}
