/** `--fonts`, `--templates` and `--style`: with what documents are printed. */
import type { Environment, TemplateChoice } from "@zipingbiao/publisher";
import { InvalidArgumentError, Option } from "commander";

export interface LayoutOptions extends Pick<TemplateChoice, "templates"> {
  /** Folder of the user's own fonts. */
  readonly fonts?: string | undefined;
}

export function fontsOption(): Option {
  return new Option("--fonts <文件夹>", "自备字体（方正小标宋、仿宋_GB2312 等 .ttf、.ttc）所在的文件夹，用于 PDF");
}

export function templatesOption(): Option {
  return new Option("--templates <文件夹>", "自备的全套模板（由安装目录的 templates 复制后修改），代替自带的");
}

export function styleOption(): Option {
  return new Option("--style <名称>", "汇总报告的版面：模板 report/styles 中的文件名；不给时为 gbt-9704").argParser(
    (name: string) => {
      if (/^[\p{L}\p{N}_-]+$/u.test(name)) return name;
      throw new InvalidArgumentError("请只写 report/styles 中的文件名，不带文件夹和 .css");
    },
  );
}

/** The environment with a printer that knows these fonts, and these layouts, by which documents are read as well. */
export function withLayout(
  environment: Environment,
  { fonts, ...choice }: LayoutOptions & TemplateChoice,
): Environment {
  return {
    ...environment,
    openPrinter: () => environment.openPrinter(fonts),
    loadTemplates: () => environment.loadTemplates(choice),
    openReader: () => environment.openReader(choice),
  };
}
