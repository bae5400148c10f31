/** A run of full size that takes minutes or hours, and what it proves. */

export interface ScenarioParts {
  /** An empty folder, removed afterwards. */
  readonly work: string;
  /** What was written behind the scenario's name. */
  readonly words: readonly string[];
  /** Says a line, Chinese. */
  readonly tell: (line: string) => void;
}

export interface Scenario {
  readonly name: string;
  /** Chinese: what it does, and what may be written behind its name. */
  readonly about: string;
  /** Gives back what did not hold, Chinese; none when all held. */
  readonly run: (parts: ScenarioParts) => Promise<readonly string[]>;
}

/** The word at this place as a count. @throws Error, Chinese, when it is none */
export function countAt(words: readonly string[], at: number, otherwise: number): number {
  const word = words[at];
  if (word === undefined) return otherwise;
  if (!/^\d+$/.test(word)) throw new Error(`应为一个数：${word}`);
  return Number.parseInt(word, 10);
}
