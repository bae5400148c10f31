/** A file that people write by hand and that has mistakes → one failure that names every line. */
import { Failure } from "../trouble.ts";

/** One mistake; a file that cannot be read at all has no line. */
export interface RefusedLine {
  /** From 1. */
  readonly line?: number | undefined;
  readonly reason: string;
}

/** What is said of a file of one kind when it is refused. */
export interface FileWords {
  readonly code: string;
  readonly what: (mistakes: number) => string;
  readonly next: string;
}

const MOST_TOLD = 10;

/** The failure, its reasons in the order of the lines, ten at most. */
export function refusedFile(file: string, { code, what, next }: FileWords, refused: readonly RefusedLine[]): Failure {
  const inOrder = refused.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const [first] = inOrder;
  const told = inOrder.slice(0, MOST_TOLD).map(({ line, reason }) => `第 ${line ?? 1} 行 ${reason}`);
  return new Failure({
    code,
    file,
    ...(first?.line === undefined ? {} : { line: first.line }),
    what: what(refused.length),
    why: [
      ...(refused.length === 1 ? [first?.reason ?? ""] : told),
      ...(refused.length > MOST_TOLD ? [`另有 ${refused.length - MOST_TOLD} 处`] : []),
    ].join("；"),
    next,
  });
}
