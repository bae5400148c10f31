/** 不同项目的年度总体目标雷同。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { type FormPlace, placeIn } from "../../../form/place-in-form.ts";
import { type Collected, defineBatchRule } from "../../batch-rule.ts";
import { type Copy, type Piece, copiesAmong } from "../../copies.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import { bareText, neighbours } from "../../likeness.ts";
import { isOneProgramme, namesItsOwn } from "../../own-object.ts";
import { type Project, callProject, projectOf } from "../../project.ts";

const GOALS = { "overallGoal.expected": "预期目标", "overallGoal.actual": "实际完成情况" } as const;
type Goal = keyof typeof GOALS;

interface Digest {
  readonly project: Project;
  /** Those that are long enough to be copied. */
  readonly goals: Partial<Readonly<Record<Goal, FormPlace>>>;
}

interface GoalPiece extends Piece {
  readonly goal: Goal;
  readonly place: FormPlace;
}

const [FIRST, SECOND, THIRD] = EXAMPLE_PROJECTS;
const ROUTINE = "保障区电子政务平台设施设备及系统的正常高效使用，为全区业务系统提供安全可靠的物理环境。";

export default defineBatchRule({
  id: "across/goal-copied-between-projects",
  title: "不同项目的目标或完成情况雷同",
  severity: "warning",
  editions: "all",
  basis: (edition) => [REVIEW_PRACTICE.copiedBetweenProjects, edition.rulePack.tolerances.copiedLikeness.basis],
  why: "目标和完成情况应写本项目自己的事。从别的项目抄来，就看不出这笔钱要办什么、办成了什么。",
  fix: "按本项目的预算和实际工作改写；同一件事分几个项目安排资金的，写明各自负责的部分。",
  collect({ form, edition }): Digest {
    const { value: length } = edition.rulePack.tolerances.copiedLength;
    const goals = goalNames()
      .map((goal) => [goal, placeIn(form, goal)] as const)
      .filter(([, { text }]) => Array.from(bareText(text)).length >= length);
    return { project: projectOf(form), goals: Object.fromEntries(goals) };
  },
  *check(collected, _, edition) {
    const { value: least } = edition.rulePack.tolerances.copiedLikeness;
    const copies = goalNames()
      .flatMap((goal) => copiesAmong(piecesOf(collected, goal), neighbours, least))
      .filter((copy) => !isOfItsOwn(copy));
    // 两栏都是抄来的，合为一条。
    for (const ofForm of Map.groupBy(copies, ({ copy }) => copy.form).values()) {
      const [one] = ofForm;
      if (one === undefined) continue;
      const { form, place } = one.copy;
      yield { form, place, outcome: "violated", facts: factsOf(ofForm) };
    }
  },
  message: ({ first, firstLikeness, firstOther, second, secondLikeness, secondOther }) => {
    const alike = (goal: string, degree: string, other: string) => `${goal}与${other}的${degree}`;
    if (second === "") return alike(first, firstLikeness, firstOther);
    return firstOther === secondOther && firstLikeness === secondLikeness
      ? alike(`${first}、${second}`, firstLikeness, firstOther)
      : `${alike(first, firstLikeness, firstOther)}，${alike(second, secondLikeness, secondOther)}`;
  },
  examples: {
    bad: [
      { forms: [FIRST, { ...SECOND, "overallGoal.expected": ROUTINE }, { ...THIRD, "overallGoal.expected": ROUTINE }] },
      {
        forms: [
          { ...FIRST, "overallGoal.expected": ROUTINE, "overallGoal.actual": ROUTINE },
          {
            ...SECOND,
            implementingUnit: "某区行政服务中心",
            "overallGoal.expected": ROUTINE.replace("，", "。"),
            "overallGoal.actual": ROUTINE.replace("系统的正常", "系统系统的正常"),
          },
        ],
      },
    ],
    good: [
      { forms: [...EXAMPLE_PROJECTS] },
      { forms: [FIRST, { ...SECOND, "overallGoal.expected": "完成信息化建设。" }] },
      {
        forms: [
          { ...FIRST, "overallGoal.expected": "完成信息化建设。" },
          { ...SECOND, "overallGoal.expected": "完成信息化建设。" },
        ],
      },
      { forms: [FIRST, { fiscalYear: 2023 }] },
      // 各写各的路。
      {
        forms: [
          {
            ...FIRST,
            projectName: "康定路大修",
            "overallGoal.expected": "完成康定路道路大修，改善周边居民出行条件，提升道路通行能力。",
          },
          {
            ...SECOND,
            projectName: "武定路大修",
            "overallGoal.expected": "完成武定路道路大修，改善周边居民出行条件，提升道路通行能力。",
          },
        ],
      },
      // 几个单位办的是同一件事。
      {
        forms: [
          { ...FIRST, projectName: "公共卫生服务", "overallGoal.expected": ROUTINE },
          {
            ...SECOND,
            projectName: "公共卫生服务",
            "overallGoal.expected": ROUTINE,
            implementingUnit: "某镇卫生服务中心",
          },
        ],
      },
    ],
    uncheckable: [],
  },
});

/** Alike because the work is: each text names its own object; or several units carry out one programme. */
function isOfItsOwn({ copy, original, same }: Copy<GoalPiece>): boolean {
  if (isOneProgramme(copy.project, original.project)) return copy.goal === "overallGoal.expected" || !same;
  return !same && namesItsOwn(copy, original);
}

function goalNames(): readonly Goal[] {
  return ["overallGoal.expected", "overallGoal.actual"];
}

function piecesOf(collected: readonly Collected<Digest>[], goal: Goal): readonly GoalPiece[] {
  return collected.flatMap(({ form, digest: { project, goals } }) => {
    const place = goals[goal];
    return place === undefined ? [] : [{ form, project, goal, place, wording: bareText(place.text) }];
  });
}

function factsOf([first, second]: readonly Copy<GoalPiece>[]) {
  const goal = (one: Copy<GoalPiece> | undefined) => (one === undefined ? "" : GOALS[one.copy.goal]);
  const degree = (one: Copy<GoalPiece> | undefined) => (one === undefined ? "" : one.same ? "相同" : "几乎相同");
  const other = (one: Copy<GoalPiece> | undefined) =>
    one === undefined ? "" : callProject(one.original.project, one.copy.project);
  return {
    first: goal(first),
    firstLikeness: degree(first),
    firstOther: other(first),
    second: goal(second),
    secondLikeness: degree(second),
    secondOther: other(second),
  };
}
