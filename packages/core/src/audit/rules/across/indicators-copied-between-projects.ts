/** 不同项目的绩效指标整套雷同。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Indicator } from "../../../form/indicator.ts";
import { type FormPlace, placeIn } from "../../../form/place-in-form.ts";
import type { SelfEvaluationForm } from "../../../form/self-evaluation-form.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { defineBatchRule } from "../../batch-rule.ts";
import { type Piece, copiesAmong } from "../../copies.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import { unspaced } from "../../form-contents.ts";
import { fingerprint } from "../../fingerprint.ts";
import { bareText } from "../../likeness.ts";
import { type Project, callProject, projectOf } from "../../project.ts";

interface Digest {
  readonly project: Project;
  readonly place: FormPlace;
  /** A fingerprint of name, target and actual value a row; none where the rows are too few to tell. */
  readonly rows: readonly number[];
}

interface SetPiece extends Piece, Digest {}

const [FIRST, SECOND, THIRD] = EXAMPLE_PROJECTS;
const ROWS_OF_FIRST = { "indicators[1].actual": "295.00(次)" };

export default defineBatchRule({
  id: "across/indicators-copied-between-projects",
  title: "不同项目的指标整套雷同",
  severity: "warning",
  editions: "all",
  basis: (edition) => [REVIEW_PRACTICE.copiedBetweenProjects, edition.rulePack.tolerances.copiedLikeness.basis],
  why: "同一单位的项目用同样的指标名称很常见，连指标值和完成值也全都一样，多半是整张表抄来的。",
  fix: "逐项核对指标值和完成值是不是本项目的；能体现本项目产出的指标，按本项目重新设定。",
  collect({ form, edition }): Digest {
    const rows = form.indicators.filter(({ name }) => name.trim() !== "").map(rowFingerprint);
    const enough = rows.length >= edition.rulePack.tolerances.repeatedRows.value;
    return { project: projectOf(form), place: placeOfIndicators(form), rows: enough ? rows : [] };
  },
  *check(collected, _, edition) {
    const pieces: readonly SetPiece[] = collected
      .filter(({ digest }) => digest.rows.length > 0)
      .map(({ form, digest }) => ({ form, ...digest, wording: digest.rows.join(" ") }));
    const { value: least } = edition.rulePack.tolerances.copiedLikeness;
    for (const { copy, original } of copiesAmong(pieces, (wording) => wording.split(" "), least)) {
      const theirs = new Set(original.rows);
      const facts = {
        rows: String(copy.rows.length),
        equal: String(copy.rows.filter((row) => theirs.has(row)).length),
        other: callProject(original.project, copy.project),
      };
      yield { form: copy.form, place: copy.place, outcome: "violated", facts };
    }
  },
  message: ({ rows, equal, other }) =>
    equal === rows
      ? `全部 ${rows} 项指标的名称、指标值和完成值都与${other}相同`
      : `${rows} 项指标中有 ${equal} 项的名称、指标值和完成值都与${other}相同`,
  examples: {
    bad: [
      { forms: [FIRST, { ...SECOND, ...ROWS_OF_FIRST }] },
      { forms: [SECOND, { ...THIRD, "indicators[1].actual": "260.00 (次)" }, FIRST] },
    ],
    good: [
      { forms: [FIRST, SECOND] },
      { forms: [FIRST, { ...SECOND, ...ROWS_OF_FIRST, "indicators[4].name": "提升网络接入水平" }] },
    ],
    uncheckable: [],
  },
});

function rowFingerprint({ name, target, actual }: Indicator): number {
  return fingerprint([bareText(name), unspaced(target.text), unspaced(actual.text)].join("\n"));
}

/** The whole table; where it stands is told by its first row. */
function placeOfIndicators(form: SelfEvaluationForm): FormPlace {
  const { origin } = placeIn(form, indicatorPath(0, "name"));
  return { ...placeIn(form, "indicators"), ...(origin === undefined ? {} : { origin }) };
}
