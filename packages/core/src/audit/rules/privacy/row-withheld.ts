/** 单元格里写着不公开的字样，或用符号盖住了内容。 */
import { PERSONAL_DATA } from "../../../basis/personal-data.ts";
import { proseOf } from "../../../form/place-in-form.ts";
import { leftoverPath } from "../../../place/form-path.ts";
import { defineRule, violated } from "../../rule.ts";

const WORDS =
  "涉密|涉密内容|涉密项目|涉密不公开|涉及国家秘密|保密|不公开|不予公开|不宜公开|依法不予公开|略|略去|从略|此处略|已?脱敏|已?隐去|已?删除|已?屏蔽";
/** The whole cell, or a bracket in it. */
const WHOLE = new RegExp(`^[（(【〔\\[]?\\s{0,3}(${WORDS})\\s{0,3}[）)】〕\\]]?[。.]?$`, "u");
const BRACKET = new RegExp(`[（(【〔\\[]\\s{0,3}(?:${WORDS})\\s{0,3}[）)】〕\\]]`, "u");
/** Signs that cover something; beside digits, letters or an @ they are what masking has left of a number. */
const COVERED = /(?<![*＊※█■\dA-Za-z])[*＊※█■]{3,}(?![*＊※█■\dA-Za-z@＠])/u;

export default defineRule({
  id: "privacy/row-withheld",
  title: "单元格写明或遮盖了不公开的内容",
  severity: "warning",
  editions: "all",
  basis: () => [PERSONAL_DATA.withholding],
  why: "不公开要有理由、有记录。把「涉密」「略」或星号写进表里公开出来，既没有说明理由，也提示了这里有不该公开的内容。",
  fix: "先由保密审查确定能否公开：不能公开的，整张表按不予公开处理并写明理由；能公开的，填上内容。",
  *check({ form }) {
    const leftovers = form.leftovers.map(({ text }, at) => ({ at: leftoverPath(at), text }));
    for (const { at, text } of [...proseOf(form), ...leftovers]) {
      const found = WHOLE.exec(text.trim())?.[0] ?? BRACKET.exec(text)?.[0] ?? COVERED.exec(text)?.[0];
      if (found !== undefined) yield violated(at, { found: found.slice(0, 20) });
    }
  },
  message: ({ found }) => `此处写着「${found}」，像是隐去了不公开的内容`,
  examples: {
    bad: [
      { projectName: "公共数据平台运维（涉密）" },
      { "indicators[3].deviationNote": "不予公开" },
      { "indicators[3].deviationNote": "因※※※停产，备件到货较晚。" },
    ],
    good: [
      { "overallGoal.actual": "承载非涉密业务系统，敏感数据均已脱敏处理，签订保密协议，未发生重大责任事故。" },
      { "indicators[3].deviationNote": "备件到货较晚，详询130＊＊＊＊0000。" },
    ],
    uncheckable: [],
  },
});
