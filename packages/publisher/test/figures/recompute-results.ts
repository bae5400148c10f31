/** 自评结果, reckoned again. */
import { integerOf, quotientText, sumOf, textOf } from "./plain-number.ts";
import type { PlainGroup, PlainProject, PlainRanking } from "./plain-shape.ts";
import { type Numbered, leftOutText } from "./published-entry.ts";
import { yuanOf } from "./plain-number.ts";

const POINT = 10n ** 10n;
const GRADES = [
  { label: "优", words: ["优", "优秀"], from: 90n },
  { label: "良", words: ["良", "良好"], from: 80n },
  { label: "中", words: ["中", "中等", "一般"], from: 60n },
  { label: "差", words: ["差", "较差"], from: 0n },
];
/** 2021 年度表式和中央部门 2020 年表式没有评分等级一行。 */
const NO_GRADE_ROW: ReadonlySet<string> = new Set(["sh-2021", "central-2020"]);
const BANDS = [100n, 95n, 90n, 85n, 80n, 60n];
const LIMIT = 5;

type PlainResults = Pick<
  PlainGroup,
  | "scored"
  | "notScored"
  | "sum"
  | "average"
  | "lowest"
  | "highest"
  | "printedGrades"
  | "dueGrades"
  | "gradesOff"
  | "bands"
  | "best"
  | "worst"
  | "fullMarks"
> & { readonly lines: readonly PlainProject[] };

export function plainResults(entries: readonly Numbered[]): PlainResults {
  const scored = entries.flatMap(({ number, wire }) =>
    wire.totalScore === null ? [] : [{ number, wire, score: integerOf(wire.totalScore) }],
  );
  const scores = scored.map(({ score }) => score);
  const extreme = (pick: (a: bigint, b: bigint) => bigint): PlainGroup["lowest"] => {
    if (scores.length === 0) return undefined;
    const score = scores.reduce(pick);
    return [textOf(score), ...scored.filter((each) => each.score === score).map(({ number }) => number)];
  };
  const dues = scored.map(({ score }) => GRADES.find(({ from }) => score >= from * POINT));
  return {
    scored: scored.length,
    notScored: entries.flatMap(({ number, wire }) =>
      wire.totalScore === null ? [`${number} ${leftOutText(wire, "totalScore")}`] : [],
    ),
    sum: textOf(sumOf(scores)),
    average: quotientText(sumOf(scores), BigInt(scores.length) * POINT),
    lowest: extreme((a, b) => (b < a ? b : a)),
    highest: extreme((a, b) => (b > a ? b : a)),
    printedGrades: printedGrades(entries),
    dueGrades: scored.length === 0 ? [] : dueGrades(scored, dues),
    gradesOff: scored
      .filter(({ wire, score }, at) => isOff(wire.edition, wire.rating, score, dues[at]))
      .map(({ number }) => number),
    bands: [...BANDS, undefined].map((from, at) => {
      const below = BANDS[at - 1];
      const members = scores.filter(
        (score) => (from === undefined || score >= from * POINT) && (below === undefined || score < below * POINT),
      );
      return [from ?? "", below ?? "", members.length].join(" ");
    }),
    best: ranking(scored.toSorted((a, b) => (a.score === b.score ? a.number - b.number : a.score > b.score ? -1 : 1))),
    worst: ranking(scored.toSorted((a, b) => (a.score === b.score ? a.number - b.number : a.score < b.score ? -1 : 1))),
    fullMarks: scores.filter((score) => score === 100n * POINT).length,
    lines: entries.map((entry) => lineOf(entry)),
  };
}

function lineOf({ number, key, wire }: Numbered): PlainProject {
  const { annualBudget, annualExecution } = wire.funds.total;
  const cells = ["annualBudget", "annualExecution"].filter(
    (column) => wire.funds.total[column as "annualBudget" | "annualExecution"] === null,
  );
  const isUnreadable = cells.some((column) => leftOutText(wire, `funds.total.${column}`).includes(" unreadable "));
  const score = wire.totalScore === null ? undefined : integerOf(wire.totalScore);
  const due = score === undefined ? undefined : GRADES.find(({ from }) => score >= from * POINT);
  return {
    number,
    key,
    fiscalYear: wire.fiscalYear,
    department: wire.competentDepartment.trim(),
    unit: wire.implementingUnit.trim(),
    projectName: wire.projectName.trim(),
    rate:
      annualBudget === null || annualExecution === null
        ? isUnreadable
          ? "unreadable"
          : "blank"
        : (quotientText(yuanOf(annualExecution, wire.currencyUnit), yuanOf(annualBudget, wire.currencyUnit)) ??
          "zero-budget"),
    totalScore:
      score === undefined
        ? leftOutText(wire, "totalScore").includes(" unreadable ")
          ? "unreadable"
          : "blank"
        : textOf(score),
    printedGrade: gradeWord(wire.rating),
    dueGrade:
      score === undefined || due === undefined
        ? undefined
        : `${due.label} ${isAttested(wire.edition, due.label, score)}`,
  };
}

/** 90 is known; of the border of 良 in Shanghai that it was seen down to 88; the others are not. */
function isAttested(edition: string, label: string, score: bigint): boolean {
  return label === "优" || (label === "良" && edition !== "central-2020" && score >= 88n * POINT);
}

function gradeWord(rating: string | null): string | undefined {
  const word = rating?.replaceAll(/\s/gu, "") ?? "";
  return word === "" ? undefined : word;
}

function printedGrades(entries: readonly Numbered[]): readonly string[] {
  const words = entries.map(({ wire }) => gradeWord(wire.rating));
  const rank = (word: string | undefined): number => {
    if (word === undefined) return 9;
    const known = GRADES.findIndex((grade) => grade.words.includes(word));
    return known < 0 ? 8 : known;
  };
  return [...new Set(words)]
    .toSorted((a, b) => rank(a) - rank(b) || ((a ?? "") < (b ?? "") ? -1 : 1))
    .map((word) => `${word ?? "—"} ${words.filter((each) => each === word).length}`);
}

function dueGrades(
  scored: readonly { readonly wire: { readonly edition: string }; readonly score: bigint }[],
  dues: readonly ((typeof GRADES)[number] | undefined)[],
): readonly string[] {
  const counts = GRADES.map((grade) => {
    const members = scored.filter((_each, at) => dues[at] === grade);
    const unattested = members.filter(({ wire, score }) => !isAttested(wire.edition, grade.label, score));
    return `${grade.label} ${members.length} ${unattested.length}`;
  });
  const none = dues.filter((due) => due === undefined).length;
  return none === 0 ? counts : [...counts, `— ${none} 0`];
}

function isOff(
  edition: string,
  rating: string | null,
  score: bigint,
  due: (typeof GRADES)[number] | undefined,
): boolean {
  const printed = GRADES.find(({ words }) => words.includes(gradeWord(rating) ?? ""));
  if (NO_GRADE_ROW.has(edition) || printed === undefined || due === undefined || printed === due) return false;
  const isExcellentOneOfThem = printed.label === "优" || due.label === "优";
  return isExcellentOneOfThem || (due.label === "良" && isAttested(edition, "良", score));
}

function ranking(sorted: readonly { readonly number: number; readonly score: bigint }[]): PlainRanking {
  const rank = (score: bigint): number => sorted.findIndex((each) => each.score === score) + 1;
  const places = sorted.filter(({ score }) => rank(score) <= LIMIT);
  const last = places.at(-1);
  const isLong = places.length > 2 * LIMIT && last !== undefined;
  const kept = isLong ? places.filter(({ score }) => score !== last.score) : places;
  return {
    places: kept.map(({ number, score }) => `${rank(score)} ${textOf(score)} ${number}`),
    shared: isLong ? `${rank(last.score)} ${textOf(last.score)} ${places.length - kept.length}` : undefined,
  };
}
