/** A file made to exhaust or to mislead, and what must come of it. */
export interface HostileCase {
  /** Of threats.md: `Z-BOMB …`. */
  readonly name: string;
  /** As somebody would send it. */
  readonly file: string;
  readonly make: () => Uint8Array;
  /** The refusal has one of these codes. */
  readonly codes: readonly string[];
  /** Words of the refusal, the file and the place before them. */
  readonly words: RegExp;
}

/** The codes of a process that was ended. */
export const ENDED = ["read/memory", "read/time"] as const;
/** What is told then: the place, and what was too much. */
export const ENDED_WORDS = /：(?:内存|时间)超过上限，没有读取。(?:刚打开文件|读到第 \d+ (?:页|份表|张工作表))/u;
