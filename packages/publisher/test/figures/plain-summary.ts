/** A Summary as plain texts and counts, every figure of it: what the second reckoning is compared with. */
import type {
  Cell,
  Decimal,
  Finding,
  IndicatorCounts,
  IndicatorLine,
  LeftOutCell,
  PointsSum,
  ProjectLine,
  Ranking,
  Summary,
} from "@zipingbiao/core";
import type {
  PlainCounts,
  PlainGroup,
  PlainLine,
  PlainPoints,
  PlainProject,
  PlainRanking,
  PlainSummary,
} from "./plain-shape.ts";

/** The lines of the whole are written out; elsewhere a form is its number, a row `number.row`. */
export function plainSummary(summary: Summary): PlainSummary {
  return {
    ...plainGroup(summary),
    lines: summary.projects.map(plainProject),
    rows: summary.indicators.lines.map(plainLine),
  };
}

function plainGroup(summary: Summary): PlainGroup {
  const { scope, projects, basics, results, indicators, problems, quotations } = summary;
  const funds = Object.entries(basics.funds).map(([row, sums]) => [
    row,
    {
      initialBudget: number(sums.initialBudget.sum.yuan),
      initialCounted: sums.initialBudget.counted,
      initialLeftOut: sums.initialBudget.leftOut.map(plainLeftOut),
      annualBudget: number(sums.annualBudget.yuan),
      annualExecution: number(sums.annualExecution.yuan),
      rate: optional(sums.rate?.ratio),
      counted: sums.counted,
      leftOut: sums.leftOut.map(plainLeftOut),
    },
  ]);
  return {
    scope: JSON.stringify(scope),
    projects: numbersOf(projects),
    forms: basics.forms,
    years: basics.years,
    departments: basics.departments,
    units: basics.units.map(({ department, unit }) => `${department}/${unit}`),
    editions: basics.editions.map(({ id }) => id),
    currencyUnit: basics.currencyUnit,
    rateRounding: `${basics.rateRounding.mode} ${basics.rateRounding.places}`,
    funds: Object.fromEntries(funds) as PlainGroup["funds"],
    scored: results.counted,
    notScored: results.leftOut.map(plainLeftOut),
    sum: number(results.sum.points),
    average: optional(results.average),
    weightedAverage: optional(results.weighted.average),
    weightedOver: results.weighted.counted,
    lowest: results.lowest && [number(results.lowest.score.points), ...numbersOf(results.lowest.projects)],
    highest: results.highest && [number(results.highest.score.points), ...numbersOf(results.highest.projects)],
    printedGrades: results.printedGrades.map(({ label, forms }) => `${label ?? "—"} ${forms}`),
    dueGrades: results.dueGrades.map(({ label, forms, unattested }) => `${label ?? "—"} ${forms} ${unattested}`),
    gradesOff: numbersOf(results.gradesOff),
    bands: results.bands.map(({ from, below, forms }) =>
      [optional(from?.points) ?? "", optional(below?.points) ?? "", forms].join(" "),
    ),
    best: plainRanking(results.best),
    worst: plainRanking(results.worst),
    fullMarks: results.fullMarks,
    indicators: plainCounts(indicators.all),
    sections: indicators.sections.map((section) => ({
      label: section.label,
      counts: plainCounts(section),
      groups: section.groups.map((group) => ({ label: group.label, counts: plainCounts(group) })),
    })),
    execution: plainPoints(indicators.execution),
    missed: indicators.missed.map(rowOf),
    deducted: indicators.deducted.map(rowOf),
    deductedWithoutReason: indicators.deductedWithoutReason.map(rowOf),
    unjudgedReasons: indicators.unjudgedReasons.map(({ reason, indicators: count }) => `${reason} ${count}`),
    findings: problems.counts,
    formsWithFindings: problems.forms,
    formsWithErrors: problems.formsWithErrors,
    rules: problems.rules.map(({ rule, severity, outcome, projects: concerned, findings }) =>
      [rule, severity, outcome, numbersOf(concerned).join(), findings.map(placeOf).join()].join(" "),
    ),
    deviations: quotations.deviations.map(({ text, lines }) => [text, ...lines.map(rowOf)]),
    remarks: quotations.remarks.map(({ text, lines }) => [text, ...lines.map(rowOf)]),
    byYear: summary.byYear.map(plainGroup),
    byDepartment: summary.byDepartment.map(plainGroup),
    byUnit: summary.byUnit.map(plainGroup),
  };
}

function plainProject(project: ProjectLine): PlainProject {
  const { number: at, key, fiscalYear, department, unit, projectName, totalScore, printedGrade, dueGrade } = project;
  const { rate } = project.funds.total;
  return {
    number: at,
    key,
    fiscalYear,
    department,
    unit,
    projectName,
    rate: rate.kind === "rate" ? number(rate.rate.ratio) : rate.reason,
    totalScore: plainCell(totalScore),
    printedGrade,
    dueGrade: dueGrade && `${dueGrade.band.label} ${dueGrade.attested}`,
  };
}

function plainLine({ project, row, weight, score, lost, judgement, givesReason }: IndicatorLine): PlainLine {
  return {
    at: `${project.number}.${row}`,
    weight: plainCell(weight),
    score: plainCell(score),
    lost: optional(lost),
    judgement: judgement.kind,
    byWording: judgement.kind !== "unjudged" && judgement.by === "wording",
    givesReason,
  };
}

function plainRanking({ places, shared }: Ranking): PlainRanking {
  return {
    places: places.map(({ rank, score, project }) => `${rank} ${number(score.points)} ${project.number}`),
    shared: shared && `${shared.rank} ${number(shared.score.points)} ${shared.forms}`,
  };
}

function plainCounts(counts: IndicatorCounts): PlainCounts {
  const { indicators, met, missed, unjudged, metByWording, missedByWording, fullMarks, points } = counts;
  return {
    indicators,
    met,
    missed,
    unjudged,
    metByWording,
    missedByWording,
    fullMarks,
    points: plainPoints(points),
  };
}

function plainPoints({ weight, score, lost, rate, counted, leftOut }: PointsSum): PlainPoints {
  return {
    weight: number(weight.points),
    score: number(score.points),
    lost: number(lost),
    rate: optional(rate),
    counted,
    leftOut,
  };
}

function plainLeftOut({ project, at, kind, text }: LeftOutCell): string {
  return `${project.number} ${at} ${kind} ${text}`;
}

function plainCell(cell: Cell<{ readonly points: Decimal }>): string {
  return cell.kind === "read" ? number(cell.value.points) : cell.kind;
}

function placeOf({ project, finding }: { readonly project: ProjectLine | undefined; readonly finding: Finding }) {
  return `${project?.number ?? "all"}:${finding.at}`;
}

function rowOf({ project, row }: IndicatorLine): string {
  return `${project.number}.${row}`;
}

function numbersOf(projects: readonly ProjectLine[]): readonly number[] {
  return projects.map(({ number: at }) => at);
}

/** Quotients are compared to 30 places. */
function number(value: Decimal): string {
  const [whole = "", decimals = ""] = value.toFixed().split(".");
  const kept = decimals.slice(0, 30).replace(/0+$/u, "");
  if (kept !== "") return `${whole}.${kept}`;
  return whole === "-0" ? "0" : whole;
}

function optional(value: Decimal | undefined): string | undefined {
  return value === undefined ? undefined : number(value);
}
