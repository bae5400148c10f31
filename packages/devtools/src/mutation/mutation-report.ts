/** What a mutation run found, in words: the score, and every mutant that no test noticed. */
import { dirname } from "node:path/posix";

/** What is used of Stryker's result of one mutant. */
export interface MutantResult {
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status: string;
  /** Whether it runs while a file is loaded, and so belongs to no test. */
  readonly static?: boolean | undefined;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

export interface MutationScore {
  /** Mutants that made a test fail or hang. */
  readonly detected: number;
  /** All that count: detected, survived, and those that no test reached. */
  readonly valid: number;
  /** In percent, cut to two places; 0 when nothing was mutated, so that an empty run never passes. */
  readonly percent: number;
}

const DETECTED = ["Killed", "Timeout"];
const UNDETECTED = ["Survived", "NoCoverage"];

export function scoreOf(mutants: readonly MutantResult[]): MutationScore {
  const detected = mutants.filter(({ status }) => DETECTED.includes(status)).length;
  const valid = detected + mutants.filter(({ status }) => UNDETECTED.includes(status)).length;
  return { detected, valid, percent: valid === 0 ? 0 : Math.floor((detected * 10_000) / valid) / 100 };
}

/** The survivors by file, worst file first, each with its place and what it was changed to; then the score by folder and over all. */
export function mutationReport(mutants: readonly MutantResult[]): string {
  const byFile = Map.groupBy(mutants, ({ fileName }) => fileName);
  const files = [...byFile]
    .map(([file, all]) => ({ file, all, score: scoreOf(all) }))
    .filter(({ score }) => score.valid > 0)
    .toSorted((a, b) => missed(b.score) - missed(a.score) || (a.file < b.file ? -1 : 1));
  const survivors = files
    .filter(({ score }) => missed(score) > 0)
    .map(({ file, all, score }) =>
      [`${file}: ${missed(score)} of ${score.valid} not noticed`, ...linesOf(all)].join("\n"),
    );
  const folders = [...Map.groupBy(mutants, ({ fileName }) => dirname(fileName))]
    .map(([folder, all]) => ({ folder, score: scoreOf(all) }))
    .filter(({ score }) => score.valid > 0)
    .toSorted((a, b) => (a.folder < b.folder ? -1 : 1))
    .map(({ folder, score }) => `${folder}: ${score.percent} %, ${score.detected} of ${score.valid}`);
  const ignored = mutants.filter(({ status }) => status === "Ignored");
  const constants = ignored.filter((mutant) => mutant.static === true).length;
  const total = scoreOf(mutants);
  return [
    ...survivors,
    folders.join("\n"),
    `mutation score ${total.percent} %: ${total.detected} of ${total.valid} mutants in ${files.length} files noticed, ${ignored.length} left alone, ${constants} of them in constants`,
  ].join("\n\n");
}

function missed({ detected, valid }: MutationScore): number {
  return valid - detected;
}

function linesOf(mutants: readonly MutantResult[]): readonly string[] {
  return mutants
    .filter(({ status }) => UNDETECTED.includes(status))
    .toSorted(
      (a, b) => a.location.start.line - b.location.start.line || a.location.start.column - b.location.start.column,
    )
    .map(
      ({ location, mutatorName, replacement, status }) =>
        `  ${location.start.line}:${location.start.column} ${mutatorName}${status === "NoCoverage" ? " (no test comes here)" : ""} → ${replacement.replaceAll(/\s+/gu, " ").slice(0, 100)}`,
    );
}
