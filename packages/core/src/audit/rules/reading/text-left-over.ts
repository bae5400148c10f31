/** 原件中有文字没有归入任何一格。 */
import { FORM_READING } from "../../../basis/form-reading.ts";
import { leftoverPath } from "../../../place/form-path.ts";
import { formatOrigin } from "../../../place/origin.ts";
import { defineRule, violated } from "../../rule.ts";

const MOST_SHOWN = 60;

export default defineRule({
  id: "reading/text-left-over",
  title: "有未认领的文字",
  severity: "warning",
  editions: "all",
  basis: () => [FORM_READING.places],
  why: "原件里的这段文字没有归入任何一格，印出的表里就没有它：可能是表后的说明，也可能是被拆散的指标或原因。",
  fix: "对照原件看这段文字属于哪一格；属于表内的补进去，表后的说明写入备注，页码、网址之类可以不管。",
  *check({ form }) {
    for (const [at, { text, origin }] of form.leftovers.entries()) {
      const characters = [...text.trim()];
      const shown = characters.slice(0, MOST_SHOWN).join("");
      yield violated(leftoverPath(at), {
        text: characters.length > MOST_SHOWN ? `${shown}…` : shown,
        where: formatOrigin(origin),
      });
    }
  },
  message: ({ text, where }) => `原件中的「${text}」没有归入任何一格（${where}）`,
  examples: {
    bad: [{ leftovers: [{ text: "第1页 共2页", origin: { file: "表.txt", line: 40 } }] }],
    good: [{ leftovers: [] }],
    uncheckable: [],
  },
});
