/** 读取时读不出或不能确定的地方。 */
import { FORM_READING } from "../../../basis/form-reading.ts";
import { textAt } from "../../../form/place-in-form.ts";
import type { SelfEvaluationForm } from "../../../form/self-evaluation-form.ts";
import { FUND_COLUMNS, FUND_ROWS, type FormPath, fundPath, indicatorPath } from "../../../place/form-path.ts";
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
    const unread = unreadCells(form);
    for (const { at, text, reason, candidates = [] } of form.unreadable) {
      const why = reason.replace(/。$/u, "");
      const choice = candidates
        .map((candidate) => (candidate === "" ? "空白" : `「${shortened(candidate)}」`))
        .join("或");
      // A cell that may well be blank has been read as blank; one that cannot be has not been read at all.
      if ((unread.has(at) || textAt(form, at) === "") && !candidates.includes("")) {
        const printed = text === "" ? "" : `，原件为「${shortened(text)}」`;
        yield uncheckable(at, `此处读不出${printed}：${why}${choice === "" ? "" : `；可能是${choice}`}`);
      } else yield violated(at, { reason: why, candidates: choice });
    }
  },
  message: ({ reason, candidates }) =>
    `此处的读法不能确定：${reason}${candidates === "" ? "" : `；可能是${candidates}`}`,
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
    ],
    good: [{ unreadable: [] }],
    uncheckable: [
      {
        unreadable: [{ at: "projectCode", text: "■■", origin: { file: "表.pdf", page: 1 }, reason: "字迹无法辨认。" }],
      },
    ],
  },
});

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
