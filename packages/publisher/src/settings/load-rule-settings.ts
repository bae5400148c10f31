/** `zpb.rules.yaml`: what the person who runs the check says about the rules. Never taken from the folder of inputs. */
import { basename, dirname, relative, resolve } from "node:path";
import { NO_SETTINGS, type RuleSettings } from "@zipingbiao/core";
import type { Environment } from "../environment.ts";
import { Failure, troubleOf } from "../trouble.ts";
import { parseRuleSettings } from "./parse-rule-settings.ts";

/** Taken from the current folder when no file is named. */
const SETTINGS_FILE = "zpb.rules.yaml";

const MAX_BYTES = 2 ** 20;

export interface LoadedSettings {
  readonly settings: RuleSettings;
  /** The name of the file that was read, without its folder; missing when there was none. */
  readonly file?: string;
}

/**
 * The settings in `file`; without it those in `zpb.rules.yaml` of the current folder, where there is one. That one is
 * passed over with a warning when inputs lie beside it: whoever hands in forms must not choose the rules.
 * Throws {@link Failure} that names every refused place.
 */
export async function loadRuleSettings(
  file: string | undefined,
  inputs: readonly string[],
  environment: Environment,
): Promise<LoadedSettings> {
  const path = file ?? SETTINGS_FILE;
  let bytes: Uint8Array;
  try {
    bytes = await environment.readInput({ path, name: path }, MAX_BYTES);
  } catch (error) {
    const trouble = troubleOf(error, { file: path });
    if (file === undefined && trouble.code === "system/ENOENT") return { settings: NO_SETTINGS };
    throw new Failure(trouble, error);
  }
  if (file === undefined && (await liesAmongInputs(inputs, environment))) {
    environment.report({
      kind: "warning",
      code: "settings/among-inputs",
      message: `当前文件夹就是输入所在的文件夹，其中的 ${SETTINGS_FILE} 没有使用；要用，请以 --rules ${SETTINGS_FILE} 指明。`,
    });
    return { settings: NO_SETTINGS };
  }
  const parsed = parseRuleSettings(decode(bytes, path));
  if ("settings" in parsed) return { settings: parsed.settings, file: basename(path) };
  const [first] = parsed.problems;
  throw new Failure({
    code: "settings/refused",
    file: path,
    ...(first === undefined ? {} : { line: first.line }),
    what: `规则设置有 ${parsed.problems.length} 处不能识别`,
    why: parsed.problems.map(({ line, column, reason }) => `第 ${line} 行第 ${column} 列：${reason}`).join("；"),
    next: "请改正后重新运行；规则编号见 zpb rules",
  });
}

async function liesAmongInputs(inputs: readonly string[], environment: Environment): Promise<boolean> {
  const here = resolve(".");
  const isAbove = (folder: string): boolean => !/^\.\.(?:[\\/]|$)/u.test(relative(resolve(folder), here));
  const { files } = await environment.listInputs(inputs);
  return inputs.some(isAbove) || files.some((file) => dirname(resolve(file.path)) === here);
}

function decode(bytes: Uint8Array, file: string): string {
  const refuse = (why: string): Failure =>
    new Failure({ code: "settings/refused", file, what: "规则设置不能读取", why, next: "请检查是否指错了文件" });
  if (bytes.byteLength > MAX_BYTES) throw refuse("文件超过 1 MiB");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse("文件不是 UTF-8 文本");
  }
}
