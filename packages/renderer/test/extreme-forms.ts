/** Forms that fill more pages than any real one, or none at all. */
import { findEdition } from "@zipingbiao/core";
import { SAMPLE_FORM, sampleForm } from "@zipingbiao/core/testing";
import { type FormView, viewForm } from "../src/index.ts";

const SENTENCE = "为保障中心正常运转，须按期完成机房巡检、备份演练与安全加固，并如实记录。";

/** A text of that many characters without two equal places in a row of hundreds. */
function longText(length: number): string {
  let text = "";
  for (let number = 1; text.length < length; number += 1) text += `（${number}）${SENTENCE}`;
  return text.slice(0, length);
}

/** That many indicators; 一级 changes every `level1` rows, 二级 every `level2`. */
export function indicators(
  count: number,
  level1: number,
  level2: number,
  notes: ReadonlyMap<number, string> = new Map(),
) {
  return Array.from({ length: count }, (_, row) => ({
    ...SAMPLE_FORM.indicators[0],
    level1: `产出指标${Math.floor(row / level1)}`,
    level2: `数量指标${Math.floor(row / level2)}`,
    name: `第${row + 1}项完成率`,
    deviationNote: notes.get(row) ?? "",
  }));
}

type Changes = Parameters<typeof sampleForm>[0];

const BLANK = {
  projectName: "",
  competentDepartment: "",
  implementingUnit: "",
  indicators: [],
  rating: null,
  overallGoal: { expected: "", actual: "" },
};

/** By name; each is laid out in every edition. */
const CHANGES: Readonly<Record<string, Changes>> = {
  "120 indicators": { indicators: indicators(120, 25, 5) },
  "one block of 120 rows": { indicators: indicators(120, 120, 120) },
  "goals of 20,000 characters": { overallGoal: { expected: longText(20_000), actual: longText(19_000) } },
  "a project name of 120 characters": { projectName: longText(120) },
  "notes of 5,000 characters": {
    indicators: indicators(
      9,
      5,
      3,
      new Map([
        [1, longText(5000)],
        [8, longText(5000)],
      ]),
    ),
  },
  "nothing but captions": BLANK,
  "one indicator": { indicators: indicators(1, 1, 1) },
};

const EDITIONS = ["sh-2021", "sh-2024", "central-2020"] as const;

export function extremeForms(): { readonly name: string; readonly edition: string; readonly view: FormView }[] {
  return EDITIONS.flatMap((edition) =>
    Object.entries(CHANGES).map(([name, changes]) => ({ name, edition, view: viewOf(edition, changes) })),
  );
}

export function viewOf(edition: string, changes: Changes): FormView {
  const found = findEdition(edition);
  if (found === undefined) throw new Error(`unknown edition ${edition}`);
  return viewForm(sampleForm({ ...changes, edition }), found);
}
