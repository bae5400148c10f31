/** Units as words: a note that is nothing but a unit, and units that cannot belong to what a name counts. */
import type { Indicator } from "../form/indicator.ts";
import { isPercentage } from "../values/quantity.ts";

/**
 * The unit that a note consists of, marks and blanks aside, or `undefined` for every other note.
 * Some systems of entry have no fitting unit to choose, so that it ends up in the next column.
 */
export function unitThatIsAll(note: string): string | undefined {
  const text = note
    .replaceAll(/\s/gu, "")
    .replace(/^单位[:：]?/u, "")
    .replace(/^[（(](.*)[)）]$/u, "$1");
  return UNIT.test(text) ? text : undefined;
}

/** A figure's kind by the indicator's name: a count, a part of a whole, a length of time. */
export type FigureKind = "count" | "share" | "duration";

/** A kind of figure beside the kind of unit that it cannot have. */
export type UnlikeUnit = "count-in-percent" | "count-in-time" | "share-in-other" | "duration-in-other";

/**
 * What kind of figure the name speaks of, where target and actual are counted in another kind of unit;
 * `undefined` where they go together, where the name leaves it open, or where there is no figure.
 */
export function kindUnlikeUnit({ name, target, actual }: Indicator): UnlikeUnit | undefined {
  const quantity = [target, actual].find((value) => value.kind === "quantitative")?.quantity;
  if (quantity === undefined || quantity.unit === "") return undefined;
  switch (figureKindOf(name)) {
    case "count":
      if (isPercentage(quantity)) return "count-in-percent";
      return LENGTH_OF_TIME.test(quantity.unit) ? "count-in-time" : undefined;
    case "share":
      // 满意度也有按分数、星级测评的；配备率也有写成「台/人」的。
      return /[%％‰/／]|^(?:个?百分[比点]|比例)$/u.test(quantity.unit) ||
        (/^[分星]$/u.test(quantity.unit) && /满意度/u.test(name.replaceAll(/\s/gu, "")))
        ? undefined
        : "share-in-other";
    case "duration":
      return TIME_UNIT.test(quantity.unit) || isPercentage(quantity) ? undefined : "duration-in-other";
    case undefined:
      return undefined;
  }
}

/** What kind of figure an indicator's name speaks of, a remark in brackets at its end aside; `undefined` where the name leaves it open. */
export function figureKindOf(name: string): FigureKind | undefined {
  const words = name.replaceAll(/\s/gu, "").replace(/(?:[（(][^（()）]*[)）])+$/u, "");
  if (COUNT.test(words)) return "count";
  if (SHARE.test(words)) return "share";
  return DURATION.test(words) ? "duration" : undefined;
}

// 见于公开表的偏差原因栏：万核小时、核小时、万人、万人次；其余为公开表指标值里的单位和常见单位。
const UNIT =
  /^[十百千万亿]{0,2}(?:核小时|卡时|小时|分钟|秒|天|日|月|年|工作日|人次|人|户|家|个|件|条|份|项|台|套|次|场|篇|款|起|类|批|元|吨|公里|平方米|度|千瓦时|[KMGTP]B|核|[%％‰])(?:[/／](?:小时|分钟|秒|天|日|月|季度|年|人|次|个|套|台))?$/u;

// 见于公开表而以百分号或天数计的：短信发送量、机时量、应用系统与平台数量、数据产生量；其余为常见写法。
const COUNT =
  /(?:数量|次数|个数|人数|人次|件数|份数|篇数|户数|家数|场次|项数|条数|台数|套数|发送量|产生量|机时量|受理量|业务量|调用量|访问量|存储量|编目数|发生数)$/u;

// 速率、频率、效率不是部分与整体之比，故列出而不取一切「率」。
const SHARE =
  /(?:满意[度率]|及时率|完成率|合格率|通过率|达标率|覆盖率|配备率|接通率|办结率|结题率|响应率|解决率|整改率|准确率|正确率|完好率|可用率|执行率)$/u;

const DURATION = /(?:响应|排队|等待|恢复|修复|中断|停机|故障|完成|办理)(?:时间|时长)$/u;

const LENGTH_OF_TIME = /^(?:小时|分钟|天|日|周|月|年)$/u;

const TIME_UNIT = /秒|分|时|天|日|周|旬|月|季|年|ms/iu;
