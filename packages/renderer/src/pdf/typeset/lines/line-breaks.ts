// 一行可以在何处结束：Unicode 换行算法（UAX #14），取浏览器对中文页面（zh-CN，line-break: auto）的口径。
// 注释里 LB 加数字是该文件的规则号。浏览器与该文件不同、这里随浏览器的有四处：
// 空格之后一律可断；“”就是开、闭引号，不看两侧（LB19a 只用于‘’«»）；小假名、长音同汉字，〜 两侧可断；两个 ASCII 字符之间另有一张表。
import { classOf, id, isWide } from "./line-classes.ts";

const { AL, NU, OP, OW, CL, CP, IS, SY, PR, PO, HY, GL, ZW, SP, CM, ZJ, RI, BK, QI, QF } = id;

/** Neighbours that stay on one line; `*` is every class. What depends on more than two characters, `breakPlaces` has. */
const together: readonly (readonly [before: string, after: string])[] = [
  ["*", "WJ"], // LB11
  ["WJ GL", "*"], // LB11、LB12
  ["AL ID NU OP OW CL CP EX NS QU IS SY PR PO B2 BB IN EM RI CB QI QF", "GL"], // LB12a
  ["*", "CL CP EX IS SY"], // LB13、LB15d：避头
  ["OP OW", "*"], // LB14：避尾
  ["B2", "B2"], // LB17：破折号不拆
  ["*", "QU QF"], // LB19
  ["QU QI BB", "*"], // LB19、LB21
  ["*", "BA HY NS IN"], // LB21、LB22
  ["AL NU", "AL NU"], // LB23、LB25、LB28
  ["PR", "ID EM"], // LB23a
  ["ID EM", "PO"], // LB23a
  ["PR PO", "AL NU"], // LB24、LB25
  ["AL", "PR PO"], // LB24
  ["IS", "AL NU"], // LB25、LB29
  ["AL NU", "OP"], // LB30
  ["CP", "AL NU"], // LB30
  ["ID EM", "EM"], // LB30b
];

/** A line may end after a run of these, whatever follows, and not within it (LB4 to LB8, LB18). */
const separators = "BK ZW SP";

/** 1 where a line may end between two classes, at `before << 5 | after`. */
const pairs = new Uint8Array(32 * 32).fill(1);
const names = Object.keys(id);
const numbered = (list: string): readonly number[] =>
  (list === "*" ? names : list.split(" ")).map((name) => names.indexOf(name));
function allow(before: string, after: string, allowed: 0 | 1): void {
  const rights = numbered(after);
  for (const left of numbered(before)) for (const right of rights) pairs[(left << 5) | right] = allowed;
}
for (const [before, after] of together) allow(before, after, 0);
allow(separators, "*", 1);
allow("*", separators, 0);
allow("BK", "*", 1);

/** Where a line may end between two visible ASCII characters, at `before << 7 | after`: browsers hold addresses together. */
const ascii = new Uint8Array(128 * 128);
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const asciiEnds: readonly (readonly [before: string, after: string])[] = [
  ['!"#%&)*+,-.:;=>?\\]|}~', "(<[{"],
  ["-?", `#%&*+-=>@\\^_\`|~${letters}`],
  ["-", "'"],
  ["?", "$0123456789"],
];
for (const [before, after] of asciiEnds) {
  for (let i = 0; i < before.length; i++) {
    for (let k = 0; k < after.length; k++) ascii[(before.charCodeAt(i) << 7) | after.charCodeAt(k)] = 1;
  }
}

const isVisibleAscii = (code: number): boolean => code > 0x20 && code < 0x7f;
const isLetterOrDigit = (code = 0): boolean => /[0-9A-Za-z]/.test(String.fromCodePoint(code));

/** For every code point but the first: 1 where a line may end before it, else 0. Index = index in `codes`. */
export function breakPlaces(codes: readonly number[]): Uint8Array {
  const ends = new Uint8Array(codes.length);
  let earlier: number = BK;
  let left: number = BK;
  /** 1 inside a number, 2 behind a bracket that closes right after it (LB25). */
  let number = 0;
  /** Regional indicators directly before; two make one flag (LB30a). */
  let flags = 0;
  let code = 0;
  for (let i = 0; i < codes.length; i++) {
    const previous = code;
    code = codes[i] ?? 0;
    let right = classOf(code);
    if (right === CM || right === ZJ) {
      // LB9：附在前一字上；前面没有字可附的，自己算一个字母（LB10）。
      if (left !== SP && left !== ZW && left !== BK) continue;
      right = AL;
    }
    if (i > 0 && classOf(previous) !== ZJ) {
      if (isVisibleAscii(previous) && isVisibleAscii(code)) {
        // 负号与它的数不分开；“2024-12-31”里的是连字符。
        const signed = left === HY && right === NU;
        ends[i] = signed ? (isLetterOrDigit(codes[i - 2]) ? 1 : 0) : (ascii[(previous << 7) | code] ?? 0);
      } else if (pairs[(left << 5) | right] === 1) {
        const stays =
          (number > 0 && (right === PR || right === PO)) || // LB25
          ((left === PR || left === PO) && (right === OP || right === OW) && opensNumber(codes, i + 1)) || // LB25
          (right === AL &&
            (left === HY || previous === 0x2010) &&
            (earlier === BK || earlier === SP || earlier === ZW || earlier === GL)) || // LB20a
          (right === QI && !(isWide(codes[i - 1]) && isWide(codes[i + 1]))) || // LB19a
          (left === QF && !(isWide(codes[i - 2]) && isWide(code))) || // LB19a
          (right === RI && flags % 2 === 1) || // LB30a
          (left === SP && code === 0x3000); // 全角空格与空格同属一段空白
        ends[i] = stays ? 0 : 1;
      }
    }
    if (right === NU) number = 1;
    else if (right === CL || right === CP) number = number === 1 ? 2 : 0;
    else if (right !== IS && right !== SY) number = 0;
    else if (number === 2) number = 0;
    flags = right === RI ? flags + 1 : 0;
    earlier = left;
    left = right;
  }
  return ends;
}

/** Whether a number, with or without a leading point, starts at `i`. */
function opensNumber(codes: readonly number[], i: number): boolean {
  const first = classOf(codes[i] ?? 0);
  return first === NU || (first === IS && classOf(codes[i + 1] ?? 0) === NU);
}
