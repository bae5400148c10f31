/** `--fonts`: for every command that makes PDFs. */
import type { Environment } from "@zipingbiao/publisher";
import { Option } from "commander";

export interface FontsOption {
  /** Folder of the user's own fonts. */
  readonly fonts?: string;
}

export function fontsOption(): Option {
  return new Option("--fonts <文件夹>", "自备字体（方正小标宋、仿宋_GB2312 等 .ttf、.ttc）所在的文件夹，用于 PDF");
}

/** The environment with a printer that knows these fonts. */
export function withFonts(environment: Environment, fonts: string | undefined): Environment {
  return { ...environment, openPrinter: () => environment.openPrinter(fonts) };
}
