/** The file behind `--waivers`: which findings are let through, and which forms are not made public, each signed for. */
import { readPlacedYaml } from "../settings/placed-yaml.ts";
import { type FileWords, refusedFile } from "../settings/refused-file.ts";
import { type FormName, nameKey } from "./form-name.ts";
import { parseWaivers } from "./waiver-schema.ts";

/** Who answers for it, why and since when; published. `signedBy` is a role, `date` is `YYYY-MM-DD`. */
export interface Signature {
  readonly reason: string;
  readonly signedBy: string;
  readonly date: string;
}

/** 放行: findings of one rule in one form, at one place or, without `at`, at every place. */
export interface Waiver extends FormName, Signature {
  readonly rule: string;
  readonly at?: string | undefined;
  /** Where the entry stands in the file. */
  readonly line: number;
}

/** 不予公开. */
export interface Withholding extends FormName, Signature {
  readonly line: number;
}

export interface WaiverFile {
  readonly file: string;
  readonly waivers: readonly Waiver[];
  readonly withheld: readonly Withholding[];
}

export const NO_WAIVERS: WaiverFile = { file: "", waivers: [], withheld: [] };

/** Reads the file. Throws a {@link Failure} that names file, every refused line with its reason, and what to do. */
export function readWaiverFile(file: string, bytes: Uint8Array): WaiverFile {
  const { value, lineOf } = readPlacedYaml(file, bytes);
  const parsed = parseWaivers(value);
  if ("problems" in parsed)
    throw refusedFile(
      file,
      REFUSED,
      parsed.problems.map(({ path, reason }) => ({ line: lineOf(path), reason })),
    );
  const withLine = <T>(list: string, entries: readonly T[]) =>
    entries.map((entry, at) => ({ ...entry, line: lineOf([list, at]) }));
  const waivers = withLine("waivers", parsed.lists.waivers ?? []);
  const withheld = withLine("withheld", parsed.lists.withheld ?? []);
  const twice = [...repeated(waivers, waiverKey), ...repeated(withheld, nameKey)];
  if (twice.length > 0) throw refusedFile(file, REFUSED, twice);
  return { file, waivers, withheld };
}

const REFUSED: FileWords = {
  code: "gate/waiver-file",
  what: (mistakes) => `放行文件有 ${mistakes} 处错误，没有公开任何文件`,
  next: "请改正后重新运行；每条须写明项目名称、实施单位、年度、理由、签批岗位和日期，放行的还须写明规则",
};

function waiverKey(entry: Waiver): string {
  return JSON.stringify([nameKey(entry), entry.rule, entry.at ?? ""]);
}

function repeated<T extends { readonly line: number }>(
  entries: readonly T[],
  key: (entry: T) => string,
): readonly { readonly line: number; readonly reason: string }[] {
  const firsts = new Map<string, T>();
  return entries.flatMap((entry) => {
    const first = firsts.get(key(entry));
    if (first !== undefined) return { line: entry.line, reason: `与第 ${first.line} 行是同一条` };
    firsts.set(key(entry), entry);
    return [];
  });
}
