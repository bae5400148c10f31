/** 读取时读不出或不能确定的地方。 */
import { FORM_READING } from "../../../basis/form-reading.ts";
import { textAt } from "../../../form/place-in-form.ts";
import type { SelfEvaluationForm, UnreadablePlace } from "../../../form/self-evaluation-form.ts";
import { FUND_COLUMNS, FUND_ROWS, type FormPath, fundPath, indicatorPath, labelOf } from "../../../place/form-path.ts";
import { defineRule, uncheckable, violated } from "../../rule.ts";

export default defineRule({
  id: "reading/cell-unreadable",
  title: "有读不出或不能确定的内容",
  severity: "warning",
  editions: "all",
  basis: () => [FORM_READING.places],
  why: "读取只按写明的规则取值，规则定不下来的如实列出。不核对就公开，可能把邻格的文字、错位的金额当成本格的内容。",
  fix: "对照原件核对此处，把正确的内容写进表里；原件本身不清楚的，向填报单位问明。",
  *check({ form }) {
    if (form.unreadable.length === 0) return;
    const unread = unreadCells(form);
    for (const [first, ...others] of inOneDoubt(form.unreadable.map((place) => doubtOf(place, form, unread)))) {
      if (first === undefined) continue;
      const columns = others.map(({ at }) => labelOf(at).split(" · ").at(-1)).join("、");
      const told = columns === "" ? first.says : `${first.says}；同一行的${columns}也是如此`;
      yield first.cannotRead ? uncheckable(first.at, `此处读不出${told}`) : violated(first.at, { told });
    }
  },
  message: ({ told }) => `此处的读法不能确定：${told}`,
  examples: {
    bad: [
      {
        unreadable: [
          {
            at: "indicators[3].deviationNote",
            text: "备件到货较晚，已增加库存。",
            origin: { file: "表.txt", line: 31 },
            reason: "这段文字在两行之间，可能属于上一行",
            candidates: ["备件到货较晚，已增加库存。", ""],
          },
        ],
      },
      {
        unreadable: ["initialBudget", "annualBudget"].map((column) => ({
          at: `funds.otherFunds.${column}`,
          text: "0.00",
          origin: { file: "表.txt", line: 9 },
          reason: "这一行少印了一个数，哪一格空白无从得知",
          candidates: ["0.00", ""],
        })),
      },
    ],
    good: [{ unreadable: [] }],
    uncheckable: [
      {
        unreadable: [{ at: "projectCode", text: "■■", origin: { file: "表.pdf", page: 1 }, reason: "字迹无法辨认。" }],
      },
    ],
  },
});

interface Doubt {
  readonly at: FormPath;
  /** The cell has no content at all; otherwise it was read, by a rule that may be wrong. */
  readonly cannotRead: boolean;
  readonly says: string;
  /** Equal for cells of one fund row that are in the same doubt, `""` for all other cells. */
  readonly row: string;
}

function doubtOf(
  { at, text, reason, candidates = [] }: UnreadablePlace,
  form: SelfEvaluationForm,
  unread: ReadonlySet<FormPath>,
): Doubt {
  const why = reason.replace(/。$/u, "");
  const named = candidates.map((candidate) => (candidate === "" ? "空白" : `「${shortened(candidate)}」`));
  const choice = named.length === 0 ? "" : `；可能是${named.join("或")}`;
  // A cell that may well be blank has been read as blank; one that cannot be has not been read at all.
  const cannotRead = (unread.has(at) || textAt(form, at) === "") && !candidates.includes("");
  const printed = text === "" ? "" : `，原件为「${shortened(text)}」`;
  const [row = ""] = /^funds\.\w+/u.exec(at) ?? [];
  return {
    at,
    cannotRead,
    says: cannotRead ? `${printed}：${why}${choice}` : `${why}${choice}`,
    row: row === "" ? "" : [row, cannotRead, why, ...candidates.toSorted()].join("\n"),
  };
}

/** Cells of one fund row in the same doubt are one thing to look up; every other cell is one by itself. */
function inOneDoubt(doubts: readonly Doubt[]): Iterable<readonly Doubt[]> {
  const groups = new Map<string, Doubt[]>();
  for (const [index, doubt] of doubts.entries()) {
    const key = doubt.row === "" ? String(index) : doubt.row;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [doubt]);
    else group.push(doubt);
  }
  return groups.values();
}

/** The cells of figures that have no value, whatever text stands in them. */
function unreadCells(form: SelfEvaluationForm): ReadonlySet<FormPath> {
  const cells = [
    ...FUND_ROWS.flatMap((row) =>
      FUND_COLUMNS.map((column) => [fundPath(row, column), form.funds[row][column]] as const),
    ),
    ...form.indicators.flatMap(
      ({ weight, score }, row) =>
        [
          [indicatorPath(row, "weight"), weight],
          [indicatorPath(row, "score"), score],
        ] as const,
    ),
    ["totalWeight", form.totalWeight] as const,
    ["totalScore", form.totalScore] as const,
  ];
  return new Set(cells.filter(([, cell]) => cell.kind !== "read").map(([at]) => at));
}

/** A candidate is shown by its beginning: goals run to thousands of characters. */
function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= 30 ? text : `${characters.slice(0, 30).join("")}…`;
}
