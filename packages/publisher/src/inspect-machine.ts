/** `zpb doctor`: what this machine has, and what to do about what is missing. */
import { EDITIONS } from "@zipingbiao/core";
import { describeBrowser, describeFonts, loadTemplates } from "@zipingbiao/renderer";
import { toolVersion } from "./node/tool-version.ts";

export interface Inspection {
  readonly name: string;
  readonly usable: boolean;
  readonly found: readonly string[];
  readonly missing: readonly string[];
  readonly next: readonly string[];
}

/** Looks at everything without starting or changing anything; `fonts` is a folder of the user's own fonts. */
export async function inspectMachine(fonts?: string): Promise<readonly Inspection[]> {
  return [
    fine("程序", [
      `zipingbiao ${toolVersion()}`,
      `Node.js ${process.versions.node}（${process.platform} ${process.arch}）`,
    ]),
    fine(
      "版式",
      EDITIONS.map((edition) => `${edition.id}　${edition.name}`),
    ),
    inspectTemplates(),
    { name: "浏览器", ...(await describeBrowser()) },
    { name: "字体", ...(await describeFonts({ fonts })) },
  ];
}

function fine(name: string, found: readonly string[]): Inspection {
  return { name, usable: true, found, missing: [], next: [] };
}

function inspectTemplates(): Inspection {
  try {
    const templates = loadTemplates();
    return fine("模板", [
      `${[...templates.forms.keys()].join("、")}、汇编、更正说明、公开页　sha256 ${templates.sha256.slice(0, 12)}`,
    ]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name: "模板", usable: false, found: [], missing: [reason], next: ["请恢复安装目录中的 templates 文件夹"] };
  }
}
