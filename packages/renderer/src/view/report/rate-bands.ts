/** Projects by their execution rate, for a sentence and, where there are too many for a bar each, a chart. */
import { type ProjectLine, type Rate, parseDecimal } from "@zipingbiao/core";

/** Projects with a rate, and those without. */
export interface RatedProjects {
  readonly rated: readonly { readonly project: ProjectLine; readonly rate: Rate }[];
  readonly unrated: readonly ProjectLine[];
}

export function ratedProjects(projects: readonly ProjectLine[]): RatedProjects {
  return {
    rated: projects.flatMap((project) => {
      const { rate } = project.funds.total;
      return rate.kind === "rate" ? [{ project, rate: rate.rate }] : [];
    }),
    unrated: projects.filter(({ funds }) => funds.total.rate.kind === "none"),
  };
}

/** Lower ends in percent; what lies below the last is a band too. */
const ENDS = ["100", "95", "90", "80", "60"];

export interface RateBand {
  readonly label: string;
  readonly forms: number;
}

/** `100%及以上的24个，95%—100%的21个`: the bands in which there are projects. */
export function bandsText(bands: readonly RateBand[]): string {
  return bands
    .filter(({ forms }) => forms > 0)
    .map(({ label, forms }) => `${label}的${forms}个`)
    .join("，");
}

/** From the highest band down, all of them. The exact rate decides, not the one that is printed. */
export function rateBands(rates: readonly Rate[]): readonly RateBand[] {
  const isFrom = ({ ratio }: Rate, end: string): boolean => {
    const percent = parseDecimal(end);
    return percent !== undefined && ratio.times("100").greaterThanOrEqualTo(percent);
  };
  const isIn = (rate: Rate, at: number): boolean => {
    const [end, above] = [ENDS[at], ENDS[at - 1]];
    return (end === undefined || isFrom(rate, end)) && (above === undefined || !isFrom(rate, above));
  };
  return [...ENDS, undefined].map((end, at) => ({
    label: labelOf(end, ENDS[at - 1]),
    forms: rates.filter((rate) => isIn(rate, at)).length,
  }));
}

function labelOf(end: string | undefined, above: string | undefined): string {
  if (end === undefined) return `${above ?? ""}%以下`;
  return above === undefined ? `${end}%及以上` : `${end}%—${above}%`;
}
