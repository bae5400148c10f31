/** What the column 偏差原因分析及改进措施 says: a reason, or text that stands there for want of another place. */
import { bareText } from "./likeness.ts";

/** Whether the note gives a reader anything to judge; a blank, a dash, 无 or a mere unit (万人) does not. */
export function givesReason(note: string): boolean {
  const text = bareText(note);
  return text !== "" && !NOTHING.test(text) && !UNIT.test(text);
}

/** Whether the note speaks of something that went wrong. Remarks on how a figure came about do not. */
export function tellsOfShortfall(note: string): boolean {
  return (
    givesReason(note) &&
    !DENIAL.test(bareText(note)) &&
    (SHORTFALL.test(note) || (CAUSE.test(note) && !MORE.test(note)))
  );
}

/** Whether the note says that the target or the actual value itself was filled in wrongly, so that comparing them says nothing. */
export function disownsFigure(note: string): boolean {
  return DISOWNED.test(note.replaceAll(/\s/gu, ""));
}

// 见于公开表：指标值填报错误，应该为≥8500。
const DISOWNED = /(?:指标值|目标值|完成值|数值|数据)[^，。；]{0,4}(?:错误|有误|填错|错填|误填|笔误)/u;

const NOTHING = /^(?:无|没有|暂无|无偏差|没有偏差|无原因|不适用|不涉及|已完成|完成)$/u;

// 见于公开表的：万人、万人次、万核小时、核小时；其余为常见单位。
const UNIT =
  /^(?:单位)?[十百千万亿]*(?:核小时|小时|分钟|秒|天|日|月|年|人次|人|次|个|件|项|份|家|户|条|台|套|篇|款|场|起|类|批|元|吨|公里|平方米)$/u;

const DENIAL = /^(?:无|没有|未发生|未出现|不存在)/u;

const SHORTFALL =
  /未能|未达|未完成|尚未|没能|不足|不及时|不到位|不够|偏低|偏慢|延期|延迟|延误|滞后|推迟|有待|(?:需|须|应)(?:进一步|要|持续)|整改/u;

// 原因之后说的是超额、提前的，不是没有做到。
const CAUSE = /受.{1,12}影响|导致|由于/u;
const MORE = /超额|超出|超过|多于|高于|增加|增长|提前|节约|节省/u;
