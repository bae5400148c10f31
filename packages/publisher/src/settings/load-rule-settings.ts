/** `zpb.rules.yaml`: what the person who runs the check says about the rules. Never taken from the folder of inputs. */
import { basename, dirname, relative, resolve } from "node:path";
import { NO_SETTINGS, type RuleSettings } from "@zipingbiao/core";
import type { Environment } from "../environment.ts";
import { Failure, troubleOf } from "../trouble.ts";
import { parseRuleSettings } from "./parse-rule-settings.ts";
import { MAX_YAML_BYTES } from "./placed-yaml.ts";

/** Taken from the current folder when no file is named. */
const SETTINGS_FILE = "zpb.rules.yaml";

export interface LoadedSettings {
  readonly settings: RuleSettings;
  /** The name of the file that was read, without its folder; missing when there was none. */
  readonly file?: string;
}

/**
 * The settings in `file`; without it those in `zpb.rules.yaml` of the current folder, where there is one. That one is
 * passed over with a warning when inputs lie beside it: whoever hands in forms must not choose the rules.
 * Throws {@link Failure} that names every refused line.
 */
export async function loadRuleSettings(
  file: string | undefined,
  inputs: readonly string[],
  environment: Environment,
): Promise<LoadedSettings> {
  const path = file ?? SETTINGS_FILE;
  let bytes: Uint8Array;
  try {
    bytes = await environment.readInput({ path, name: path }, MAX_YAML_BYTES);
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
  return { settings: parseRuleSettings(path, bytes), file: basename(path) };
}

async function liesAmongInputs(inputs: readonly string[], environment: Environment): Promise<boolean> {
  const here = resolve(".");
  const isAbove = (folder: string): boolean => !/^\.\.(?:[\\/]|$)/u.test(relative(resolve(folder), here));
  const { files } = await environment.listInputs(inputs);
  return inputs.some(isAbove) || files.some((file) => dirname(resolve(file.path)) === here);
}
