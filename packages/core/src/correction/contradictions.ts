/** Changes that contradict themselves or each other: what was asked for cannot be true in the form that it makes. */
import type { Edition } from "../edition/edition.ts";
import { type SelfEvaluationForm, labelIn } from "../form/self-evaluation-form.ts";
import { valueOf } from "../place/cell.ts";
import { FUND_ROWS, type FormPath, fundPath, indicatorPath, labelOf } from "../place/form-path.ts";
import type { Figure } from "../scoring/due.ts";
import { bandNamed, gradeAgrees } from "../scoring/rating.ts";
import { SUMMED_COLUMNS, type ScoreSheet, scoreForm } from "../scoring/score-form.ts";
import { type Score, compareScores, formatScore } from "../values/score.ts";
import type { CorrectionRefusal } from "./correction.ts";
import type { ChangedPlaces } from "./next-revision.ts";

/** All contradictions of the corrected form that the asked places bring in; faults that stood there before are left to the rules. */
export function contradictions(
  before: SelfEvaluationForm,
  after: SelfEvaluationForm,
  { asked, derived }: Pick<ChangedPlaces, "asked" | "derived">,
  edition: Edition,
): readonly CorrectionRefusal[] {
  const sheet = scoreForm(after, edition);
  return [
    ...followingFigures(sheet).flatMap((figure) => againstArithmetic(after, figure, asked)),
    ...brokenFundTotals(scoreForm(before, edition), sheet, asked),
    ...scoresOverWeight(after, asked),
    ...(asked.has("rating") ? wrongRating(after, edition) : []),
    ...(!asked.has("rating") && (asked.has("totalScore") || derived.has("totalScore"))
      ? lostRating(after, edition)
      : []),
  ];
}

/** Figures that follow from others by arithmetic, but for the fund totals, which have a say of their own. */
function followingFigures(sheet: ScoreSheet): readonly Figure[] {
  return [
    ...FUND_ROWS.map((row) => sheet.executionRates[row]),
    sheet.executionScore,
    sheet.totalWeight,
    sheet.totalScore,
  ];
}

function againstArithmetic(
  form: SelfEvaluationForm,
  { at, printed, due, agrees }: Figure,
  asked: ReadonlySet<FormPath>,
): readonly CorrectionRefusal[] {
  if (!asked.has(at) || agrees !== false || due.kind !== "exact") return [];
  return [
    contradiction(at, {
      what: `「${labelIn(form, at)}」不能改为 ${printed}`,
      why: `按更正后的表计算，应为 ${due.text}`,
      next: `请改为 ${due.text}，或不写这一处，由程序随之重算；计算所依据的数也有误的，请一并更正`,
    }),
  ];
}

/** A fund total is no derived cell: it is a figure of the accounts. What was asked must not tear it from its parts. */
function brokenFundTotals(
  before: ScoreSheet,
  after: ScoreSheet,
  asked: ReadonlySet<FormPath>,
): readonly CorrectionRefusal[] {
  return SUMMED_COLUMNS.flatMap((column) => {
    const figure = after.fundTotals[column];
    const touched = FUND_ROWS.map((row) => fundPath(row, column)).filter((at) => asked.has(at));
    const [at] = touched;
    if (at === undefined || figure.agrees !== false || figure.due.kind !== "exact") return [];
    // 总额原来就与分项不等，又没有要求改总额的：更正了一半，余下的由检查指出。
    if (!asked.has(figure.at) && before.fundTotals[column].agrees !== true) return [];
    return [
      contradiction(at, {
        what: `更正后「${labelOf(figure.at)}」与各分项之和不等`,
        why: `分项之和为 ${figure.due.text}，总额为 ${figure.printed}`,
        next: "金额不由程序推算；请核对预算批复与决算数，把总额和有误的分项一并更正",
      }),
    ];
  });
}

/** 得分 above 分值, or below zero, in a row where either was asked for. */
function scoresOverWeight(form: SelfEvaluationForm, asked: ReadonlySet<FormPath>): readonly CorrectionRefusal[] {
  const rows = [
    { weightAt: fundPath("total", "weight"), at: fundPath("total", "score"), line: form.funds.total },
    ...form.indicators.map((line, row) => ({
      weightAt: indicatorPath(row, "weight"),
      at: indicatorPath(row, "score"),
      line,
    })),
  ];
  return rows.flatMap(({ weightAt, at, line }) => {
    const weight = valueOf(line.weight);
    const score = valueOf(line.score);
    if (score === undefined || !(asked.has(at) || asked.has(weightAt))) return [];
    const over = weight !== undefined && compareScores(score, weight) > 0;
    if (!over && !score.points.isNegative()) return [];
    return [
      contradiction(asked.has(at) ? at : weightAt, {
        what: `更正后「${labelIn(form, at)}」为 ${formatScore(score)}，不在 0 与分值之间`,
        why: weight === undefined ? "得分不能为负" : `这一行的分值为 ${formatScore(weight)}，得分最高为分值，最低为 0`,
        next: "请核对这一行的分值与得分，需要的话一并更正",
      }),
    ];
  });
}

/** A grade that was asked for and is certainly not the total's. */
function wrongRating(form: SelfEvaluationForm, edition: Edition): readonly CorrectionRefusal[] {
  const total = certainlyOff(form, edition);
  if (total === undefined) return [];
  return [
    contradiction("rating", {
      what: `「评分等级」不能改为「${form.rating ?? ""}」`,
      why: `更正后的总分为 ${formatScore(total)}，不在这一等级的分数段内`,
      next: "请核对总分与等级；不写这一处时，有依据的分数段由程序随总分重算",
    }),
  ];
}

/** A grade that the new total certainly no longer earns, where nothing says for certain which one it earns instead. */
function lostRating(form: SelfEvaluationForm, edition: Edition): readonly CorrectionRefusal[] {
  const total = certainlyOff(form, edition);
  if (total === undefined) return [];
  return [
    contradiction("rating", {
      what: `更正后的总分为 ${formatScore(total)}，评分等级不再是「${form.rating ?? ""}」`,
      why: "这一分数段的等级界限尚无依据，程序不代为定级",
      next: "请按本地规定定级，并用 rating 一并更正",
    }),
  ];
}

/** The total, where the printed grade certainly is not the one that it earns. */
function certainlyOff(form: SelfEvaluationForm, edition: Edition): Score | undefined {
  const total = valueOf(form.totalScore);
  const named = bandNamed(form.rating ?? "", edition);
  if (total === undefined || named === undefined) return undefined;
  return gradeAgrees(total, named, edition) === false ? total : undefined;
}

function contradiction(at: FormPath, words: Pick<CorrectionRefusal, "what" | "why" | "next">): CorrectionRefusal {
  return { code: "contradiction", at, ...words };
}
