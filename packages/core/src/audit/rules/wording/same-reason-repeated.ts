/** 同一条偏差原因贴在多行。 */
import { defineRule, violated } from "../../rule.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { bareText } from "../../likeness.ts";

/** Shorter notes (无, 同上, 万人次) are remarks, not reasons. */
const SHORTEST_REASON = 5;
const MOST_SHOWN = 40;

export default defineRule({
  id: "wording/same-reason-repeated",
  title: "多行的偏差原因完全相同",
  severity: "note",
  editions: "all",
  basis: ({ rulePack }) => [rulePack.tolerances.repeatedRows.basis],
  why: "不同的指标因同一句话扣分，可能确有共同的原因，也可能是整列粘贴，没有逐项分析。",
  fix: "逐项核对原因是否说得通，分别写明该项差在哪里、怎样改进；确属同一原因的可以保留。",
  *check({ form, edition }) {
    const rows = new Map<string, number[]>();
    for (const [row, { deviationNote }] of form.indicators.entries()) {
      const reason = bareText(deviationNote);
      if (reason.length >= SHORTEST_REASON) rows.set(reason, [...(rows.get(reason) ?? []), row]);
    }
    for (const same of rows.values()) {
      const [first] = same;
      if (first === undefined || same.length < edition.rulePack.tolerances.repeatedRows.value) continue;
      const reason = [...(form.indicators[first]?.deviationNote.trim() ?? "")].slice(0, MOST_SHOWN).join("");
      const names = same.map((row) => form.indicators[row]?.name ?? "").join("、");
      yield violated(indicatorPath(first, "deviationNote"), { count: String(same.length), reason, names });
    }
  },
  message: ({ count, reason, names }) => `${count} 项指标的原因同为「${reason}」：${names}`,
  examples: {
    bad: [
      {
        "indicators[3].deviationNote": "备件到货较晚",
        "indicators[2].actual": "97.10(%)",
        "indicators[2].score": "14.00",
        "indicators[2].deviationNote": "备件到货较晚。",
        "indicators[5].actual": "88.00(%)",
        "indicators[5].score": "9.50",
        "indicators[5].deviationNote": "备件到货较晚",
        totalScore: "97.46",
      },
    ],
    good: [
      {
        "indicators[3].deviationNote": "备件到货较晚",
        "indicators[2].actual": "97.10(%)",
        "indicators[2].score": "14.00",
        "indicators[2].deviationNote": "备件到货较晚。",
        totalScore: "97.96",
      },
    ],
    uncheckable: [],
  },
});
