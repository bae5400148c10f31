/** What a run of the bench was asked for. */
import type { Group } from "./bench.ts";
import { both } from "./groups/both.ts";
import { pdf } from "./groups/pdf.ts";
import { publishing } from "./groups/publish.ts";
import { rest } from "./groups/rest.ts";
import { word } from "./groups/word.ts";

const GROUPS: readonly Group[] = [pdf, word, both, publishing, rest];

export interface Asked {
  readonly groups: readonly Group[];
  /** Ascending. */
  readonly sizes: readonly number[];
  /** The exit status says whether every target that must be reached was. */
  readonly strict: boolean;
  /** The tables are put into `docs/benchmarks.md`. */
  readonly write: boolean;
}

const USUAL = [1, 100, 1000];
const ALL = [...USUAL, 10_000];

/** @throws Error, Chinese, for a word that it does not know */
export function askedFor(words: readonly string[]): Asked {
  const unknown = words.filter(
    (word) => !/^\d+$/.test(word) && !["--all", "--strict", "--write"].includes(word) && groupOf(word) === undefined,
  );
  if (unknown.length > 0)
    throw new Error(
      `不认识：${unknown.join(" ")}。可用：${GROUPS.map(({ id }) => id).join(" ")}、份数、--all（直到 10,000 份）、--strict（有未达到的必须目标时退出状态为 1）、--write（写入 docs/benchmarks.md）`,
    );
  const groups = GROUPS.filter(({ id }) => words.includes(id));
  const sizes = words.filter((word) => /^\d+$/.test(word)).map((word) => Number.parseInt(word, 10));
  return {
    groups: groups.length === 0 ? GROUPS : groups,
    sizes: (sizes.length > 0 ? sizes : words.includes("--all") ? ALL : USUAL).toSorted((a, b) => a - b),
    strict: words.includes("--strict"),
    write: words.includes("--write"),
  };
}

function groupOf(word: string): Group | undefined {
  return GROUPS.find(({ id }) => id === word);
}
