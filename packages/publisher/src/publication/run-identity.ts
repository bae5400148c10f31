/** What a run makes its publication of, as hashes: two runs of the same identity end in the same manifest. */
import { createHash } from "node:crypto";
import { sha256 } from "../batch/published-form.ts";
import type { Maker } from "../engine/engine.ts";
import { makerKey } from "../engine/maker-key.ts";
import type { Environment, InputFile } from "../environment.ts";
import { Failure } from "../trouble.ts";
import type { RunIdentity } from "./publication-folder.ts";

/** `options` is everything that was asked for, as plain data; `waivers` the text of that file. */
export async function identifyRun(
  files: readonly InputFile[],
  options: object,
  maker: Maker,
  environment: Pick<Environment, "readInput">,
): Promise<RunIdentity> {
  const inputs = createHash("sha256");
  for (const file of files) {
    inputs.update(JSON.stringify([file.name, await contentHash(file, environment)]));
  }
  return {
    inputs: inputs.digest("hex"),
    options: sha256(JSON.stringify(options)),
    maker: makerKey(maker),
  };
}

/** A file that cannot be read is told of when it is its turn to be read. */
async function contentHash(file: InputFile, environment: Pick<Environment, "readInput">): Promise<string> {
  try {
    return sha256(await environment.readInput(file));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether both make the same publication. */
export function isSameRun(a: RunIdentity, b: RunIdentity): boolean {
  return differences(a, b).length === 0;
}

/** @throws Failure `publish/other-run` when the run that was cut short is not this one */
export function refuseOtherRun(now: RunIdentity, unfinished: RunIdentity, folder: string): void {
  const different = differences(now, unfinished);
  if (different.length === 0) return;
  throw new Failure({
    code: "publish/other-run",
    file: folder,
    what: "和中断的那次发布不是同一次，没有接着做",
    why: `${different.join("、")}与中断时不同`,
    next: "请改回原样后再加 --resume；确实要按现在的发布，去掉 --resume 重新运行，已做好而没有变的文档照用",
  });
}

function differences(a: RunIdentity, b: RunIdentity): readonly string[] {
  return (["inputs", "options", "maker"] as const).filter((part) => a[part] !== b[part]).map((part) => LABELS[part]);
}

const LABELS = { inputs: "输入文件", options: "选项或放行文件", maker: "程序、模板、浏览器或字体" } as const;
