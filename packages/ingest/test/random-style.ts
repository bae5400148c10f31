/** Layouts of text layers: the four that were seen, and others between and around them. */
import { diceOf } from "./random-form.ts";
import type { PdfStyle } from "./pdf-sheet.ts";

export function randomStyle(seed: number): PdfStyle {
  const dice = diceOf(seed ^ 0x5bd1e995);
  const narrow = dice.chance(0.5);
  const goal = dice.pick([23, 24, 27, 30]);
  const note = dice.pick([7.4, 9.3, 12.5]);
  return {
    level1: narrow ? dice.pick([2.3, 2.6, 3.2]) : dice.pick([4.2, 5.2]),
    level2: narrow ? dice.pick([2.3, 2.6, 3.2]) : dice.pick([4.2, 5.2, 6.3]),
    name: dice.pick([11.4, 13.2, 15.3, 18.4]),
    target: dice.pick([5.6, 6.2, 7.3, 8.4]),
    actual: dice.pick([5.4, 6.2, 7.3]),
    note,
    projectName: dice.pick([45, 45, 17]),
    unitName: dice.pick([22, 22, 9]),
    fundLabel: dice.pick([7.5, 9.5, 12]),
    goalLeft: goal + dice.pick([0.6, 1.1]),
    goalRight: goal + dice.pick([0.2, 0.6]),
    goalIndent: dice.chance(0.3) ? 8 : 0,
    centred: dice.chance(0.5),
    height: dice.pick([0.3, 0.45]),
    latinHeight: dice.pick([0.45, 0.5]),
    blankLines: dice.pick(["pdf", "pdf", "pdf", "none", "all"]),
    pageLines: dice.chance(0.6) ? dice.pick([36, 41, 47, 53]) : undefined,
    repeatHead: dice.chance(0.3),
    pageNumber: dice.chance(0.3)
      ? dice.pick([(page: number) => `— ${page} —`, (page: number) => `第 ${page} 页`, (page: number) => `- ${page} -`])
      : undefined,
    unitOnOwnLine: dice.chance(0.7),
    wholeHead: note > 11,
  };
}
